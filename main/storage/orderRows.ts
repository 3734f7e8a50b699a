import { z } from 'zod'
import {
  couponSchema,
  orderRecordKindSchema,
  orderSchema,
  orderSourceSchema,
  productSchema,
  returnSchema,
  shipmentSchema,
  warrantySchema,
  type Coupon,
  type Order,
  type Product,
  type Warranty,
} from '#contract/orders.ts'
import type { OrderSourceRecord } from '#main/ports/orderStore.ts'
import { toDate, toDateOrNull } from './cells.ts'

const date = z.string().transform(text => new Date(text))
const own = { id: true, sourceId: true, updatedAt: true } as const
const shipment = shipmentSchema.extend({
  shippedAt: date.nullable(),
  expectedAt: date.nullable(),
  deliveredAt: date.nullable(),
})
const storedOrder = orderSchema.omit(own).extend({
  placedAt: date.nullable(),
  shipments: z.array(shipment),
  returns: z.array(returnSchema.extend({ at: date.nullable() })),
})
const storedProduct = productSchema.omit(own)
const storedWarranty = warrantySchema.omit({ id: true, sourceId: true }).extend({ startsAt: date, endsAt: date })
const storedCoupon = couponSchema.omit({ id: true, sourceId: true, remaining: true }).extend({
  validUntil: date.nullable(),
})

/** The cell of a record: fields always in the same order, so that equal records are equal texts. */
export function recordOf(record: Order | Product | Warranty | Coupon): string {
  const hidden = new Set(['id', 'sourceId', 'updatedAt'])
  const fields = Object.entries(record).filter(([name]) => !hidden.has(name))
  return JSON.stringify(Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1))))
}

export interface RecordRow {
  id: string
  sourceId: string
  record: string
}

export function toOrder({ id, sourceId, updatedAt, record }: RecordRow & { updatedAt: number }): Order {
  return { id, sourceId, updatedAt: toDate(updatedAt), ...storedOrder.parse(JSON.parse(record)) }
}

export function toProduct({ id, sourceId, updatedAt, record }: RecordRow & { updatedAt: number }): Product {
  return { id, sourceId, updatedAt: toDate(updatedAt), ...storedProduct.parse(JSON.parse(record)) }
}

export function toWarranty({ id, sourceId, record }: RecordRow): Warranty {
  return { id, sourceId, ...storedWarranty.parse(JSON.parse(record)) }
}

export function toCoupon({ id, sourceId, remaining, record }: RecordRow & { remaining: number | null }): Coupon {
  return { id, sourceId, remaining, ...storedCoupon.parse(JSON.parse(record)) }
}

export interface SourceRow {
  id: string
  name: string
  kind: string
  records: string | null
  count: number
  syncedAt: number | null
  fault: string | null
  settings: string | null
  cursor: string | null
}

const settings = z.record(z.string(), z.string())

export function toSource(row: SourceRow): OrderSourceRecord {
  return {
    ...row,
    kind: orderSourceSchema.shape.kind.parse(row.kind),
    records: row.records === null ? null : orderRecordKindSchema.parse(row.records),
    syncedAt: toDateOrNull(row.syncedAt),
    settings: row.settings === null ? null : settings.parse(JSON.parse(row.settings)),
  }
}
