import { expect, test } from 'vitest'
import { lamp, order, warranty } from '#main/testing/orderBook.ts'
import { warrantiesOf } from './orderWarranties.ts'

const byNumber = warranty({ id: 'w1', serialNumber: 'SN-0001', orderNumber: '#1001' })
const bySerial = warranty({ id: 'w2', serialNumber: 'SN-0002', orderNumber: null })
const book = {
  warrantiesOfOrder: (number: string) => (number === '#1001' ? [byNumber] : []),
  warranty: (serial: string) => [byNumber, bySerial].find(({ serialNumber }) => serialNumber === serial) ?? null,
}

test('a warranty is found by the number of the order or of the thing, and shown once when both lead to it', () => {
  const bought = order({ items: [lamp, { ...lamp, serialNumber: 'SN-0002' }, { ...lamp, serialNumber: null }] })
  expect(warrantiesOf(bought, book).map(({ id }) => id)).toEqual(['w1', 'w2'])
})

test('an order without any has none', () => {
  expect(warrantiesOf(order({ number: '#9', items: [] }), book)).toEqual([])
})
