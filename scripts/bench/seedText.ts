/** Made-up shop talk, the same for the same seed: short English and Chinese messages with order numbers and products. */
export function createSpeaker(seed: number) {
  let state = seed
  /** 0 <= n < below; mulberry32. */
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  const pick = (list: readonly string[]): string => list[below(list.length)] ?? ''
  const fill = (template: string): string =>
    template.replace(/\{(\w+)\}/g, (_, name: string) =>
      name === 'order' ? `${10_000 + below(900_000)}` : pick(lists[name] ?? []),
    )
  return {
    below,
    isChinese: () => below(10) < 3,
    name: (chinese: boolean) =>
      chinese ? pick(surnames) + pick(givenNames) : `${pick(firstNames)} ${pick(lastNames)}${pick(endings)}`,
    subject: (chinese: boolean) => fill(pick(chinese ? chineseSubjects : subjects)),
    question: (chinese: boolean) => {
      const some = chinese ? chineseQuestions : questions
      return Array.from({ length: 1 + below(3) }, () => fill(pick(some))).join(chinese ? '' : ' ')
    },
    reply: (chinese: boolean) => fill(pick(chinese ? chineseReplies : replies)),
  }
}
export type Speaker = ReturnType<typeof createSpeaker>

const words = (text: string) => text.split(' ')
const firstNames = words(
  'Anna Ben Carla David Elena Farid Grace Hugo Ines Jonas Kim Lara Mehmet Nora Omar Paula Quentin Rosa Sam Tess Ursula Vikram Wanda Xavier Yara Zoe',
)
const lastNames = words(
  'Adler Brown Costa Dubois Evans Fischer García Huber Ivanov Jensen Kowalski López Müller Novak O’Neill Petit Quinn Rossi Smith Tanaka Ünal Varga Weber Young Zhang',
)
const endings = words('son berg mann ez ini ova sen ') // So that a hundred thousand people do not share 650 names.
const surnames = words('王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林')
const givenNames = words('小明 丽 伟 芳 秀英 敏 静 强 磊 洋 艳 勇 杰 娟 涛 超 霞 平 桂英 晓红 佳怡 子轩 雨桐 浩然')
const lists: Record<string, readonly string[]> = {
  product: words(
    'lamp kettle backpack headphones blanket toaster raincoat teapot notebook sneakers charger umbrella vase candle speaker mug scarf wallet helmet keyboard',
  ),
  colour: words('red blue green black white grey yellow violet beige copper'),
  city: words('Berlin Lyon Porto Leeds Gdańsk Vienna Malmö Cork Basel Turin'),
  day: words('Monday Tuesday Wednesday Thursday Friday Saturday'),
  zhProduct: words('台灯 水壶 背包 耳机 毛毯 雨衣 茶壶 笔记本 运动鞋 充电器 雨伞 花瓶 音箱 杯子 围巾 钱包'),
  zhColour: words('红色 蓝色 绿色 黑色 白色 灰色 黄色'),
  zhCity: words('北京 上海 广州 深圳 杭州 成都 武汉 西安'),
}
const subjects = [
  'Order {order}',
  'Question about the {product}',
  'Return of order {order}',
  'Delivery to {city}',
  'Invoice for {order}',
]
const questions = [
  'Where is my order {order}? It should have been in {city} on {day}.',
  'Do you have the {product} in {colour}?',
  'The {product} arrived broken, what do you need from me to send it back?',
  'How long does shipping to {city} take?',
  'Can I still change the address of order {order}?',
  'I would like a refund for the {colour} {product}, order {order}.',
  'Is the {product} covered by the warranty after two years?',
  'Could you please send me the invoice for {order} again?',
  'Thank you, that helped a lot!',
  'I paid twice for order {order}, please check this.',
]
const replies = [
  'Order {order} left our shop on {day} and should reach {city} in two to three days.',
  'Yes, the {product} is available in {colour} and ships tomorrow.',
  'We are sorry about the {product}. You can send it back free of charge within 30 days.',
  'Shipping to {city} takes three to five working days.',
  'The invoice for order {order} is on its way to you.',
  'The refund for order {order} was made today and takes up to five days to arrive.',
]
const chineseSubjects = ['订单 {order}', '关于{zhProduct}的问题', '退货申请 {order}', '配送到{zhCity}']
const chineseQuestions = [
  '你好，我的订单{order}什么时候能到{zhCity}？',
  '请问{zhColour}的{zhProduct}还有货吗？',
  '收到的{zhProduct}坏了，可以退款吗？',
  '发货到{zhCity}需要几天？',
  '订单{order}可以改地址吗？',
  '我想换一个{zhColour}的{zhProduct}。',
  '谢谢，问题解决了！',
  '发票什么时候开？订单号是{order}。',
]
const chineseReplies = [
  '您好，订单{order}已经发货，预计三天内到达{zhCity}。',
  '{zhColour}的{zhProduct}有现货，明天可以发出。',
  '很抱歉，{zhProduct}可以在三十天内免费退货。',
  '订单{order}的退款已经处理，五天内到账。',
]
