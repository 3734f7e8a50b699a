import type { OrderProblem } from '#contract/orders.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { CouponDraft, ProductDraft, RecordDrafts, WarrantyDraft } from '#main/ports/orderFiles.ts'
import type { CellReader, RecordRow } from './cells.ts'
import { BadRecord, problemAt } from './problems.ts'

/** Products, warranties or coupons from a table, one in each row. */
export function recordsFrom(
  kind: 'products' | 'warranties' | 'coupons',
  rows: readonly RecordRow[],
  read: CellReader,
): { drafts: RecordDrafts; problems: OrderProblem[]; leftOut: number } {
  const drafts: RecordDrafts = { orders: [], products: [], warranties: [], coupons: [] }
  const problems: OrderProblem[] = []
  const keys = new Set<string>()
  const once = (text: string, row: RecordRow) => {
    const key = codeKey(text)
    if (key === '') throw new BadRecord('no-number', Object.values(row.cells).join(' '))
    if (keys.has(key)) throw new BadRecord('duplicate-number', text)
    keys.add(key)
  }
  for (const row of rows) {
    try {
      if (row.beyond !== '') throw new BadRecord('too-many-cells', row.beyond)
      take(kind, row, read, drafts, once)
    } catch (error) {
      if (!(error instanceof BadRecord)) throw error
      problems.push(problemAt(row.line, error.problem, error.detail))
    }
  }
  return { drafts, problems, leftOut: problems.length }
}

function take(
  kind: 'products' | 'warranties' | 'coupons',
  row: RecordRow,
  read: CellReader,
  drafts: RecordDrafts,
  once: (text: string, row: RecordRow) => void,
) {
  switch (kind) {
    case 'products': {
      const product = productOf(row, read)
      once(product.sku, row)
      drafts.products.push(product)
      return
    }
    case 'warranties': {
      const warranty = warrantyOf(row, read)
      once(warranty.serialNumber, row)
      drafts.warranties.push(warranty)
      return
    }
    case 'coupons': {
      const coupon = couponOf(row, read)
      once(coupon.code, row)
      drafts.coupons.push(coupon)
      return
    }
    default:
      assertNever(kind)
  }
}

function productOf(row: RecordRow, read: CellReader): ProductDraft {
  const name = read.text(row, 'name')
  if (name === '') throw new BadRecord('no-number', read.text(row, 'sku'))
  const stock = stockOf(row, read)
  return {
    sku: read.text(row, 'sku') || name,
    name,
    description: plainText(read.text(row, 'description')),
    price: read.money(row, 'price'),
    ...stock,
    url: read.text(row, 'url') || null,
    warrantyMonths: monthsOf(row, read, 'warrantyMonths'),
  }
}

/** A count, or a word that says whether there are any. */
function stockOf(row: RecordRow, read: CellReader): Pick<ProductDraft, 'stock' | 'available'> {
  const word = read.text(row, 'stock')
  if (/^(?:in ?stock|yes|true|available|有货|有|是|auf lager|在庫あり)$/i.test(word))
    return { stock: null, available: true }
  if (/^(?:out of stock|outofstock|no|false|sold out|缺货|无货|无|否|售罄|ausverkauft|在庫なし)$/i.test(word)) {
    return { stock: 0, available: false }
  }
  return { stock: read.number(row, 'stock') }
}

/** `24`, `24 months`, `2 years`, `2年`. */
function monthsOf(row: RecordRow, read: CellReader, field: string): number | null {
  const years = /^(\d+(?:\.\d+)?)\s*(?:years?|y|jahre?|ans?|años?|年)$/i.exec(read.text(row, field))
  return years ? Math.round(Number(years[1]) * 12) : read.number(row, field)
}

function warrantyOf(row: RecordRow, read: CellReader): WarrantyDraft {
  const startsAt = read.date(row, 'startsAt')
  const months = monthsOf(row, read, 'months')
  if (startsAt === null) throw new BadRecord('bad-date', read.text(row, 'serialNumber'))
  const endsAt = read.date(row, 'endsAt') ?? (months === null ? null : addMonths(startsAt, months))
  if (endsAt === null) throw new BadRecord('bad-date', read.text(row, 'serialNumber'))
  return {
    serialNumber: read.text(row, 'serialNumber'),
    sku: read.text(row, 'sku'),
    orderNumber: read.text(row, 'orderNumber') || null,
    startsAt,
    endsAt,
  }
}

/** The same day so many months later, or the last of that month. */
function addMonths(date: Date, months: number): Date {
  const later = new Date(date)
  later.setUTCMonth(date.getUTCMonth() + months)
  if (later.getUTCDate() !== date.getUTCDate()) later.setUTCDate(0)
  return later
}

function couponOf(row: RecordRow, read: CellReader): CouponDraft {
  const code = read.text(row, 'code')
  const percent = percentOf(row, read)
  const amount = read.money(row, 'amount')
  if (percent === null && amount === null) throw new BadRecord('bad-amount', code)
  return {
    code,
    description: read.text(row, 'description'),
    percent,
    amount: percent === null ? amount : null,
    validUntil: read.date(row, 'validUntil'),
    remaining: read.number(row, 'remaining'),
  }
}

/** `10`, `10%`, `0.1`; and `9折`, which leaves nine tenths to pay. */
function percentOf(row: RecordRow, read: CellReader): number | null {
  const leaves = /^(\d(?:\.\d)?)\s*折$/.exec(read.text(row, 'percent'))
  if (leaves) return Math.round(100 - Number(leaves[1]) * 10)
  const value = read.number(row, 'percent')
  const percent = value !== null && value > 0 && value < 1 ? value * 100 : value
  if (percent !== null && (percent <= 0 || percent > 100)) {
    throw new BadRecord('bad-amount', read.text(row, 'percent'))
  }
  return percent
}

const LONGEST_DESCRIPTION = 4000

/** Descriptions of web shops are often HTML. */
export function plainText(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_DESCRIPTION)
}
