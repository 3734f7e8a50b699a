import type { ColumnMapping, OrderProblem, OrderRecordKind } from '#contract/orders.ts'
import type { OrderFile, OrderFileOptions, RecordDrafts } from '#main/ports/orderFiles.ts'
import { delimiterOf, rowsOf, type Row } from '../csv.ts'
import { createCellReader, type RecordRow } from './cells.ts'
import { fieldsOf, guessColumns, guessKind } from './fields.ts'
import { ordersFrom } from './orderRows.ts'
import { recordsFrom } from './otherRows.ts'
import { problemAt } from './problems.ts'

const SAMPLE = 5
const LOOKED_AT = 50
const LATEST_HEADINGS = 10

/** Rows of cells under headings; from a CSV file or a list of flat JSON objects. */
export interface Table {
  headings: readonly string[]
  rows: readonly { line: number | null; cells: readonly string[] }[]
}

export function readOrderCsv(text: string, options: OrderFileOptions): OrderFile {
  const problems: OrderProblem[] = []
  const rows: Row[] = []
  for (const found of rowsOf(text, delimiterOf(text))) {
    if ('problem' in found) problems.push(problemAt(found.line, 'unreadable', found.detail))
    else if (found.cells.some(cell => cell.trim() !== '')) rows.push(found)
  }
  const place = headingsIn(rows, options)
  const [head, ...body] = rows.slice(place)
  if (!head) return { ...nothing('csv', 'orders'), problems: [...problems, problemAt(null, 'empty')] }
  const file = readTable({ headings: unique(head.cells.map(cell => cell.trim())), rows: body }, options)
  return {
    ...file,
    format: 'csv',
    problems: [...problems, ...file.problems],
    leftOut: file.leftOut + problems.length,
  }
}

/** Some exports begin with a title, an account or `sep=;`: the first row that can name columns does. */
function headingsIn(rows: readonly Row[], { records, mapping }: OrderFileOptions): number {
  const first = rows.slice(0, LATEST_HEADINGS).map(({ cells }) => unique(cells.map(cell => cell.trim())))
  const wanted = Object.values(mapping ?? {}).filter(heading => heading !== null)
  const place = first.findIndex(headings => {
    if (wanted.length > 0) return wanted.every(heading => headings.includes(heading.trim()))
    const kind = records ?? guessKind(headings)
    const found = guessColumns(kind, headings)
    return found.size > 1 && fieldsOf[kind].every(({ id, required }) => !required || found.has(id))
  })
  return Math.max(0, place)
}

/** Columns are known by their headings, so the second "Name" is "Name (2)". */
function unique(headings: readonly string[]): string[] {
  const counts = new Map<string, number>()
  return headings.map(heading => {
    const count = (counts.get(heading) ?? 0) + 1
    counts.set(heading, count)
    return count === 1 || heading === '' ? heading : `${heading} (${count})`
  })
}

export function readTable({ headings, rows }: Table, options: OrderFileOptions): OrderFile {
  const records = options.records ?? guessKind(headings)
  const places = options.mapping ? placesOf(options.mapping, headings) : guess(records, { headings, rows })
  const base = { ...nothing('json', records), columns: headings, mapping: mappingOf(records, places, headings) }
  const missing = fieldsOf[records].filter(({ id, required }) => required && !places.has(id))
  if (missing.length > 0)
    return { ...base, problems: [problemAt(rows[0]?.line ?? 1, 'no-columns', headings.join(', '))] }
  const named = rows.map(({ line, cells }) => ({
    line,
    cells: Object.fromEntries([...places].map(([id, place]) => [id, cells[place] ?? ''])),
    beyond: cells.slice(headings.length).join(' ').trim(),
  }))
  const { drafts, problems, leftOut } = recordsOf(
    records,
    named,
    id => headings[places.get(id) ?? -1] ?? '',
    options.timeZone,
  )
  if (rows.length === 0) problems.push(problemAt(null, 'empty'))
  return { ...base, drafts, problems, leftOut, sample: named.slice(0, SAMPLE).map(({ cells }) => cells) }
}

function recordsOf(
  records: OrderRecordKind,
  rows: readonly RecordRow[],
  headingOf: (id: string) => string,
  timeZone: string,
) {
  const read = createCellReader(rows, headingOf, timeZone)
  if (records !== 'orders') return recordsFrom(records, rows, read)
  const { drafts, ...rest } = ordersFrom(rows, read)
  return { ...rest, drafts: { ...noDrafts(), orders: drafts } }
}

function guess(records: OrderRecordKind, { headings, rows }: Table): Map<string, number> {
  const places = guessColumns(records, headings)
  // In the exports of some shop systems "Name" is the number of the order.
  const name = headings.findIndex(heading => /^name$/i.test(heading))
  if (records === 'orders' && name >= 0 && places.get('number') !== name && isNumbers(rows, name)) {
    return guessColumns(records, headings, new Map([['number', name]]))
  }
  return places
}

function isNumbers(rows: Table['rows'], place: number): boolean {
  const values = rows
    .slice(0, LOOKED_AT)
    .map(({ cells }) => cells[place] ?? '')
    .filter(value => value !== '')
  return values.length > 0 && values.every(value => /^#?[\p{L}-]{0,6}\d{3,}[\p{L}-]{0,4}$/u.test(value.trim()))
}

function placesOf(mapping: ColumnMapping, headings: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  for (const [id, heading] of Object.entries(mapping)) {
    const place = heading === null ? -1 : headings.indexOf(heading.trim())
    if (place >= 0) places.set(id, place)
  }
  return places
}

function mappingOf(records: OrderRecordKind, places: ReadonlyMap<string, number>, headings: readonly string[]) {
  return Object.fromEntries(fieldsOf[records].map(({ id }) => [id, headings[places.get(id) ?? -1] ?? null]))
}

export function noDrafts(): RecordDrafts {
  return { orders: [], products: [], warranties: [], coupons: [] }
}

export function nothing(format: OrderFile['format'], records: OrderRecordKind): OrderFile {
  const fields = fieldsOf[records].map(({ id, required }) => ({ id, required }))
  const needed = fields.toSorted((a, b) => Number(b.required) - Number(a.required))
  return {
    format,
    records,
    columns: [],
    fields: needed,
    mapping: {},
    sample: [],
    problems: [],
    leftOut: 0,
    drafts: noDrafts(),
  }
}
