import { expect, test } from 'vitest'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { noProducts } from './facts/products.ts'
import { readTurn } from './read.ts'

function read(text: string) {
  return readTurn({
    text,
    history: [],
    known: [],
    patterns: [],
    products: noProducts,
    classified: {
      intents: [],
      moods: [{ id: 'calm', score: 0.6 }],
      upset: 0,
      injection: 0,
      risk: null,
      outOfScope: 0,
    },
    now: new Date('2026-11-23T10:00:00Z'),
  })
}
const intentsOf = (text: string) => read(text).intents.map(({ id }) => id)

test.each([
  ['我要退貨', '我要退货'],
  ['想換貨', '想换货'],
  ['可以開發票嗎', '可以开发票吗'],
  ['請問營業時間', '请问营业时间'],
  ['保固期內壞掉了', '保固期内坏掉了'],
])('%s in traditional characters is about the same as in simplified ones', (traditional, simple) => {
  expect(intentsOf(traditional)).toEqual(intentsOf(simple))
  expect(intentsOf(traditional)).not.toEqual([])
})

test('quotes are the words as written, in the characters of the contact', () => {
  expect(read('訂單號是20240001，發貨了嗎').facts.map(({ value }) => value)).toContain('20240001')
  expect(read('我要退貨').intents[0]?.reason).toContain('貨')
})

test('Japanese keeps its characters', () => {
  expect(intentsOf('返品したいです')).toContain('return-item')
  expect(intentsOf('サイズ交換できますか')).toContain('exchange-item')
})

test.each([
  ['return-item', '椅子想退'],
  ['return-item', '这个我要退了'],
  ['exchange-item', '这盏灯要换'],
  ['exchange-item', '能换吗'],
  ['change-address', '那单改成寄学校'],
  ['change-address', '麻烦改到单位'],
  ['change-address', '门牌号写错了一位'],
  ['change-address', '选错城市了'],
  ['product-fault', '屏幕显示F3'],
])('%s is heard in few words: %s', (id, text) => {
  expect(intentsOf(text)).toContain(id)
})

test.each([
  ['return-item', '想退订邮件'],
  ['return-item', '不想退'],
  ['exchange-item', '不想换'],
  ['product-fault', '页面显示12件'],
])('%s is not heard in %s', (id, text) => {
  expect(intentsOf(text)).not.toContain(id)
})

test.each([
  ['thanks', '好的 晓得了'],
  ['thanks', '辛苦啦，坐等收货'],
  ['thanks', '嗯 3q'],
  ['greeting', '亲亲在不在'],
  ['greeting', '店家在吗'],
  ['greeting', '下午好呀老板'],
  ['greeting', '有人在嘛'],
] as const)('%s and nothing else: %s', (courtesy, text) => {
  expect(courtesyIn(text)).toBe(courtesy)
})

test.each(['等收货等了半个月了', '在不在保修期', '懂了，那怎么退'])('more than courtesy: %s', text => {
  expect(courtesyIn(text)).toBeNull()
})
