import type { Coupon, Order, OrderRecordKind, OrderSource, Product, Warranty } from '#contract/orders.ts'

export interface OrderSourceRecord extends OrderSource {
  /** Address and keys of a connected web shop, with secrets; null for files. */
  settings: Readonly<Record<string, string>> | null
  /** How far it was read. */
  cursor: string | null
}

/** The shop's order book. Calls are synchronous and short. */
export interface OrderStore {
  sources(): OrderSourceRecord[]
  source(id: string): OrderSourceRecord | null
  putSource(source: OrderSourceRecord): void
  removeSource(id: string): void
  /** Adds or replaces by source and number (orders), SKU (products), serial number (warranties), code (coupons). */
  putOrders(orders: readonly Order[]): { added: number; updated: number; unchanged: number }
  putProducts(products: readonly Product[]): { added: number; updated: number; unchanged: number }
  putWarranties(warranties: readonly Warranty[]): { added: number; updated: number; unchanged: number }
  putCoupons(coupons: readonly Coupon[]): { added: number; updated: number; unchanged: number }
  count(kind: OrderRecordKind): number
  order(id: string): Order | null
  /** By the number as written by anybody: case, spaces, `#` and leading zeros do not matter. */
  ordersByNumber(number: string): Order[]
  /** Newest first. */
  ordersByEmail(email: string): Order[]
  /** By digits; the country code may be missing. */
  ordersByPhone(phone: string): Order[]
  orders(query: { text: string; offset: number; limit: number }): { items: Order[]; total: number }
  product(sku: string): Product | null
  /** Best match first, by words of name and SKU. */
  findProducts(text: string, limit: number): Product[]
  products(query: { text: string; offset: number; limit: number }): { items: Product[]; total: number }
  warranty(serialNumber: string): Warranty | null
  warrantiesOfOrder(number: string): Warranty[]
  coupons(): Coupon[]
  /** Takes one from `remaining`; false when none is left. */
  useCoupon(code: string): boolean
  /** The patterns of this shop's order numbers, learned from those it has: `#W\d{7}`. Empty without orders. */
  numberPatterns(): string[]
}
