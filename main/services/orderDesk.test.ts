import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDialogue, type Identity } from '#domain/dialogue/state.ts'
import type { DisclosedOrder, OrderDesk } from '#domain/orders/desk.ts'
import { coupon, lamp, order, orderSource, product, warranty } from '#main/testing/orderBook.ts'
import { createShop, type Shop } from '#main/testing/shop.ts'
import { askerOf, createOrderDesk } from './orderDesk.ts'

let shop: Shop
const soon = new Date('2026-03-02T09:30:00Z').toISOString()

beforeEach(() => {
  shop = createShop()
  const { orders } = shop.stores
  orders.putSource(orderSource())
  orders.putOrders([
    order(),
    order({ id: 'o2', number: 'SO-2026-1002', placedAt: new Date('2026-03-02') }),
    order({ id: 'foreign', number: '#2001', email: 'tom@customer.test', items: [] }),
    order({ id: 'bare', number: '#3001', email: null, items: [] }),
  ])
  orders.putProducts([product()])
  orders.putWarranties([warranty(), warranty({ id: 'w2', serialNumber: 'SN-9', orderNumber: '#2001' })])
})
afterEach(() => shop.close())

function deskFor(address: string, identity: Identity = freshDialogue.identity) {
  const asker = { addresses: address ? [{ kind: 'email' as const, address }] : [], identity, now: shop.clock.now() }
  return createOrderDesk({ stores: shop.stores, asker, settings: { couponLimitPercent: 10, timeZone: 'UTC' } })
}
const proved = (orderId: string): Identity => ({ proved: [{ orderId, until: soon }], pending: null })

describe('the account on the order', () => {
  test('hears the status and no more', () => {
    const found = deskFor('mia@customer.test').byNumber('1001')
    expect(found).toMatchObject({ kind: 'found', order: { id: 'o1', level: 1, fields: { status: 'shipped' } } })
    expect(JSON.stringify(found)).not.toMatch(/Mozart|Desk lamp|5390/)
  })

  test('has its own orders, newest first', () => {
    expect(
      deskFor('mia@customer.test')
        .mine()
        .map(({ id }) => id),
    ).toEqual(['o2', 'o1'])
  })

  test('may name an order by the end of its number', () => {
    expect(deskFor('mia@customer.test').byNumber('1002')).toMatchObject({ kind: 'found', order: { id: 'o2' } })
    expect(deskFor('mia@customer.test').byNumber('002')).toMatchObject({ kind: 'needs-code' })
  })

  test('cannot be claimed by words: another address gets a code request', () => {
    expect(deskFor('eve@evil.test').byNumber('1001')).toEqual({ kind: 'needs-code', orderId: 'o1', canSend: true })
    expect(deskFor('eve@evil.test').byNumber('1002')).toMatchObject({ orderId: null })
  })
})

test('orders of others, without an address and not there at all differ in nothing but an id that is never said', () => {
  const desk = deskFor('eve@evil.test')
  const outside = ['2001', '3001', '4004'].map(number => {
    const found = desk.byNumber(number)
    return found.kind === 'needs-code' ? { ...found, orderId: '' } : found
  })
  expect(new Set(outside.map(found => JSON.stringify(found))).size).toBe(1)
})

test('without a mailbox nobody is promised a code', () => {
  shop.stores.channels.update('mail', { enabled: false })
  expect(deskFor('').byNumber('2001')).toMatchObject({ canSend: false })
})

test('a code for one order opens that order alone', () => {
  const desk = deskFor('eve@evil.test', proved('o1'))
  expect(desk.byId('o1')).toMatchObject({ level: 2, fields: { address: 'Mozartstrasse 1, Wien' } })
  expect(desk.byId('o2')).toBeNull()
  expect(desk.mine().map(({ id }) => id)).toEqual(['o1'])
})

