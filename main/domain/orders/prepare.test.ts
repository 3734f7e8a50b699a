import { expect, test } from 'vitest'
import { lamp, order } from '#main/testing/orderBook.ts'
import { prepareChanges } from './prepare.ts'
import { requestedChanges } from './requests.ts'

const item = (name: string) => ({ ...lamp, name })
const waiting = order({
  id: 'waiting',
  number: '#W1001',
  status: 'pending',
  items: [item('Desk lamp (color red)'), item('Water bottle')],
})
const arrived = order({
  id: 'arrived',
  number: '#W1002',
  status: 'delivered',
  items: [item('Tea kettle'), item('T-Shirt')],
})
const gone = order({ id: 'gone', number: '#W1003', status: 'shipped', items: [item('Bookshelf'), item('陶瓷马克杯')] })
const orders = [waiting, arrived, gone]

const prepared = (text: string) => prepareChanges(text, orders).changes.map(({ kind, orderId }) => `${kind} ${orderId}`)
const asked = (text: string) => requestedChanges(text).map(({ kind }) => kind)

test.each([
  ['Please cancel my order', ['cancel']],
  ['I want to return the kettle and exchange the shirt', ['return', 'exchange']],
  ['I no longer need the lamp', ['cancel']],
  ['Can I get a refund?', ['return']],
  ['Change the address of my order to 1 Main Street', ['change-address']],
  ['Please update my default address', ['change-account-address']],
  ['Send order 1001 to my default address: change the address please', ['change-address']],
  ['Can you undo the cancellation of my order?', ['undo']],
  ['我想退货', ['return']],
  ['请帮我取消订单，另外把地址改一下', ['cancel', 'change-address']],
  ['When does it arrive?', []],
  ['I do not want to cancel anything', []],
  ['If that is not possible, cancel the whole order', []],
  ['My order was cancelled last week', []],
])('"%s" asks for %j', (text, kinds) => {
  expect(asked(text)).toEqual(kinds)
})

test.each([
  ['Please exchange the kettle for a bigger one', ['exchange arrived']],
  ['Please exchange the lamp for a blue one', ['change-items waiting']],
  ['I want to return the t-shirt', ['return arrived']],
  ['Cancel order W1001', ['cancel waiting']],
  ['Cancel all my orders', ['cancel waiting']],
  ['I want to cancel or return everything', ['cancel waiting', 'return arrived']],
  ['Change the address of my pending order', ['change-address waiting']],
  ['Return the bookshelf and change my default address', ['change-account-address null']],
])('"%s" prepares %j', (text, changes) => {
  expect(prepared(text)).toEqual(changes)
})

test.each(['Cancel order W1003', 'I want to return the bookshelf', '我要退马克杯，退货', 'Undo cancelling my order'])(
  '"%s" is left to a person, because no status allows it',
  text => {
    const { changes, refused } = prepareChanges(text, orders)
    expect(changes).toEqual([])
    expect(refused).toHaveLength(1)
  },
)

test('what was changed or sent back once is not prepared again', () => {
  expect(prepareChanges('cancel it', [{ ...waiting, statusText: 'pending (item modified)' }]).changes).toEqual([])
  const back = { ...arrived, returns: [{ item: 'Tea kettle', status: 'requested', reason: '', at: null }] }
  expect(prepareChanges('return the kettle', [back]).changes).toEqual([])
})
