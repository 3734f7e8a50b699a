import { expect, test } from 'vitest'
import { freshDialogue } from '#domain/dialogue/state.ts'
import type { Asker } from '#domain/orders/desk.ts'
import { lamp, order, orderSource } from '#main/testing/orderBook.ts'
import { openTestStores } from '#main/testing/storage.ts'
import { createOrderProposals } from './orderProposals.ts'

const asker = (address: string): Asker => ({
  addresses: [{ kind: 'email', address }],
  identity: freshDialogue.identity,
  now: new Date('2026-03-03'),
})

function open() {
  const { stores } = openTestStores()
  stores.orders.putSource(orderSource())
  stores.orders.putOrders([
    order({ id: 'waiting', number: '#1001', status: 'paid' }),
    order({ id: 'arrived', number: '#1002', status: 'delivered', items: [{ ...lamp, name: 'Kettle' }] }),
    order({ id: 'foreign', number: '#2001', status: 'paid', email: 'tom@customer.test' }),
  ])
  return createOrderProposals({ stores })
}

test('what a customer asks for is ready for the owner, with the order it concerns', () => {
  const propose = open()
  expect(propose('Please cancel order 1001.', asker('mia@customer.test'))).toEqual({
    code: 'cancel-order',
    detail: { number: '#1001', note: 'Please cancel order 1001.' },
  })
  expect(propose('I want to return the kettle', asker('mia@customer.test'))).toMatchObject({
    code: 'return',
    detail: { number: '#1002' },
  })
})

test('nothing is prepared about an order of somebody else, nor where no status allows it', () => {
  const propose = open()
  expect(propose('Cancel order 2001', asker('eve@evil.test'))).toBeNull()
  expect(propose('Cancel order 1002', asker('mia@customer.test'))).toBeNull()
  expect(propose('When do you open?', asker('mia@customer.test'))).toBeNull()
})
