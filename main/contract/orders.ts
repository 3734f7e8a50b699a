import { oc } from '@orpc/contract'
import { z } from 'zod'
import { uploadSchema } from './conversation.ts'

/** Money as the smallest unit of its currency, so that nothing is rounded. */
export const moneySchema = z.object({ minor: z.number().int(), currency: z.string().length(3) })
export type Money = z.infer<typeof moneySchema>

export const orderStatusSchema = z.enum([
  'pending',
  'paid',
  'processing',
  'shipped',
  'delivered',
  'cancelled',
  'returned',
  'refunded',
  'unknown',
])
export type OrderStatus = z.infer<typeof orderStatusSchema>

/** All days and times of the order book are those of the shop's clock, held as if UTC. */
export const shipmentSchema = z.object({
  carrier: z.string(),
  trackingNumber: z.string(),
  trackingUrl: z.string().nullable(),
  /** The carrier's or the shop's own words. */
  status: z.string(),
  shippedAt: z.date().nullable(),
  expectedAt: z.date().nullable(),
  deliveredAt: z.date().nullable(),
})
export type Shipment = z.infer<typeof shipmentSchema>

export const orderItemSchema = z.object({
  sku: z.string(),
  name: z.string(),
  quantity: z.number(),
  price: moneySchema.nullable(),
  serialNumber: z.string().nullable(),
})
export type OrderItem = z.infer<typeof orderItemSchema>

export const returnSchema = z.object({
  item: z.string(),
  status: z.string(),
  reason: z.string(),
  at: z.date().nullable(),
})

export const orderSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  /** As the shop writes it, with its prefix. */
  number: z.string(),
  customerName: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  status: orderStatusSchema,
  /** The source's own word for the status. */
  statusText: z.string(),
  placedAt: z.date().nullable(),
  total: moneySchema.nullable(),
  address: z.string().nullable(),
  postcode: z.string().nullable(),
  items: z.array(orderItemSchema),
  shipments: z.array(shipmentSchema),
  returns: z.array(returnSchema),
  coupons: z.array(z.string()),
  note: z.string(),
  /** No longer in the web shop it was read from: nobody who writes is told of it. */
  isRemoved: z.boolean().optional(),
  updatedAt: z.date(),
})
export type Order = z.infer<typeof orderSchema>

export const productSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  sku: z.string(),
  name: z.string(),
  description: z.string(),
  price: moneySchema.nullable(),
  /** Null when the source does not say. */
  stock: z.number().nullable(),
  /** Whether it can be had, from sources that say so without counting. */
  available: z.boolean().optional(),
  url: z.string().nullable(),
  /** Months from the purchase; null when the shop gives none. */
  warrantyMonths: z.number().nullable(),
  updatedAt: z.date(),
})
export type Product = z.infer<typeof productSchema>

export const warrantySchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  serialNumber: z.string(),
  sku: z.string(),
  orderNumber: z.string().nullable(),
  startsAt: z.date(),
  endsAt: z.date(),
})
export type Warranty = z.infer<typeof warrantySchema>

export const couponSchema = z.object({
  id: z.string(),
  sourceId: z.string(),
  code: z.string(),
  description: z.string(),
  /** One of the two is set. */
  percent: z.number().nullable(),
  amount: moneySchema.nullable(),
  validUntil: z.date().nullable(),
  /** How often the assistant may still offer it; null without a limit. */
  remaining: z.number().nullable(),
})
export type Coupon = z.infer<typeof couponSchema>

export const orderRecordKindSchema = z.enum(['orders', 'products', 'warranties', 'coupons'])
export type OrderRecordKind = z.infer<typeof orderRecordKindSchema>

export const orderSourceSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['csv', 'json', 'woocommerce', 'shopify']),
  records: orderRecordKindSchema.nullable(),
  count: z.number(),
  syncedAt: z.date().nullable(),
  /** Why the last synchronisation or the import failed, as a key under `orders.fault.`; null when it went well. */
  fault: z.string().nullable(),
})
export type OrderSource = z.infer<typeof orderSourceSchema>

