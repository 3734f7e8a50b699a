import { afterEach, beforeEach, expect, test } from 'vitest'
import { coupon, lamp, order, orderSource, warranty } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'

let shop: WholeShop

beforeEach(async () => {
  shop = createWholeShop()
  const { orders } = shop.stores
  orders.putSource(orderSource())
  orders.putOrders([order({ number: 'HP-20418', status: 'delivered', items: [{ ...lamp, serialNumber: null }] })])
  orders.putWarranties([warranty({ orderNumber: 'HP-20418', endsAt: new Date('2026-01-01T00:00:00Z') })])
  orders.putCoupons([coupon({ remaining: 1 })])
  await shop.playbooks.importSolutions({
    name: 'known.csv',
    bytes: new TextEncoder().encode(
      'product,symptom,wordings,steps,guide\nDesk lamp,The lamp flickers,light keeps blinking|flickers all the time,Tighten the bulb.,https://shop.test/flicker\n',
    ),
  })
})
afterEach(() => shop.stop())

const fault = 'My desk lamp flickers all the time. Order HP-20418'
const left = () => shop.stores.orders.coupons()[0]?.remaining
const texts = (id: string) => shop.spoken(id).map(({ text }) => text)
const suggested = (id: string) => shop.stores.suggestions.ofConversation(id)[0]

test('a coupon that a reply offers is taken when the reply is queued, and the next is offered none', async () => {
  const id = await shop.say(fault)
  expect(texts(id)).toEqual([expect.stringContaining('SORRY10')])
  expect(texts(id)[0]).toContain('ended on 1 January 2026')
  expect(left()).toBe(0)
  const other = await shop.say(fault, 'auto', 'other')
  expect(texts(other)).toEqual([expect.stringContaining('Tighten the bulb.')])
  expect(texts(other)[0]).not.toContain('SORRY10')
})

test('a coupon that runs out while the assistant thinks is not sent: it thinks again', async () => {
  const { answer } = shop.assistant
  let thoughts = 0
  shop.assistant.answer = async (...asked) => {
    const turned = await answer(...asked)
    thoughts += 1
    if (thoughts === 1) shop.stores.orders.useCoupon('SORRY10')
    return turned
  }
  const id = await shop.say(fault)
  await shop.clock.advance(0)
  expect(thoughts).toBe(2)
  expect(texts(id)).toEqual([expect.stringContaining('Tighten the bulb.')])
  expect(texts(id)[0]).not.toContain('SORRY10')
  expect(left()).toBe(0)
})

test('a suggestion takes nothing until it is approved; when the coupon is gone by then it is refused and stays', async () => {
  const id = await shop.say(fault, 'draft')
  expect(suggested(id)?.text).toContain('SORRY10')
  expect(left()).toBe(1)
  shop.stores.orders.useCoupon('SORRY10')
  const approve = (text?: string) => shop.replies.approveSuggestion(suggested(id)?.id ?? '', text)
  expect(() => approve()).toThrow(expect.objectContaining({ code: 'COUPON_GONE' }))
  expect(texts(id)).toEqual([])
  expect(suggested(id)).toBeDefined()
  expect(approve('Tighten the bulb.').text).toBe('Tighten the bulb.')
})

test('approving takes one, and one that ended meanwhile is refused', async () => {
  shop.stores.orders.putCoupons([coupon({ remaining: 5, validUntil: new Date('2026-03-04T00:00:00Z') })])
  const first = await shop.say(fault, 'draft')
  const second = await shop.say(fault, 'draft', 'other')
  shop.replies.approveSuggestion(suggested(first)?.id ?? '', undefined)
  expect(left()).toBe(4)
  await shop.clock.advance(3 * 24 * 60 * 60_000)
  expect(() => shop.replies.approveSuggestion(suggested(second)?.id ?? '', undefined)).toThrow(
    expect.objectContaining({ code: 'COUPON_GONE' }),
  )
  expect(left()).toBe(4)
})

test('a reply that is withdrawn before it leaves gives its coupon back', async () => {
  const id = await shop.say(fault)
  expect(left()).toBe(0)
  shop.inbox.takeOver(id)
  expect(texts(id)).toEqual([])
  expect(left()).toBe(1)
})
