import { afterEach, beforeEach, expect, test } from 'vitest'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'

let shop: WholeShop

beforeEach(() => {
  shop = createWholeShop()
  shop.stores.orders.putSource(orderSource())
})
afterEach(() => shop.stop())

const own = () => shop.stores.orders.putOrders([order({ number: 'HP-1001', email: 'mia@customer.test' })])
const others = () => shop.stores.orders.putOrders([order({ number: 'HP-1001', email: 'somebody@else.test' })])
const last = (id: string) => shop.spoken(id).at(-1)

test('what else is asked beside the order is answered with it, and both are proved', async () => {
  own()
  const id = await shop.say('Where is my order HP-1001? Also, when do you open?')
  expect(last(id)?.text).toMatch(/HP-1001[\s\S]+We open at nine\./)
  const answer = shop.stores.answers.get(last(id)?.answerId ?? '')
  expect(answer?.citations.map(({ quote }) => quote)).toEqual(['We open at nine.'])
  expect(answer?.evidence.length).toBeGreaterThan(0)
})

test('a question of the procedure stands last, after the answer to what else was asked', async () => {
  others()
  const id = await shop.say('Where is my order? And when do you open?')
  expect(last(id)?.text).toMatch(/We open at nine\.[\s\S]+What is your order number/)
  expect(shop.stores.dialogues.get(id).asking).toEqual({ kind: 'fact', name: 'order-number' })
})

test('an order alone brings no general answer with it', async () => {
  own()
  const id = await shop.say('Where is my order HP-1001? Has it been sent?')
  expect(last(id)?.text).not.toContain('We open at nine.')
})

test('thanks in between is no answer to the question that still waits', async () => {
  others()
  const id = await shop.say('Where is my order?')
  await shop.say('When do you open?')
  await shop.say('thank you')
  expect(shop.spoken(id)).toHaveLength(2)
  expect(shop.stores.dialogues.get(id).asking).toEqual({ kind: 'fact', name: 'order-number' })
})

test('a scrap of words that several languages have changes no language', async () => {
  others()
  const id = await shop.say('Where is my order HP-1002?')
  await shop.say('no HP-1003')
  expect(last(id)?.text).toContain('we only speak about an order with the person who placed it')
})

test('a question of one telling word is not passed over either, asking for help is', async () => {
  const shipping = await shop.say('When do you open? Do you ship to the US?', 'auto', 'shipping')
  expect(shop.board.conversation(shipping).handler).toBe('owner')
  const help = await shop.say('Can you help me? When do you open?', 'auto', 'help')
  expect(last(help)?.text).toContain('We open at nine.')
})

test('more questions than are answered at once go to the owner: none is passed over', async () => {
  const text = 'When do you open? Are you open on Monday? Are you open on Sunday? Do you sell sofas?'
  const id = await shop.say(text)
  expect(shop.board.conversation(id).handler).toBe('owner')
})
