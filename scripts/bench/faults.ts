import type { Solution } from '#main/ports/playbookStore.ts'

const products = (
  'kettle toaster blender espresso-machine vacuum lamp fan heater mixer juicer printer camera router speaker headphones ' +
  'drill lawnmower sewing-machine hairdryer humidifier scale thermostat doorbell projector keyboard'
).split(' ')
const productsZh = ['电水壶', '烤面包机', '搅拌机', '咖啡机', '吸尘器', '台灯', '风扇', '取暖器']

const parts: readonly string[] = (
  'lid handle cable plug switch display button motor filter hose battery sensor lock hinge fuse gasket knob base cover fan ' +
  'light speaker antenna belt blade wheel timer pump valve nozzle'
).split(' ')
const partsZh = ['盖子', '手柄', '电源线', '开关', '显示屏', '按钮', '电机', '滤网', '软管', '电池']

/** As the shop writes it down, a second wording, as contacts say it with one of its words, and in words of their own. */
const faults: readonly [symptom: string, wording: string, near: string, far: string][] = [
  [
    'The {part} does not turn on',
    '{part} stays dead',
    'the {part} will not turn on any more',
    'nothing happens when I switch the {part} on',
  ],
  [
    'The {part} is leaking',
    'water drips from the {part}',
    'the {part} started leaking all over the table',
    'there is water coming out of the {part}',
  ],
  [
    'The {part} makes a loud noise',
    '{part} rattles',
    'there is a terrible noise from the {part}',
    'I hear a strange loud rattling from the {part}',
  ],
  [
    'The {part} gets too hot',
    '{part} overheats',
    'the {part} is far too hot after a few minutes',
    'the {part} becomes so hot I cannot touch it',
  ],
  [
    'The {part} is stuck',
    '{part} cannot be moved',
    'the {part} got stuck yesterday',
    'I cannot move the {part}, it seems stuck',
  ],
  [
    'The {part} blinks red',
    'red light on the {part}',
    'the {part} keeps blinking in red',
    'a red light keeps blinking on the {part}',
  ],
  [
    'The {part} smells burnt',
    'burning smell from the {part}',
    'I notice a burnt smell at the {part}',
    'it smells like something burns near the {part}',
  ],
  ['The {part} came off', '{part} broke off', 'the {part} has come off by itself', 'the {part} just fell off'],
]
const faultsZh: readonly [string, string, string, string][] = [
  ['{part}打不开', '{part}没反应', '我家的{part}怎么也打不开', '我按了以后{part}一点反应都没有'],
  ['{part}漏水', '{part}渗水', '{part}用了几天就开始漏水', '{part}那里一直在漏水'],
  ['{part}有异响', '{part}声音很大', '一开机{part}就有异响', '{part}发出很大的异响'],
  ['{part}发烫', '{part}过热', '用一会儿{part}就发烫', '{part}烫得不敢碰'],
]

export interface Asked {
  /** With one of the words of the solution. */
  near: string
  /** In other words. */
  far: string
  product: string
  id: string
}

/** The same solutions on every run, and for each a contact's words for it. */
export function solutionBase(count: number): { solutions: Solution[]; asked: Asked[] } {
  const solutions: Solution[] = []
  const asked: Asked[] = []
  for (let model = 1; solutions.length < count; model++) {
    const isChinese = model % 5 === 0
    const kinds = isChinese ? productsZh : products
    const product = `${kinds[model % kinds.length]} ${isChinese ? '' : 'K'}${100 + model}`.trim()
    for (const part of isChinese ? partsZh : parts) {
      for (const [symptom, wording, near, far] of isChinese ? faultsZh : faults) {
        const id = `s-${solutions.length}`
        const fill = (text: string) => text.replace('{part}', part)
        solutions.push({
          id,
          product,
          symptom: fill(symptom),
          wordings: [fill(wording)],
          steps: isChinese ? '请先断电，然后按说明书重新安装。' : 'Unplug it, wait a minute, then follow the guide.',
          guideUrl: `https://shop.example/guides/${id}`,
          couponCode: null,
          language: isChinese ? 'zh' : 'en',
        })
        const lead = isChinese ? `你好，昨天买的${product}，` : `Hello, I bought the ${product} last week and `
        asked.push({ near: `${lead}${fill(near)}`, far: `${lead}${fill(far)}`, product, id })
      }
    }
  }
  return { solutions: solutions.slice(0, count), asked: asked.slice(0, count) }
}
