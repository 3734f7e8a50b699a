import type { Money } from '#contract/orders.ts'
import { dayOrderOf, readDate, type DayOrder } from '#domain/orders/dates.ts'
import { currencyIn, readMoney } from '#domain/orders/money.ts'
import { BadRecord } from './problems.ts'

/** One row of a table, by our fields. */
export interface RecordRow {
  line: number | null
  cells: Readonly<Record<string, string>>
  /** What stands behind the last column; the row may have moved there. */
  beyond: string
}

export interface CellReader {
  text(row: RecordRow, field: string): string
  /** Null when the cell is empty. Throws BadRecord when it is no date. */
  date(row: RecordRow, field: string): Date | null
  /** Null when the cell is empty. Throws BadRecord when it is no amount. */
  money(row: RecordRow, field: string): Money | null
  /** Null when the cell is empty. Throws BadRecord when it is no number. */
  number(row: RecordRow, field: string): number | null
}

const dateFields = [
  'placedAt',
  'shippedAt',
  'expectedAt',
  'deliveredAt',
  'cancelledAt',
  'startsAt',
  'endsAt',
  'validUntil',
]

/** Reads cells as the whole table suggests: which way its dates run, and which currency its headings name. */
export function createCellReader(
  rows: readonly RecordRow[],
  headingOf: (field: string) => string,
  timeZone: string,
): CellReader {
  const isAmerican = rows.some(({ cells }) => /^USD$|\$/.test(cells.currency ?? '') || /US?\$/.test(cells.total ?? ''))
  const dayOrders = new Map<string, DayOrder>(
    dateFields.map(field => [
      field,
      dayOrderOf(
        rows.map(({ cells }) => cells[field] ?? ''),
        isAmerican ? 'month-first' : 'day-first',
      ),
    ]),
  )
  const text = (row: RecordRow, field: string) => (row.cells[field] ?? '').trim()
  const withComma = new Set(numberFields.filter(field => hasDecimalComma(field, rows)))
  return {
    text,
    date(row, field) {
      const written = text(row, field)
      // What some exports put where nothing happened.
      if (/^(?:|-+|0|n\/?a|null|none|0000-00-00.*)$/i.test(written)) return null
      const date = readDate(written, dayOrders.get(field) ?? 'day-first', timeZone)
      if (date === null) throw new BadRecord('bad-date', written)
      return date
    },
    money(row, field) {
      const written = text(row, field)
      if (/^(?:|-+|n\/?a|null|none)$/i.test(written)) return null
      const heading = headingOf(field)
      const fallback =
        /\p{Script=Han}/u.test(heading) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(heading) ? 'CNY' : null
      const currency = currencyIn(text(row, 'currency')) ?? currencyIn(heading.replace(/^[^(（]*/u, '')) ?? fallback
      const money = readMoney(written, currency)
      if (money === null) throw new BadRecord('bad-amount', written)
      return money
    },
    number(row, field) {
      const written = text(row, field)
      if (/^(?:|-+|n\/?a|null|none)$/i.test(written)) return null
      const plain = written.replace(/\s*(?:%|pcs?|件|个|x|×|months?|个月|月)$/iu, '')
      const value = Number(
        withComma.has(field) ? plain.replaceAll('.', '').replace(',', '.') : plain.replace(/,(?=\d{3}(?:\D|$))/g, ''),
      )
      if (!Number.isFinite(value)) throw new BadRecord('bad-amount', written)
      return value
    },
  }
}

const numberFields = ['quantity', 'stock', 'warrantyMonths', 'months', 'percent', 'remaining']

/** `2,5` cannot be thousands; and nobody orders `1,000` of everything. */
function hasDecimalComma(field: string, rows: readonly RecordRow[]): boolean {
  const written = rows.map(({ cells }) => cells[field]?.trim() ?? '').filter(text => text.includes(','))
  if (written.some(text => /^\d+,(?:\d{1,2}|\d{4,})(?!\d)/.test(text))) return true
  return field === 'quantity' && written.length > 0 && written.every(text => /^\d{1,2},000$/.test(text))
}

/** Spreadsheets turn long numbers into 1.38E+10, and nobody can turn them back. */
export function isShortened(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(text)
}