export const orderProblemSchema = z.object({
  line: z.number().nullable(),
  /** i18n key under `orders.problem.`. */
  problem: z.enum([
    'no-number',
    'bad-date',
    'bad-amount',
    'duplicate-number',
    'shortened-number',
    'too-many-cells',
    'different-totals',
    'same-row-twice',
    'not-json',
    'wrong-shape',
    'no-columns',
    'unreadable',
    'empty',
    'too-big',
    'unknown-format',
  ]),
  detail: z.string(),
})
export type OrderProblem = z.infer<typeof orderProblemSchema>

/** Which column of the file is which field of ours; null leaves the field empty. */
export const columnMappingSchema = z.record(z.string(), z.string().nullable())
export type ColumnMapping = z.infer<typeof columnMappingSchema>

export const orderPreviewSchema = z.object({
  previewId: z.string(),
  name: z.string(),
  records: orderRecordKindSchema,
  /** The columns of the file, in order; empty for JSON. */
  columns: z.array(z.string()),
  /** Our fields that can be mapped, the needed ones first. */
  fields: z.array(z.object({ id: z.string(), required: z.boolean() })),
  mapping: columnMappingSchema,
  added: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  /** Records of the file that cannot be taken. */
  leftOut: z.number(),
  /** Orders that can be taken and name no e-mail address. */
  withoutEmail: z.number(),
  sample: z.array(z.record(z.string(), z.string())),
  problems: z.array(orderProblemSchema),
  problemCount: z.number(),
})
export type OrderPreview = z.infer<typeof orderPreviewSchema>

const notFound = { NOT_FOUND: {} }

export const ordersContract = {
  sources: oc.output(z.array(orderSourceSchema)),
  list: oc
    .input(
      z.object({
        text: z.string().max(200).optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(orderSchema), total: z.number() })),
  get: oc
    .input(z.object({ id: z.string() }))
    .output(orderSchema)
    .errors(notFound),
  /** Orders whose e-mail or phone is one of the contact's own addresses, newest first. */
  ofContact: oc.input(z.object({ contactId: z.string() })).output(z.array(orderSchema)),
  /** Of an order, by its number and by the serial numbers of its items. */
  warranties: oc
    .input(z.object({ id: z.string() }))
    .output(z.array(warrantySchema))
    .errors(notFound),
  products: oc
    .input(
      z.object({
        text: z.string().max(200).optional(),
        offset: z.number().int().min(0).default(0),
        limit: z.number().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(productSchema), total: z.number() })),
  coupons: oc.output(z.array(couponSchema)),
  /** Reads a file without storing anything; with `mapping` it is read again in that way. Kept for 30 minutes. */
  preview: oc
    .input(
      z.object({
        upload: uploadSchema,
        records: orderRecordKindSchema.optional(),
        mapping: columnMappingSchema.optional(),
      }),
    )
    .output(orderPreviewSchema),
  import: oc
    .input(z.object({ previewId: z.string() }))
    .output(z.object({ added: z.number(), updated: z.number(), unchanged: z.number() }))
    .errors({ PREVIEW_EXPIRED: {} }),
  /** Connects a web shop, read only. `fault` is a key under `orders.fault.`. */
  connect: oc
    .input(
      z.discriminatedUnion('kind', [
        z.object({
          kind: z.literal('woocommerce'),
          url: z.string().min(1),
          keys: z.object({ key: z.string().min(1), secret: z.string().min(1) }),
        }),
        z.object({
          kind: z.literal('shopify'),
          shop: z.string().min(1),
          keys: z.union([
            /** Of an app of the Dev Dashboard, which gets tokens of a day for them. */
            z.object({ clientId: z.string().min(1), clientSecret: z.string().min(1) }),
            /** Of an app made before 2026, with a lasting token. */
            z.object({ token: z.string().min(1) }),
          ]),
        }),
      ]),
    )
    .output(orderSourceSchema)
    .errors({ REFUSED: { data: z.object({ fault: z.string() }) } }),
  syncNow: oc
    .input(z.object({ id: z.string() }))
    .output(orderSourceSchema)
    .errors(notFound),
  removeSource: oc
    .input(z.object({ id: z.string() }))
    .output(z.void())
    .errors(notFound),
}
