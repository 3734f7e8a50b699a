import { expect, test } from 'vitest'
import { freshDialogue, type IdentityLevel } from '#domain/dialogue/state.ts'
import { lamp, order, parcel } from '#main/testing/orderBook.ts'
import type { Asker } from './desk.ts'
import { disclose, levelOf } from './identity.ts'

const now = new Date('2026-03-03T12:00:00Z')
const asker = (change: Partial<Asker> = {}): Asker => ({
  addresses: [],
  identity: freshDialogue.identity,
  now,
  ...change,
})
const proof = (orderId: string, until: string) => ({ proved: [{ orderId, until }], pending: null })

const whole = order({
  shipments: [
    { ...parcel, deliveredAt: new Date('2026-03-04') },
    { ...parcel, carrier: 'UPS', trackingNumber: '1Z' },
  ],
  items: [lamp, { ...lamp, name: 'Bulb', quantity: 2 }],
  returns: [{ item: 'Bulb', status: 'requested', reason: 'broken', at: new Date('2026-03-09') }],
})

/** The level each field needs. Whatever is not here must not come out at all. */
const needed: Readonly<Record<string, IdentityLevel>> = {
  number: 1, status: 1, statusText: 1, placedAt: 1, parcelCount: 1,
  carrier: 1, trackingNumber: 1, trackingUrl: 1, shipmentStatus: 1, shippedAt: 1, expectedAt: 1, deliveredAt: 1,
  'carrier.2': 1, 'trackingNumber.2': 1, 'trackingUrl.2': 1, 'shipmentStatus.2': 1, 'shippedAt.2': 1, 'expectedAt.2': 1,
  returnStatus: 1, returnAt: 1,
  customerName: 2, address: 2, postcode: 2, total: 2, coupons: 2, itemCount: 2,
  'item.1': 2, 'itemSku.1': 2, 'itemQuantity.1': 2, 'itemPrice.1': 2, 'itemSerialNumber.1': 2,
  'item.2': 2, 'itemSku.2': 2, 'itemQuantity.2': 2, 'itemPrice.2': 2, 'itemSerialNumber.2': 2,
  returnItem: 2, returnReason: 2,
  email: 3, phone: 3, note: 3,
} // prettier-ignore

const levels: readonly IdentityLevel[] = [0, 1, 2, 3]

test.each(levels)('level %i hears exactly its own fields', level => {
  const { fields, withheld } = disclose(whole, level)
  const allowed = Object.keys(needed).filter(name => level >= (needed[name] ?? 9))
  expect(Object.keys(fields).toSorted()).toEqual(allowed.toSorted())
  const rest = Object.keys(needed).filter(name => !allowed.includes(name))
  expect([...withheld].toSorted()).toEqual(level === 0 ? [] : rest.toSorted())
})

test('nothing of an order is at level 0, not even its number', () => {
  expect(JSON.stringify(disclose(whole, 0))).not.toMatch(/1001|Mia|JD0140/)
})

test('values are copied from the row, dates as days and money in its smallest unit', () => {
  expect(disclose(whole, 2).fields).toMatchObject({
    expectedAt: '2026-03-05',
    total: '5390 EUR',
    'itemQuantity.2': '2',
  })
})

test.each([
  ['nobody', asker(), 0],
  ['the account on the order', asker({ addresses: [{ kind: 'email', address: 'Mia@Customer.test' }] }), 1],
  [
    'an address of letters that look alike',
    asker({ addresses: [{ kind: 'email', address: 'mia@customer.t\uff45st' }] }),
    0,
  ],
  [
    'an address with a letter nobody sees',
    asker({ addresses: [{ kind: 'email', address: 'mi\u200ba@customer.test' }] }),
    0,
  ],
  ['another address', asker({ addresses: [{ kind: 'email', address: 'mia@customer.test.evil' }] }), 0],
  [
    'a chat that calls itself by the address',
    asker({ addresses: [{ kind: 'telegram', address: 'mia@customer.test' }] }),
    0,
  ],
  ['a proof', asker({ identity: proof('o1', '2026-03-03T12:30:00Z') }), 2],
  ['a proof that ended', asker({ identity: proof('o1', '2026-03-03T12:00:00Z') }), 0],
  ['a proof for another order', asker({ identity: proof('o2', '2026-03-03T12:30:00Z') }), 0],
] as const)('%s has its level', (_, who, level) => {
  expect(levelOf(order(), who)).toBe(level)
})

test('an order without an address on file belongs to no account', () => {
  const who = asker({ addresses: [{ kind: 'email', address: '' }] })
  expect(levelOf(order({ email: null }), who)).toBe(0)
  expect(levelOf(order({ email: '' }), who)).toBe(0)
})
