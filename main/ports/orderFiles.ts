import type {
  ColumnMapping,
  Coupon,
  Order,
  OrderProblem,
  OrderRecordKind,
  Product,
  Warranty,
} from '#contract/orders.ts'

type Draft<Of> = Omit<Of, 'id' | 'sourceId' | 'updatedAt'>
export type OrderDraft = Draft<Order>
export type ProductDraft = Draft<Product>
export type WarrantyDraft = Draft<Warranty>
export type CouponDraft = Draft<Coupon>

/** What a file or a web shop says, before it has an id here. */
export interface RecordDrafts {
  orders: OrderDraft[]
  products: ProductDraft[]
  warranties: WarrantyDraft[]
  coupons: CouponDraft[]
}

export interface OrderFile {
  /** Null when the kind of file is not known. */
  format: 'csv' | 'json' | null
  /** What its rows are; of a whole shop's export the main kind. */
  records: OrderRecordKind
  /** Of a CSV file, in order. */
  columns: readonly string[]
  fields: readonly { id: string; required: boolean }[]
  mapping: ColumnMapping
  /** The first rows as they were read, by our fields. */
  sample: readonly Readonly<Record<string, string>>[]
  problems: readonly OrderProblem[]
  /** Records that cannot be taken. */
  leftOut: number
  drafts: RecordDrafts
}

export interface OrderFileOptions {
  /** IANA name of the shop's, on whose clock times with an offset are told. */
  timeZone: string
  /** Told from the columns when it is not given. */
  records?: OrderRecordKind
  /** Guessed when it is not given. */
  mapping?: ColumnMapping
}

export interface OrderFiles {
  /** Never throws for bad input: what could not be read is in `problems`. */
  read(name: string, bytes: Uint8Array, options: OrderFileOptions): Promise<OrderFile>
  close(): Promise<void>
}
