/** What people of a made-up shop write. `{order}` and `{product}` are filled in. */
export interface Words {
  questions: Readonly<Record<string, readonly string[]>>
  unknown: readonly string[]
  answer: readonly string[]
  ask: string
  detail: string
  thanks: readonly string[]
  okay: string
  again: string
  note: string
  owner: readonly string[]
  upset: string
  products: readonly string[]
  names: readonly string[]
}

const english: Words = {
  questions: {
    'order-status': ['Where is my order {order}?', 'Has order {order} left already?'],
    'delivery-time': ['How long does delivery to Leeds take?', 'When would a {product} be here?'],
    'return-policy': ['Can I send the {product} back?', 'What is your return policy?'],
    warranty: ['How long is the warranty on the {product}?', 'Is the {product} still under warranty after two years?'],
    stock: ['Do you have the {product} in blue?', '=HYPERLINK("http://shop.example","in stock?") is the {product}?'],
    invoice: ['Please send me the invoice of {order} to anna.adler@example.com, my number is +44 20 7946 0018.'],
  },
  unknown: [
    'Can I park right in front of the shop?',
    'Is there parking near the shop?',
    'Do you engrave the {product}?',
    'Could you engrave a name on it?',
    'Do you buy old lamps?',
    'Is the {product} vegan?',
  ],
  answer: [
    'Your parcel is on its way and should be with you in two to three days.',
    'Yes, you can send it back within 30 days, free of charge.',
    'The warranty is two years from the day you bought it.',
  ],
  ask: 'Which order is it about? Please send me its number.',
  detail: 'It is {order}.',
  thanks: ['Thank you, that helped a lot!', 'Great, thanks!', 'It works now, thank you so much.'],
  okay: 'ok',
  again: 'It still does not work, what now?',
  note: 'Thank you for your message. A colleague will get back to you.',
  owner: [
    'Hello, I looked into it: we send you a new one today. Best, Tom',
    'Sorry for the wait! I have refunded you 19.90 EUR. Tom',
  ],
  upset: 'This is the third time that I write, and I am very angry about it!!',
  products: ['lamp', 'kettle', 'teapot', 'blanket', 'raincoat'],
  names: ['Anna Adler', 'Ben Brown', 'Çiğdem Kaya', 'Dáithí Ó Néill', 'מרים כהן', 'Eve "Evie" O’Hara', '@Cafe Moon'],
}

const chinese: Words = {
  questions: {
    'order-status': ['我的订单{order}到哪里了？', '订单{order}发货了吗？'],
    'delivery-time': ['发到上海要几天？', '{product}多久能到？'],
    'return-policy': ['{product}可以退货吗？', '退货要怎么办理？'],
    warranty: ['{product}保修多久？'],
    stock: ['蓝色的{product}还有货吗？'],
    invoice: ['请把{order}的发票发到 wang@example.com，我的电话是 13800138000。'],
  },
  unknown: ['门口可以停车吗？', '店附近有停车场吗？', '{product}可以刻字吗？', '你们回收旧灯吗？'],
  answer: ['您的包裹已经发出，预计两三天内送达。', '可以，三十天内免费退货。', '保修期是购买之日起两年。'],
  ask: '请问是哪个订单？请把订单号发给我。',
  detail: '订单号是{order}。',
  thanks: ['谢谢，问题解决了！', '好的，非常感谢！'],
  okay: '好的',
  again: '还是不行，怎么办？',
  note: '感谢您的来信，我们的同事会尽快回复您。',
  owner: ['您好，我们今天给您补发一个新的。', '抱歉久等了，已经给您退款。'],
  upset: '这是我第三次联系你们了，太让人生气了！',
  products: ['台灯', '水壶', '茶壶', '毛毯', '雨衣'],
  names: ['王小明', '李丽', '张伟', '欧阳娜娜'],
}

export const wordsOf = { en: english, zh: chinese } as const
export type Tongue = keyof typeof wordsOf
