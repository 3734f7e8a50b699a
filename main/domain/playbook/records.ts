import type { Coupon, Product, Warranty } from '#contract/orders.ts'
import type { DisclosedOrder, KnownItem, OrderDesk } from '#domain/orders/desk.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { moneyOf } from '#domain/orders/money.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import type { KnownRecords } from './fill.ts'
import { amountOf, couponValues, ordersValues, orderValues, productValues, sayDate, solutionValues } from './say.ts'
import type { PlaybookTools, Solution } from './tools.ts'

/**
 * What look-ups found so far, as ids; the records themselves are read anew each time, through the desk. An item of an order is
 * kept as the words of the contact that name it (`item`).
 */
export type Found = Readonly<Record<string, string>>

export const MOST_LISTED = 8

export interface WarrantyFound {
  /** Under which it is remembered. */
  id: string
  /** The serial number, or the number of the order it follows from. */
  ref: string
  /** The last day, on the shop's clock. */
  endsAt: Date
}

export interface Records {
  order(): DisclosedOrder | null
  orders(): DisclosedOrder[]
  product(): Product | null
  /** The item of the order that the contact speaks of. */
  item(): KnownItem | null
  /** All that they speak of: "the mug and the kettle". */
  items(): KnownItem[]
  warranty(): WarrantyFound | null
  coupon(): Coupon | null
  solution(): Solution | null
  /** A day of the order on the shop's clock, as far as the contact may hear it. */
  orderDate(field: 'placedAt' | 'shippedAt' | 'expectedAt' | 'deliveredAt'): Date | null
}

export function readRecords(found: () => Found, desk: OrderDesk, tools: PlaybookTools): Records {
  const idOf = (record: string) => found()[record] ?? null
  const records: Records = {
    order: () => (idOf('order') === null ? null : desk.byId(idOf('order') ?? '')),
    orders: () => desk.mine(),
    product() {
      const sku = idOf('product') ?? records.item()?.sku ?? null
      return sku === null ? null : (desk.products(sku, 10).find(product => isSame(product.sku, sku)) ?? null)
    },
    item() {
      const [order, said] = [records.order(), idOf('item')]
      return order === null || said === null ? null : desk.itemNamed(order.id, said)
    },
    items() {
      const [order, said] = [records.order(), idOf('item')]
      return order === null || said === null ? [] : desk.itemsNamed(order.id, said)
    },
    warranty() {
      const id = idOf('warranty')
      if (id === null) return null
      const own = [...warrantiesOf(records.order(), idOf('item'), desk), ...desk.warranties({ serialNumber: id })]
      const row = own.find(({ serialNumber }) => serialNumber === id)
      if (row !== undefined) return warrantyOf(row)
      const purchase = byPurchase(records)
      return purchase?.id === id ? purchase : null
    },
    coupon: () => desk.offerableCoupons().find(({ code }) => code === idOf('coupon')) ?? null,
    solution: () => (idOf('solution') === null ? null : tools.solution(idOf('solution') ?? '')),
    orderDate: field => dateOf(records.order()?.fields[field]),
  }
  return records
}

export function warrantyOf({ serialNumber, endsAt }: Warranty): WarrantyFound {
  return { id: serialNumber, ref: serialNumber, endsAt }
}

export function warrantiesOf(order: DisclosedOrder | null, said: string | null, desk: OrderDesk): Warranty[] {
  return order === null ? [] : desk.warranties(said === null ? { order } : { order, said })
}

/** A SKU that is not given is nobody's. */
export function isSame(sku: string, other: string): boolean {
  return sku !== '' && codeKey(sku) === codeKey(other)
}

/** The months the shop gives on what was bought, from the day of the order; null where one of the two is not known. */
export function byPurchase(records: Records): WarrantyFound | null {
  const [order, product, placed] = [records.order(), records.product(), records.orderDate('placedAt')]
  if (order === null || product?.warrantyMonths == null || placed === null) return null
  if (!isSame(records.item()?.sku ?? '', product.sku)) return null
  return { id: order.id, ref: order.number, endsAt: addMonths(placed, product.warrantyMonths) }
}

/** The same day of a later month, or its last day. */
export function addMonths(date: Date, months: number): Date {
  const first = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  return new Date(first.getTime() + (Math.min(date.getUTCDate(), last) - 1) * DAY_MS)
}

export function valuesOf(
  records: Records,
  { shopName, language }: { shopName: string; language: string },
): KnownRecords {
  const [order, product, warranty] = [records.order(), records.product(), records.warranty()]
  const [coupon, solution, orders] = [records.coupon(), records.solution(), records.orders()]
  return {
    shop: { ref: '', fields: { name: shopName } },
    ...(order && { order: orderValues(order, language) }),
    ...(orders.length > 0 && { orders: ordersValues(orders.slice(0, MOST_LISTED), language) }),
    ...(product && { product: productValues(product, language) }),
    ...(warranty && { warranty: { ref: warranty.ref, fields: { ends: sayDate(warranty.endsAt, language) } } }),
    ...(coupon && { coupon: couponValues(coupon, language) }),
    ...(solution && { solution: solutionValues(solution) }),
  }
}

export function totalOf(order: DisclosedOrder | null): number | null {
  const money = moneyOf(order?.fields.total ?? '')
  return money && amountOf(money)
}

function dateOf(text: string | undefined): Date | null {
  if (text === undefined || text === '') return null
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? null : date
}
