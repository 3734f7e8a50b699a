import { expect, test } from 'vitest'
import { order } from '#main/testing/orderBook.ts'
import { disclose } from './identity.ts'
import { orderFacts, sayDay, sayMoney } from './say.ts'
import { sayCode } from './sayCode.ts'

test('an order is told in the language of the contact', () => {
  const facts = disclose(order(), 1)
  expect(orderFacts(facts, 'en').values.statusLine).toBe(
    'Your order has been sent. It travels with DHL, tracking number JD0140. It should arrive on 5 March 2026. You can follow it here: https://dhl.test/JD0140',
  )
  expect(orderFacts(facts, 'zh').values.statusLine).toContain('快递单号：JD0140')
  expect(orderFacts(facts, 'zh').values.statusLine).toContain('2026年3月5日')
  for (const language of ['es', 'fr', 'de', 'ja', 'ar']) {
    expect(orderFacts(facts, language).values.statusLine).toContain('JD0140')
    expect(orderFacts(facts, language).values.statusLine).not.toContain('{')
  }
})

test('every disclosed field has its evidence, with the value of the row', () => {
  const { evidence } = orderFacts(disclose(order(), 2), 'de')
  expect(evidence).toContainEqual({ kind: 'order', ref: '#1001', field: 'expectedAt', value: '2026-03-05' })
  expect(evidence).toContainEqual({ kind: 'order', ref: '#1001', field: 'total', value: '5390 EUR' })
})

test('what was not disclosed is in no sentence', () => {
  const { values, evidence } = orderFacts(disclose(order(), 1), 'en')
  expect(JSON.stringify([values, evidence])).not.toMatch(/Mia|lamp|Mozart|53\.90|5390/)
})

test('a delivered order says when it came, not when it should have', () => {
  const [parcel] = order().shipments
  if (!parcel) throw new Error('no parcel')
  const delivered = order({ status: 'delivered', shipments: [{ ...parcel, deliveredAt: new Date('2026-03-04') }] })
  const { statusLine } = orderFacts(disclose(delivered, 1), 'en').values
  expect(statusLine).toContain('delivered on 4 March 2026')
  expect(statusLine).not.toContain('should arrive')
})

test('amounts and days are written as people do', () => {
  expect([sayMoney('123450 EUR', 'de'), sayMoney('1299 JPY', 'ja'), sayMoney('1999 XXX', 'en')]).toEqual([
    '1.234,50 €',
    '¥1,299',
    '19.99',
  ])
  expect([sayDay('2026-03-05', 'fr'), sayDay('soon', 'fr')]).toEqual(['5 mars 2026', 'soon'])
})

test('a number with signs of its own stands unchanged in the code mail', () => {
  const mail = sayCode({ number: "$&'1", code: '123456', minutes: 15 }, 'zh')
  expect(mail.text).toContain("订单 $&'1 的验证码是 123456")
})
