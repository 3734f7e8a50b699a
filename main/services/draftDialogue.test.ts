import { afterEach, beforeEach, expect, test } from 'vitest'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'

let shop: WholeShop

beforeEach(() => {
  shop = createWholeShop()
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([order({ number: 'HP-1001', email: 'somebody@else.test' })])
})
afterEach(() => shop.stop())

const suggested = (id: string) => shop.stores.suggestions.ofConversation(id)
const asks = 'What is your order number'
const asksAgain = 'could not make out an order number'

test('a suggestion the owner discards was never said: the same is asked in the same words, not in other ones', async () => {
  const id = await shop.say('Where is my order?', 'draft')
  const [first] = suggested(id)
  expect(first?.text).toContain(asks)
  expect(shop.stores.dialogues.get(id)).toMatchObject({ asking: null, playbook: null })
  shop.replies.discardSuggestion(first?.id ?? '')
  await shop.say('Where is my order please?', 'draft')
  expect(suggested(id).map(({ text }) => text)).toEqual([expect.stringContaining(asks)])
  expect(suggested(id)[0]?.text).not.toContain(asksAgain)
})

test('a suggestion the owner sends is said: an answer goes on from its question', async () => {
  const id = await shop.say('Where is my order?', 'draft')
  shop.replies.approveSuggestion(suggested(id)[0]?.id ?? '', undefined)
  expect(shop.stores.dialogues.get(id).asking).toEqual({ kind: 'fact', name: 'order-number' })
  await shop.say('blub', 'draft')
  expect(suggested(id)[0]?.text).toContain(asksAgain)
})

test('what the contact told is known, whatever becomes of the suggestion', async () => {
  const id = await shop.say('Where is my order HP-1001?', 'draft')
  shop.replies.discardSuggestion(suggested(id)[0]?.id ?? '')
  expect(shop.stores.dialogues.get(id).facts).toContainEqual(expect.objectContaining({ value: 'HP-1001' }))
})

test('after a word of the owner an answer is one to the owner, not to the assistant', async () => {
  const id = await shop.say('Where is my order?', 'auto')
  expect(shop.stores.dialogues.get(id).asking).not.toBeNull()
  await shop.replies.reply(id, 'I am looking into it. Which colour was it?', [])
  expect(shop.stores.dialogues.get(id)).toMatchObject({ asking: null, playbook: null })
})