describe('what an order holds', () => {
  const bought = { sku: 'LAMP-1', name: 'Desk lamp' }
  beforeEach(() => {
    shop.stores.orders.putOrders([
      order({ items: [lamp, { ...lamp, sku: 'BULB-1', name: 'Spare bulb', serialNumber: null }] }),
    ])
    shop.stores.orders.putWarranties([warranty({ id: 'w3', serialNumber: 'SN-3', sku: 'BULB-1' })])
  })
  const level0 = () => deskFor('eve@evil.test')
  const level1 = () => deskFor('mia@customer.test')
  const level2 = () => deskFor('', proved('o1'))
  const of = (desk: OrderDesk, said: string) => desk.itemNamed('o1', said)
  const serials = (desk: OrderDesk, said?: string) => {
    const mine: DisclosedOrder = { id: 'o1', number: '#1001', level: 3, fields: {}, withheld: [] }
    return desk.warranties(said === undefined ? { order: mine } : { order: mine, said }).map(row => row.serialNumber)
  }

  test.each([
    ['0', level0, 'my lamp flickers', null, []],
    ['1', level1, 'my lamp flickers', { ...bought, isNamed: true }, ['SN-0001']],
    ['1', level1, 'it flickers', null, []],
    ['1', level1, 'the lamp or the bulb', null, []],
    ['2', level2, 'my lamp flickers', { ...bought, isNamed: true }, ['SN-0001', 'SN-3']],
    ['2', level2, 'it flickers', null, ['SN-0001', 'SN-3']],
  ])('level %s hears of items and warranties: %#', (_, desk, said, item, warranties) => {
    expect(of(desk(), said)).toEqual(item)
    expect(serials(desk(), said)).toEqual(warranties)
  })

  test('is told before the code to nobody who does not name it, not even when there is one thing in it', () => {
    const only = (desk: OrderDesk) => desk.itemNamed('o2', 'it flickers')
    expect(only(level1())).toBeNull()
    expect(only(deskFor('', proved('o2')))).toEqual({ ...bought, isNamed: false })
    expect(serials(level1())).toEqual([])
  })

  test('is told of by a serial number that belongs to an own order', () => {
    expect(level1().warranties({ serialNumber: 'sn-0001' })).toHaveLength(1)
    expect(level1().warranties({ serialNumber: 'SN-9' })).toEqual([])
  })
})

test('a made-up disclosed order opens nothing', () => {
  const forged = { id: 'foreign', number: '#2001', level: 3 as const, fields: {}, withheld: [] }
  expect(deskFor('mia@customer.test').warranties({ order: forged })).toEqual([])
})

test('products are for everybody', () => {
  expect(deskFor('').products('lamp', 3)).toHaveLength(1)
})

test('coupons are offered within the limit, while they last', () => {
  const at = (iso: string) => new Date(iso)
  shop.stores.orders.putCoupons([
    coupon(),
    coupon({ id: 'c2', code: 'BIG', percent: 20 }),
    coupon({ id: 'c3', code: 'OLD', validUntil: at('2026-03-01') }),
    coupon({ id: 'c4', code: 'GONE', remaining: 0 }),
    coupon({ id: 'c5', code: 'FIX', percent: null, amount: { minor: 500, currency: 'EUR' } }),
  ])
  expect(
    deskFor('')
      .offerableCoupons()
      .map(({ code }) => code),
  ).toEqual(['SORRY10'])
})

describe('who asks', () => {
  test('is the address of the conversation', async () => {
    const id = await shop.receive()
    const conversation = shop.board.conversation(id)
    expect(askerOf(shop.stores, conversation, freshDialogue.identity, shop.clock.now()).addresses).toEqual([
      { kind: 'email', address: 'mia@customer.test' },
    ])
  })

  test('is nobody when the answer would go elsewhere', async () => {
    const id = await shop.receive({ replyContext: { replyTo: { address: 'eve@evil.test', name: '' } } })
    const conversation = shop.board.conversation(id)
    expect(askerOf(shop.stores, conversation, freshDialogue.identity, shop.clock.now()).addresses).toEqual([])
  })
})
