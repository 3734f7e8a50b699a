import { beforeEach, describe, expect, test } from 'vitest'
import type { OrderItem } from '#contract/orders.ts'
import { lamp, order, parcel, product } from '#main/testing/orderBook.ts'
import { openTalkingShop } from '#main/testing/talkingShop.ts'

const mia = 'mia@customer.test'
const nina = 'nina@customer.test'
const leo = 'leo@customer.test'
const kettle: OrderItem = { ...lamp, sku: 'KETTLE-1', name: 'Gooseneck kettle', serialNumber: null }
const mug: OrderItem = { ...lamp, sku: 'MUG-1', name: 'Stoneware mug', serialNumber: null }
const day = (date: string) => new Date(`${date}T00:00:00Z`)
const arrived = (date: string) => [{ ...parcel, deliveredAt: day(date), status: 'delivered' }]

let shop: ReturnType<typeof openTalkingShop>
beforeEach(() => {
  shop = openTalkingShop()
  const { orders } = shop.stores
  orders.putOrders([
    order(),
    order({
      id: 'o2',
      number: '#1002',
      email: nina,
      status: 'delivered',
      items: [kettle, mug],
      shipments: arrived('2026-02-25'),
    }),
    order({
      id: 'o3',
      number: '#1003',
      email: leo,
      status: 'delivered',
      placedAt: day('2025-12-01'),
      items: [{ ...lamp, name: 'Desk lamp, engraved' }],
      shipments: arrived('2026-02-25'),
    }),
    order({
      id: 'o4',
      number: '#1004',
      email: nina,
      status: 'delivered',
      items: [lamp],
      shipments: arrived('2025-11-01'),
    }),
  ])
  orders.putProducts([
    product(),
    product({ id: 'p2', sku: 'KETTLE-1', name: 'Gooseneck kettle' }),
    product({ id: 'p3', sku: 'MUG-1', name: 'Stoneware mug' }),
  ])
})

describe('nothing that a message wants is passed over', () => {
  test.each([
    ['When do you open? My desk lamp is broken.', 'We open at nine.'],
    ['My desk lamp is broken. When do you open?', 'We open at nine.'],
    ['When do you open? Also my desk lamp does not work any more.', 'We open at nine.'],
    ['你们几点开门？我的台灯坏了。', '我们九点开门。'],
    ['我的台灯坏了。你们几点开门？', '我们九点开门。'],
  ])('"%s" gets the hours and the procedure for faults', async (text, hours) => {
    const { told, step } = await shop.converse(mia).say(text)
    expect(told).toContain(hours)
    expect(step).toMatch(/^warranty-and-fault: /)
  })

  test.each([
    ['When do you open? My parcel has not arrived yet.'],
    ['My parcel has not arrived yet. By the way, when do you open?'],
  ])('"%s" gets the order and the hours', async text => {
    const { told, action } = await shop.converse(mia).say(text)
    expect(action).toBe('reply')
    expect(told).toContain('JD0140')
    expect(told).toContain('We open at nine.')
  })

  test.each([
    ['Please cancel my order #1001. By the way, do you ship to Norway?', 'the rest of your message'],
    ['Do you ship to Norway? And please cancel my order #1001.', 'the rest of your message'],
  ])('"%s" is passed on with what could be told and all that was asked', async (text, rest) => {
    const { action, told, brief } = await shop.converse(mia).say(text)
    expect(action).toBe('handoff')
    expect(told).toContain('#1001')
    expect(told).toContain(rest)
    expect(brief?.wants).toContain('Norway')
  })

  test.each([
    'Thanks for the info. My parcel arrived broken though.',
    'Thank you! The mug came in pieces, by the way.',
    '谢谢。不过我的包裹到的时候就碎了。',
  ])('thanks do not hide trouble: "%s"', async text => {
    const { action, step } = await shop.converse(nina).say(text)
    expect(action).not.toBe('silent')
    expect(step ?? 'warranty-and-fault: ').toMatch(/^warranty-and-fault: /)
  })

  test('praise beside a question starts no procedure', async () => {
    const { told, step } = await shop.converse(mia).say('My order was great. When do you open?')
    expect(told).toContain('We open at nine.')
    expect(step).toBeNull()
  })

  test('what is asked beside an answer is answered or passed on, never dropped', async () => {
    const one = shop.converse(nina)
    await one.say('I want to return the mug from #1002')
    const { told } = await one.say('no. When do you open?')
    expect(told).toContain('We open at nine.')
    const other = shop.converse(nina)
    await other.say('I want to return the mug from #1002')
    const passed = await other.say('no, how much money do I get back?')
    expect(passed.action).toBe('handoff')
    expect(passed.brief?.wants).toContain('how much money')
    expect(passed.told).not.toMatch(/\d+[.,]\d\d/)
  })
})

