import { afterEach, beforeEach, expect, test } from 'vitest'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'
import { createContacts } from './contacts.ts'

let shop: WholeShop

beforeEach(() => {
  shop = createWholeShop()
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([order(), order({ id: 'o2', number: '#1002', status: 'delivered' })])
})
afterEach(() => shop.stop())

test('a running procedure asks again for what was forgotten, instead of going on with it or breaking', async () => {
  const id = await shop.say('I want to return my order #1002')
  expect(shop.spoken(id).at(-1)?.text).toContain('exchange it')
  expect(JSON.stringify(shop.stores.dialogues.get(id))).toContain('o2')
  const contacts = createContacts(shop)
  contacts.forgetFact(shop.board.conversation(id).contactId, { name: 'order-number', value: '#1002' })
  expect(JSON.stringify(shop.stores.dialogues.get(id))).not.toMatch(/o2|1002/)

  await shop.say('yes')
  expect(shop.spoken(id).at(-1)?.text).toContain('Which of your orders is the return from?')
  await shop.say('#1001')
  const numbers = shop.stores.dialogues.get(id).facts.filter(({ name }) => name === 'order-number')
  expect(numbers).toMatchObject([{ value: '1001' }, { value: '#1001' }])
})
