import type { Coupon, Order, OrderRecordKind, OrderSource, Product, Warranty } from '#contract/orders.ts'

export interface OrderSourceRecord extends OrderSource {
  /** Address and keys of a connected web shop, with secrets; null for files. */
  settings: Readonly<Record<string, string>> | null
  /** How far it was read. */
  cursor: string | null
}

export interface PutCounts {
  added: number
  updated: number
  unchanged: number
}

/** A message with a one-time code, and the conversation in which it was asked for. */
export interface CodeMail {
  conversationId: string
  orderId: string
  messageId: string
}

/** Any mix of records, written or compared together. */
export interface OrderRecords {
  orders: readonly Order[]
  products: readonly Product[]
  warranties: readonly Warranty[]
  coupons: readonly Coupon[]
}

/** The shop's order book. Calls are synchronous and short. */
export interface OrderStore {
  sources(): OrderSourceRecord[]
  source(id: string): OrderSourceRecord | null
  /** `count` is worked out, never taken from here. */
  putSource(source: OrderSourceRecord): void
  /** With everything read from it. */
  removeSource(id: string): void
  /** Removes up to `limit` records of a source; true while some are left. */
  removeSome(sourceId: string, limit: number): boolean
  /**
   * Adds or replaces by number (orders), SKU (products), serial number (warranties), code (coupons): for files in the one
   * book of all files, for a web shop in its own. What is here already keeps its id.
   */
  putOrders(orders: readonly Order[]): PutCounts
  putProducts(products: readonly Product[]): PutCounts
  putWarranties(warranties: readonly Warranty[]): PutCounts
  putCoupons(coupons: readonly Coupon[]): PutCounts
  /** What putting them would do; `isWebShop` says whose book they would go to. Writes nothing. */
  compare(records: OrderRecords): PutCounts
  count(kind: OrderRecordKind): number
  /** Orders of a source that are not removed, in the order of `no`, after the one given. */
  liveOrders(sourceId: string, afterNo: number, limit: number): { no: number; number: string }[]
  order(id: string): Order | null
  /** By the number as written by anybody: case, spaces, `#` and leading zeros do not matter. Newest first. */
  ordersByNumber(number: string): Order[]
  /** Newest first. */
  ordersByEmail(email: string): Order[]
  /** By digits; the country code may be missing. */
  ordersByPhone(phone: string): Order[]
  /** Orders with an item of this serial number. */
  ordersBySerial(serialNumber: string): Order[]
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
  /** It was not offered after all. */
  giveBackCoupon(code: string): void
  /** The patterns of this shop's order numbers, learned from those it has: `#?W\d{7}`. Empty without orders. */
  numberPatterns(): string[]
  /** Notes that a one-time code went out; never the code. */
  addCode(code: CodeMail & { at: Date }): void
  /** The code that goes out with this message; null for any other message. */
  codeMail(messageId: string): CodeMail | null
  /** The messages with codes that were asked for in this conversation, newest first. */
  codeMails(conversationId: string): string[]
  codesSince(of: { conversationId: string } | { orderId: string }, since: Date): number
}
