import { z } from 'zod'
import type { OrderStatus, Shipment } from '#contract/orders.ts'
import { readDate } from '#domain/orders/dates.ts'
import { readMoney } from '#domain/orders/money.ts'
import { orderStatusFrom } from '#domain/orders/status.ts'
import type { OrderDraft, ProductDraft } from '#main/ports/orderFiles.ts'
import { plainText } from './orders/otherRows.ts'

// Small pages with the first 50 items of each order: a query may cost 1,000 points at most.
export const ordersQuery = `query Orders($after: String, $filter: String) {
  orders(first: 10, after: $after, query: $filter, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      name email phone createdAt cancelledAt note discountCodes
      displayFinancialStatus displayFulfillmentStatus
      currentTotalPriceSet { shopMoney { amount currencyCode } }
      shippingAddress { name company address1 address2 city province country zip phone }
      billingAddress { name }
      lineItems(first: 50) {
        nodes { name sku quantity originalUnitPriceSet { shopMoney { amount currencyCode } } }
      }
      fulfillments(first: 10) {
        displayStatus createdAt estimatedDeliveryAt deliveredAt
        trackingInfo(first: 3) { company number url }
      }
    }
  }
}`

export const productsQuery = `query Products($after: String, $filter: String) {
  shop { currencyCode }
  products(first: 10, after: $after, query: $filter, sortKey: UPDATED_AT) {
    pageInfo { hasNextPage endCursor }
    nodes {
      title description onlineStoreUrl
      variants(first: 50) { nodes { id title sku price inventoryQuantity availableForSale } }
    }
  }
}`

const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')
const money = z.object({ shopMoney: z.object({ amount: z.string(), currencyCode: z.string().length(3) }) })
const date = z.string().nullish()

const orderSchema = z.object({
  name: z.string(),
  email: text,
  phone: text,
  createdAt: date,
  cancelledAt: date,
  note: text,
  discountCodes: z.array(z.string()).default([]),
  displayFinancialStatus: text,
  displayFulfillmentStatus: text,
  currentTotalPriceSet: money,
  shippingAddress: z
    .object({ name: text, company: text, address1: text, address2: text, city: text, province: text, country: text, zip: text, phone: text })
    .nullish(),
  billingAddress: z.object({ name: text }).nullish(),
  lineItems: z.object({
    nodes: z.array(z.object({ name: z.string(), sku: text, quantity: z.number(), originalUnitPriceSet: money })),
  }),
  fulfillments: z
    .array(
      z.object({
        displayStatus: text,
        createdAt: date,
        estimatedDeliveryAt: date,
        deliveredAt: date,
        trackingInfo: z.array(z.object({ company: text, number: text, url: text })).default([]),
      }),
    )
    .default([]),
}) // prettier-ignore
export const ordersSchema = z.array(orderSchema)

const productSchema = z.object({
  title: z.string(),
  description: text,
  onlineStoreUrl: text,
  variants: z.object({
    nodes: z.array(
      z.object({
        id: z.string(),
        title: text,
        sku: text,
        price: z.string(),
        inventoryQuantity: z.number().nullish(),
        availableForSale: z.boolean(),
      }),
    ),
  }),
})
export const productsSchema = z.array(productSchema)

/** Shopify writes all times in UTC. */
function dayOf(text: string | null | undefined, timeZone: string): Date | null {
  return text ? readDate(text, 'day-first', timeZone) : null
}

type ShopifyOrder = z.infer<typeof orderSchema>

function moneyOf({ shopMoney: { amount, currencyCode } }: z.infer<typeof money>) {
  return readMoney(Number(amount).toFixed(4), currencyCode)
}

export function toOrderDraft(order: ShopifyOrder, timeZone: string): OrderDraft {
  const to = order.shippingAddress
  const shipments = order.fulfillments.flatMap(fulfilment => parcelsOf(fulfilment, timeZone))
  return {
    number: order.name,
    customerName: to?.name || order.billingAddress?.name || '',
    email: order.email.toLowerCase() || null,
    phone: order.phone || to?.phone || null,
    status: statusOf(order, shipments),
    statusText: [order.displayFinancialStatus, order.displayFulfillmentStatus].filter(word => word !== '').join(', '),
    placedAt: dayOf(order.createdAt, timeZone),
    total: moneyOf(order.currentTotalPriceSet),
    address: to ? [to.company, to.address1, to.address2, to.city, to.province, to.country].filter(Boolean).join(', ') || null : null,
    postcode: to?.zip || null,
    items: order.lineItems.nodes.map(({ name, sku, quantity, originalUnitPriceSet }) => ({
      sku,
      name,
      quantity,
      price: moneyOf(originalUnitPriceSet),
      serialNumber: null,
    })),
    shipments,
    returns: [],
    coupons: order.discountCodes,
    note: order.note,
  }
} // prettier-ignore

/** Shopify calls an order fulfilled when it has left; that it arrived is said of the parcels. */
function statusOf(order: ShopifyOrder, shipments: readonly Shipment[]): OrderStatus {
  const status = orderStatusFrom({
    status: '',
    payment: order.displayFinancialStatus,
    fulfilment: order.displayFulfillmentStatus,
    isCancelled: order.cancelledAt != null,
  })
  const hasArrived = shipments.length > 0 && shipments.every(({ deliveredAt }) => deliveredAt !== null)
  return status === 'shipped' && hasArrived ? 'delivered' : status
}

function parcelsOf({ trackingInfo, ...fulfilment }: ShopifyOrder['fulfillments'][number], timeZone: string): Shipment[] {
  const base = {
    status: fulfilment.displayStatus,
    shippedAt: dayOf(fulfilment.createdAt, timeZone),
    expectedAt: dayOf(fulfilment.estimatedDeliveryAt, timeZone),
    deliveredAt: dayOf(fulfilment.deliveredAt, timeZone),
  }
  const tracked = trackingInfo.length > 0 ? trackingInfo : [{ company: '', number: '', url: '' }]
  return tracked.map(({ company, number, url }) => ({ ...base, carrier: company, trackingNumber: number, trackingUrl: url || null }))
} // prettier-ignore

export function toProductDrafts(product: z.infer<typeof productSchema>, currency: string): ProductDraft[] {
  return product.variants.nodes.map(variant => ({
    sku: variant.sku || variant.id.replace(/^.*\//, ''),
    // What Shopify calls the one variant of a product that has none.
    name: variant.title === 'Default Title' || variant.title === '' ? product.title : `${product.title} (${variant.title})`,
    description: plainText(product.description),
    price: readMoney(variant.price, currency),
    stock: variant.inventoryQuantity ?? null,
    available: variant.availableForSale,
    url: product.onlineStoreUrl || null,
    warrantyMonths: null,
  }))
} // prettier-ignore
