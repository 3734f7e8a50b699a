import type { Money, OrderProblem, OrderStatus, Shipment } from '#contract/orders.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import { orderStatusFrom } from '#domain/orders/status.ts'
import type { OrderDraft } from '#main/ports/orderFiles.ts'
import { isShortened, type CellReader, type RecordRow } from './cells.ts'
import { BadRecord, problemAt } from './problems.ts'

/** Orders from a table in which rows with the same number are the items of one order. */
export function ordersFrom(
  rows: readonly RecordRow[],
  read: CellReader,
): { drafts: OrderDraft[]; problems: OrderProblem[]; leftOut: number } {
  const drafts = new Map<string, OrderDraft>()
  const seen = new Map<string, Set<string>>()
  const refused = new Set<string>()
  const unclear = new Set<string>()
  const problems: OrderProblem[] = []
  let leftOut = 0
  for (const row of rows) {
    const identity = numberIdentity(read.text(row, 'number'))
    try {
      if (identity === '') throw new BadRecord('no-number', Object.values(row.cells).join(' '))
      if (isShortened(read.text(row, 'number'))) throw new BadRecord('shortened-number', read.text(row, 'number'))
      if (row.beyond !== '') throw new BadRecord('too-many-cells', row.beyond)
      const draft = draftOf(row, read)
      const before = drafts.get(identity)
      if (before !== undefined && isSeen(row, draft, seen.get(identity))) {
        problems.push(problemAt(row.line, 'same-row-twice', draft.number))
        continue
      }
      seen.set(identity, (seen.get(identity) ?? new Set()).add(keyOf(row)))
      drafts.set(identity, before ? joined(before, draft) : draft)
      if (before === undefined || isSameTotal(before.total, draft.total) || unclear.has(identity)) continue
      unclear.add(identity)
      problems.push(problemAt(row.line, 'different-totals', draft.number))
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(problemAt(row.line, error.problem, error.detail))
      // An order without one of its rows would be told wrong; where there is no order, the row is what is left out.
      if (identity === '' || aboutOneRow.has(error.problem)) leftOut += 1
      else refused.add(identity)
    }
  }
  const taken = [...drafts]
    .filter(([identity]) => !refused.has(identity))
    .map(([identity, draft]) => (unclear.has(identity) ? { ...draft, total: null } : draft))
  return { drafts: taken, problems, leftOut: leftOut + refused.size }
}

const aboutOneRow: ReadonlySet<OrderProblem['problem']> = new Set(['duplicate-number', 'shortened-number'])

const keyOf = ({ cells }: RecordRow) => JSON.stringify(cells)

/** The same row again, in a table that counts its items: it was exported twice, not ordered twice. */
function isSeen(row: RecordRow, { items }: OrderDraft, rows: ReadonlySet<string> | undefined): boolean {
  return items.length > 0 && 'quantity' in row.cells && (rows?.has(keyOf(row)) ?? false)
}

function isSameTotal(one: Money | null, other: Money | null): boolean {
  return one === null || other === null || (one.minor === other.minor && one.currency === other.currency)
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

function phoneOf(text: string): string | null {
  return wholeOf(text) || null
}

/** Empty when a spreadsheet has shortened it; without the sign that keeps one from doing so. */
function wholeOf(text: string): string {
  return isShortened(text) ? '' : text.replace(/^'/, '')
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
      serialNumber: wholeOf(read.text(row, 'serialNumber')) || null,
    },
  ]
}

function shipmentOf(row: RecordRow, read: CellReader): Shipment[] {
  const shipment = {
    carrier: read.text(row, 'carrier'),
    trackingNumber: wholeOf(read.text(row, 'trackingNumber')),
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
    status: leastOf(first.status, next.status),
    statusText: [...new Set([first.statusText, next.statusText])].filter(word => word !== '').join(', '),
    items: [...first.items, ...next.items],
    shipments: [...first.shipments, ...newParcels],
    returns: [...first.returns, ...next.returns],
    coupons: [...new Set([...first.coupons, ...next.coupons])],
  }
}

const progress: readonly OrderStatus[] = ['pending', 'paid', 'processing', 'shipped', 'delivered']

/** An order stands where the item stands that is behind the others; one sent and one cancelled stand nowhere. */
function leastOf(one: OrderStatus, other: OrderStatus): OrderStatus {
  if (one === other || other === 'unknown') return one
  if (one === 'unknown') return other
  const places = [progress.indexOf(one), progress.indexOf(other)]
  return places.includes(-1) ? 'unknown' : (progress[Math.min(...places)] ?? 'unknown')
}
