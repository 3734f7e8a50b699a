import type { Order, Warranty } from '#contract/orders.ts'
import { order, parcel, warranty } from './orderBook.ts'

const statuses = ['pending', 'paid', 'shipped', 'delivered', 'delivered', 'cancelled', 'refunded'] as const
/** What one field of one order says, recognised wherever it comes out. */
const markOf = (index: number, field: string) => `zz${index}${field}`
const markPattern = /zz(\d+)(name|street|status|note|item|sku|serial|carrier|track|reason)/gi

/** Fields that are told before the code. */
const progress: ReadonlySet<string> = new Set(['status', 'carrier', 'track'])

export interface MarkedBook {
  orders: Order[]
  warranties: Warranty[]
  /** By the order's place: the customer it belongs to. */
  owners: readonly number[]
}

export const addressOf = (customer: number) => `c${customer}@mail.test`
const firstNumber = 100_000
const firstTotal = 7_000_000
const firstPhone = 9_000_000

/** Orders of which every value is its own. Some hold two things, some only one. */
export function createMarkedBook(owners: readonly number[]): MarkedBook {
  const mark = markOf
  const orders = owners.map((owner, index) =>
    order({
      id: `order-${index}`,
      number: `KD-${firstNumber + index}`,
      email: addressOf(owner),
      customerName: `${mark(index, 'name')} Miller`,
      phone: `0171 ${firstPhone + index}`,
      status: statuses[index % statuses.length] ?? 'unknown',
      statusText: mark(index, 'status'),
      total: { minor: firstTotal + index, currency: 'EUR' },
      address: `${mark(index, 'street')} street 5`,
      note: mark(index, 'note'),
      placedAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000),
      items: [
        { sku: mark(index, 'sku'), name: `${mark(index, 'item')} grinder`, quantity: 1, price: null, serialNumber: mark(index, 'serial') },
        ...(index % 2 === 0 ? [] : [{ sku: 'LAMP-1', name: 'Desk lamp', quantity: 1, price: null, serialNumber: null }]),
      ],
      shipments: [{ ...parcel, carrier: mark(index, 'carrier'), trackingNumber: mark(index, 'track'), trackingUrl: null }],
      returns: [{ item: mark(index, 'item'), status: '', reason: mark(index, 'reason'), at: null }],
    }),
  ) // prettier-ignore
  const warranties = orders.map(({ number }, index) =>
    warranty({
      id: `warranty-${index}`,
      serialNumber: mark(index, 'serial'),
      sku: mark(index, 'sku'),
      orderNumber: number,
    }),
  )
  return { orders, warranties, owners }
}

export interface Heard {
  /** The order's place in the book, or null for what belongs to a customer. */
  index: number
  value: string
  /** Told only after the code. */
  isContent: boolean
}

/** Every value of the book that a text holds. Amounts and phone numbers are found however they are written. */
export function valuesIn(text: string, { orders, owners }: MarkedBook): Heard[] {
  const marks = [...text.matchAll(markPattern)].map(([value, index = '', field = '']) => ({
    index: Number(index),
    value: value.toLowerCase(),
    isContent: !progress.has(field.toLowerCase()),
  }))
  const numbers = [...text.matchAll(/KD-(\d{6})/gi)].map(([value, digits]) => ({
    index: Number(digits) - firstNumber,
    value: value.toLowerCase(),
    isContent: false,
  }))
  const addresses = [...text.matchAll(/c(\d+)@mail\.test/gi)].map(([value, customer]) => ({
    index: owners.indexOf(Number(customer)),
    value: value.toLowerCase(),
    isContent: false,
  }))
  const digits = text.replace(/(?<=\d)[.,\s'’](?=\d)/gu, '')
  const amounts = [...digits.matchAll(/(?<!\d)(?:0171)?([79]\d{6})(?!\d)/g)].flatMap(([, digit = '']) => {
    const index = Number(digit) - (digit.startsWith('7') ? firstTotal : firstPhone)
    return index < orders.length ? [{ index, value: digit, isContent: true }] : []
  })
  return [...marks, ...numbers, ...addresses, ...amounts]
}
