import type { OrderProblem, Shipment } from '#contract/orders.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import { orderStatusFrom } from '#domain/orders/status.ts'
import type { OrderDraft } from '#main/ports/orderFiles.ts'
import type { CellReader, RecordRow } from './cells.ts'
import { BadRecord, problemAt } from './problems.ts'

/** Orders from a table in which rows with the same number are the items of one order. */
export function ordersFrom(
  rows: readonly RecordRow[],
  read: CellReader,
): { drafts: OrderDraft[]; problems: OrderProblem[] } {
  const drafts = new Map<string, OrderDraft>()
  const refused = new Set<string>()
  const problems: OrderProblem[] = []
  for (const row of rows) {
    const identity = numberIdentity(read.text(row, 'number'))
    try {
      if (identity === '') throw new BadRecord('no-number', Object.values(row.cells).join(' '))
      const before = drafts.get(identity)
      const draft = draftOf(row, read)
      drafts.set(identity, before ? joined(before, draft) : draft)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(problemAt(row.line, error.problem, error.detail))
      // An order without one of its rows would be told wrong.
      if (error.problem !== 'duplicate-number' && identity !== '') refused.add(identity)
    }
  }
  return { drafts: [...drafts].filter(([identity]) => !refused.has(identity)).map(([, draft]) => draft), problems }
}

function draftOf(row: RecordRow, read: CellReader): OrderDraft {
  const text = (field: string) => read.text(row, field)
  const words = { status: text('status'), payment: text('paymentStatus'), fulfilment: text('fulfilmentStatus') }
  const shipments = shipmentOf(row, read)
  const told = orderStatusFrom({ ...words, isCancelled: read.date(row, 'cancelledAt') !== null })
  const [shipment] = shipments
  const shown = shipment?.deliveredAt
    ? 'delivered'
    : shipment?.shippedAt || shipment?.trackingNumber
      ? 'shipped'
      : 'unknown'
  return {
    number: text('number'),
    customerName: text('customerName'),
    email: text('email').toLowerCase() || null,
    phone: phoneOf(text('phone')),
    status: told === 'unknown' ? shown : told,
    statusText: words.status || [words.payment, words.fulfilment].filter(word => word !== '').join(', '),
    placedAt: read.date(row, 'placedAt'),
    total: read.money(row, 'total'),
    address: ['address', 'city', 'region', 'country'].map(text).filter(part => part !== '').join(', ') || null,
    postcode: text('postcode').replace(/^'/, '') || null,
    items: itemOf(row, read),
    shipments,
    returns: returnOf(row, read),
    coupons: text('coupon').split(/[,;|，；]/).map(code => code.trim()).filter(code => code !== ''),
    note: text('note'),
  } // prettier-ignore
}

/** Spreadsheets turn long numbers into 1.38E+10, and nobody can turn them back. */
function phoneOf(text: string): string | null {
  return text === '' || /^\d(?:\.\d+)?E\+?\d+$/i.test(text) ? null : text.replace(/^'/, '')
}

function itemOf(row: RecordRow, read: CellReader): OrderDraft['items'] {
  const name = read.text(row, 'item')
  const sku = read.text(row, 'sku')
  if (name === '' && sku === '') return []
  return [
    {
      sku,
      name: name || sku,
      quantity: read.number(row, 'quantity') ?? 1,
      price: read.money(row, 'price'),
      serialNumber: read.text(row, 'serialNumber') || null,
    },
  ]
}

function shipmentOf(row: RecordRow, read: CellReader): Shipment[] {
  const shipment = {
    carrier: read.text(row, 'carrier'),
    trackingNumber: read.text(row, 'trackingNumber').replace(/^'/, ''),
    trackingUrl: read.text(row, 'trackingUrl') || null,
    status: read.text(row, 'shipmentStatus'),
    shippedAt: read.date(row, 'shippedAt'),
    expectedAt: read.date(row, 'expectedAt'),
    deliveredAt: read.date(row, 'deliveredAt'),
  }
  const isThere = Object.entries(shipment).some(([name, value]) => name !== 'carrier' && value !== '' && value !== null)
  return isThere ? [shipment] : []
}

function returnOf(row: RecordRow, read: CellReader): OrderDraft['returns'] {
  const status = read.text(row, 'returnStatus')
  const reason = read.text(row, 'returnReason')
  return status === '' && reason === '' ? [] : [{ item: read.text(row, 'item'), status, reason, at: null }]
}

const isEmpty = (value: unknown) => value === null || value === '' || value === 'unknown'

/** What the first row does not say, a later one may. Throws BadRecord when the two are plainly not one order. */
function joined(first: OrderDraft, next: OrderDraft): OrderDraft {
  if (first.email !== null && next.email !== null && first.email !== next.email) {
    throw new BadRecord('duplicate-number', `${next.number}: ${next.email}`)
  }
  const newParcels = next.shipments.filter(
    ({ trackingNumber }) => !first.shipments.some(parcel => parcel.trackingNumber === trackingNumber),
  )
  return {
    ...next,
    ...Object.fromEntries(Object.entries(first).filter(([, value]) => !isEmpty(value))),
    items: [...first.items, ...next.items],
    shipments: [...first.shipments, ...newParcels],
    returns: [...first.returns, ...next.returns],
    coupons: [...new Set([...first.coupons, ...next.coupons])],
  }
}
