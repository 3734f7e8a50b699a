import { z } from 'zod'
import type { OrderStatus, Shipment } from '#contract/orders.ts'
import { readDate } from '#domain/orders/dates.ts'
import { readMoney } from '#domain/orders/money.ts'
import { orderStatusOf } from '#domain/orders/status.ts'
import { onShopClock } from '#domain/shopClock.ts'
import type { OrderDraft, ProductDraft } from '#main/ports/orderFiles.ts'
import { plainText } from './orders/otherRows.ts'

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const address = z
  .object({
    first_name: text,
    last_name: text,
    company: text,
    address_1: text,
    address_2: text,
    city: text,
    state: text,
    postcode: text,
    country: text,
    email: text,
    phone: text,
  })
  .partial()
type Address = z.infer<typeof address>

export const currencySchema = z.object({ code: z.string().length(3) })

const orderSchema = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  status: z.string(),
  currency: z.string().length(3),
  date_created: z.string().nullish(),
  date_created_gmt: z.string().nullish(),
  total: z.string(),
  customer_note: text,
  billing: address.default({}),
  shipping: address.default({}),
  line_items: z.array(
    z.object({
      name: text,
      sku: text,
      product_id: z.number().nullish(),
      variation_id: z.number().nullish(),
      quantity: z.number(),
      price: z.union([z.number(), z.string()]).nullish(),
    }),
  ),
  coupon_lines: z.array(z.object({ code: text })).default([]),
  meta_data: z.array(z.object({ key: z.string(), value: z.unknown() })).default([]),
})
export const wooOrdersSchema = z.array(orderSchema)

const productFields = {
  id: z.number(),
  sku: text,
  price: z.union([z.string(), z.number()]).nullish().transform(value => String(value ?? '')),
  permalink: text,
  description: text,
  stock_quantity: z.number().nullish(),
  stock_status: text,
} // prettier-ignore
const productSchema = z.object({ ...productFields, name: z.string(), type: text, short_description: text })
const variationSchema = z.object({ ...productFields, attributes: z.array(z.object({ option: text })).default([]) })
export const wooProductsSchema = z.array(productSchema)
export const wooVariationsSchema = z.array(variationSchema)
export type WooProduct = z.infer<typeof productSchema>
export type WooVariation = z.infer<typeof variationSchema>

/** As WooCommerce means them: "processing" is paid and waits to be sent, "completed" needs nothing more. */
const statuses: Readonly<Record<string, OrderStatus>> = {
  pending: 'pending',
  'on-hold': 'pending',
  'checkout-draft': 'pending',
  processing: 'paid',
  completed: 'shipped',
  cancelled: 'cancelled',
  failed: 'cancelled',
  refunded: 'refunded',
}

export function toOrderDraft(order: z.infer<typeof orderSchema>, timeZone: string): OrderDraft {
  const { billing, currency } = order
  const shipping = order.shipping.address_1 ? order.shipping : billing
  return {
    number: order.number,
    customerName: nameOf(billing) || nameOf(shipping),
    email: billing.email?.toLowerCase() || null,
    phone: billing.phone || order.shipping.phone || null,
    status: statuses[order.status] ?? orderStatusOf(order.status),
    statusText: order.status,
    placedAt: placedAt(order, timeZone),
    total: readMoney(order.total, currency),
    address: addressText(shipping),
    postcode: shipping.postcode || null,
    items: order.line_items.map(item => ({
      sku: item.sku || String(item.variation_id || item.product_id || ''),
      name: item.name,
      quantity: item.quantity,
      price: item.price == null ? null : readMoney(Number(item.price).toFixed(4), currency),
      serialNumber: null,
    })),
    shipments: parcelsOf(order.meta_data, timeZone),
    returns: [],
    coupons: order.coupon_lines.map(({ code }) => code),
    note: order.customer_note,
  }
}

/** By UTC: the clock of the site may be set to another zone than the shop's. */
function placedAt({ date_created, date_created_gmt }: z.infer<typeof orderSchema>, timeZone: string): Date | null {
  const moment = date_created_gmt ? new Date(`${date_created_gmt.replace(/Z$/, '')}Z`) : null
  if (moment !== null && !Number.isNaN(moment.getTime())) return onShopClock(moment, timeZone)
  return date_created ? readDate(date_created, 'day-first', timeZone) : null
}

const nameOf = ({ first_name = '', last_name = '' }: Address) => `${first_name} ${last_name}`.trim()

function addressText({ company, address_1, address_2, city, state, country }: Address): string | null {
  return [company, address_1, address_2, city, state, country].filter(Boolean).join(', ') || null
}

/** Where the shipment tracking extension keeps its parcels. */
const parcelSchema = z.array(
  z.object({
    tracking_provider: text,
    custom_tracking_provider: text,
    tracking_number: text,
    custom_tracking_link: text,
    tracking_link: text,
    date_shipped: z.union([z.string(), z.number()]).nullish().transform(value => String(value ?? '')),
  }),
) // prettier-ignore

function parcelsOf(meta: readonly { key: string; value?: unknown }[], timeZone: string): Shipment[] {
  const found = parcelSchema.safeParse(meta.find(({ key }) => key === '_wc_shipment_tracking_items')?.value)
  if (!found.success) return []
  return found.data.map(parcel => ({
    carrier: parcel.custom_tracking_provider || parcel.tracking_provider,
    trackingNumber: parcel.tracking_number,
    trackingUrl: [parcel.tracking_link, parcel.custom_tracking_link].find(link => /^https?:\/\//.test(link)) ?? null,
    status: '',
    shippedAt: readDate(parcel.date_shipped, 'day-first', timeZone),
    expectedAt: null,
    deliveredAt: null,
  }))
}

/** The product, or each of its variations. */
export function toProductDrafts(product: WooProduct, variations: readonly WooVariation[], currency: string | null): ProductDraft[] {
  const description = plainText(product.short_description || product.description)
  const draft = (of: WooProduct | WooVariation, name: string): ProductDraft => ({
    sku: of.sku || String(of.id),
    name,
    description,
    price: of.price === '' ? null : readMoney(of.price, currency),
    stock: of.stock_quantity ?? (of.stock_status === 'outofstock' ? 0 : null),
    ...(of.stock_status === '' ? {} : { available: of.stock_status !== 'outofstock' }),
    url: of.permalink || product.permalink || null,
    warrantyMonths: null,
  })
  if (variations.length === 0) return [draft(product, product.name)]
  const skus = variations.map(({ sku }) => sku)
  return variations.map(variation => {
    const options = variation.attributes.map(({ option }) => option).filter(option => option !== '')
    // Variations without an own SKU carry that of their product.
    const isShared = skus.filter(sku => sku === variation.sku).length > 1
    const own = { ...variation, sku: isShared ? '' : variation.sku }
    return draft(own, options.length === 0 ? product.name : `${product.name} (${options.join(', ')})`)
  })
} // prettier-ignore