describe('after an order was spoken of', () => {
  test.each([
    ['and when exactly will it arrive?', 'order-status: when-it-comes', '5 March 2026'],
    ['When will it be here?', 'order-status: when-it-comes', '5 March 2026'],
    ['它什么时候能到？', 'order-status: when-it-comes', '2026年3月5日'],
    ['which carrier?', 'order-status: the-parcel', 'DHL'],
    ['who delivers it?', 'order-status: the-parcel', 'DHL'],
    ['是哪家快递？', 'order-status: the-parcel', 'DHL'],
    ['when did it leave?', 'order-status: when-it-left', '2 March 2026'],
    ['is the lamp in it too?', 'order-status: item-is-in-it', '#1001'],
  ])('"%s" is answered from its row', async (text, step, value) => {
    const asker = shop.converse(mia)
    await asker.say(/\p{Script=Han}/u.test(text) ? '我的订单到哪里了？' : 'Where is my order?')
    const answer = await asker.say(text)
    expect(answer).toMatchObject({ action: 'reply', step })
    expect(answer.told).toContain(value)
  })

  test.each(['and how much did I pay?', 'what was the total?', 'what is in it?', '我一共付了多少钱？'])(
    '"%s" is told with the code of the order only',
    async text => {
      const asker = shop.converse(mia)
      await asker.say('Where is my order?')
      const first = await asker.say(text)
      expect(first).toMatchObject({ action: 'ask', codeFor: 'o1' })
      expect(first.told).not.toMatch(/53|lamp/)
      asker.prove('o1')
      const { told } = await asker.say('here it is')
      expect(told).toMatch(/53[.,]90|Desk lamp/)
    },
  )

  test.each(['the newer one', 'the latest', '最新的那个'])('"%s" picks from the list of orders', async text => {
    const asker = shop.converse(nina)
    expect((await asker.say('Where is my order?')).step).toBe('order-status: which-order')
    expect((await asker.say(text)).told).toMatch(/#1002|#1004/)
    const { step } = await asker.say('when was it delivered?')
    expect(step).toBe('order-status: tell-status')
  })

  test('without an order that was spoken of the same words are no question about one', async () => {
    const { step } = await shop.converse(mia).say('which carrier?')
    expect(step).toBeNull()
  })
})

describe('what a follow-up is about', () => {
  test('somebody who has a question is asked for it, and not for ever', async () => {
    const asker = shop.converse('')
    for (const text of ['Hi', 'I have a question']) expect((await asker.say(text)).action).toBe('ask')
    expect((await asker.say('can you help me?')).action).toBe('handoff')
    expect((await shop.converse('').say('你好，我想问个问题')).action).toBe('ask')
  })

  test.each([
    ['the kettle', 'vinegar'],
    ['the desk lamp', 'dry cloth'],
  ])('"How do I clean it?" asks what it is; "%s" then answers for that', async (named, answer) => {
    const asker = shop.converse('')
    const first = await asker.say('How do I clean it?')
    expect(first).toMatchObject({ action: 'ask', step: null })
    expect(first.told).toContain('Which product is it about?')
    expect((await asker.say(named)).told).toContain(answer)
  })

  test('"it" is the product that was named before, and never another one', async () => {
    const asker = shop.converse('')
    await asker.say('How do I clean the kettle?')
    const { told } = await asker.say('How do I clean it?')
    expect(told).not.toContain('dry cloth')
  })

  test.each([['and to Canada?'], ['what about Canada?'], ['and how about to Canada?']])(
    '"%s" asks the same of another place',
    async text => {
      const asker = shop.converse('')
      await asker.say('How much is delivery to America?')
      expect((await asker.say(text)).told).toContain('$8')
    },
  )
})

describe('returns and exchanges', () => {
  async function returning(text = 'I want to return the mug from #1002') {
    const asker = shop.converse(nina)
    expect((await asker.say(text)).step).toBe('return-item: offer-exchange')
    return asker
  }

  test.each(['it is too small', 'The colour does not suit my kitchen', '太小了，不合适'])(
    'the reason "%s" is taken for a reason and not asked for again',
    async reason => {
      const asker = await returning()
      const { step, brief } = await asker.say(reason)
      expect(step).toBe('return-item: prepare-return')
      expect(brief?.proposal).toMatchObject({
        code: 'return',
        detail: { number: '#1002', reason, product: 'Stoneware mug' },
      })
    },
  )

  test.each([
    'actually, cancel it',
    "I'll keep it",
    'let me think about it',
    'I changed my mind',
    '算了不退了',
    '我还是留着吧',
  ])('"%s" ends it, and nothing is prepared', async text => {
    const asker = await returning()
    const { action, brief } = await asker.say(text)
    expect([action, brief]).toEqual(['reply', null])
    expect((await asker.say('When do you open?')).told).toContain('We open at nine.')
  })

  test.each(['actually, can I exchange it for a bigger one instead?', 'I would rather exchange it for another size'])(
    '"%s" goes on as an exchange of the thing that was named',
    async text => {
      const asker = await returning()
      const { step } = await asker.say(text)
      expect(step).toMatch(/^(?:exchange|return)-item: (?:wanted-instead|prepare)$/)
    },
  )

  test('another order number half way begins with that order', async () => {
    const asker = shop.converse(nina)
    await asker.say('I want to return the kettle from #1002')
    const { step, brief } = await asker.say('sorry, I meant #1004')
    expect(step).toBe('return-item: not-in-it')
    expect(brief?.proposal).toMatchObject({ detail: { number: '#1004' } })
  })

  test.each([
    ['I want to return the kettle and the mug from #1002', 'Gooseneck kettle, Stoneware mug'],
    ['I would like to send back the mug and the kettle of order #1002', 'Gooseneck kettle, Stoneware mug'],
  ])('"%s" is about both', async (text, product) => {
    const asker = await returning(text)
    expect((await asker.say('no')).brief?.proposal).toMatchObject({ detail: { product } })
  })

  test.each(['both', 'all of it', '全部都退'])('"%s" is an answer to which item', async text => {
    const asker = await returning('I want to return something from order #1002')
    await asker.say('no')
    expect((await asker.say(text)).step).toBe('return-item: prepare-return')
  })

  test('what is not in the order is not promised to be taken back', async () => {
    const asker = await returning('I want to return something from order #1002')
    await asker.say('no')
    const { step, told } = await asker.say('the wool blanket')
    expect(step).toBe('return-item: not-in-it')
    expect(told).not.toContain('blanket')
  })

  test('after the period, and for what was made for one person, no exchange is offered and nothing promised', async () => {
    expect((await shop.converse(nina).say('I want to return the desk lamp from #1004')).step).toBe(
      'return-item: after-the-period',
    )
    expect((await shop.converse(leo).say('I want to return the engraved lamp')).step).toBe('return-item: perhaps-final')
  })
})
