import type { OrderFile, OrderFileOptions } from '#main/ports/orderFiles.ts'
import { decodeText, NotText } from '../decode.ts'
import { formatOf, largestFile } from '../formats.ts'
import { isNestedOrders, isNestedShop, readNestedOrders, readNestedShop } from './nested.ts'
import { problemAt, type ProblemCode } from './problems.ts'
import { nothing, readOrderCsv, readTable } from './table.ts'
import { isLoose, pick, textOf } from './values.ts'

/** Reads a whole file. What is wrong with it is in `problems`; only errors of our own are thrown. */
export function readOrderFile(name: string, bytes: Uint8Array, options: OrderFileOptions): OrderFile {
  const format = formatOf(name)
  if (format !== 'csv' && format !== 'jsonl') return refusedFile('unknown-format', options, name)
  if (bytes.length > largestFile) return refusedFile('too-big', options)
  const text = textOfFile(bytes)
  if (text === null) return refusedFile('unreadable', options)
  if (text.trim() === '') return refusedFile('empty', options)
  return format === 'csv' ? readOrderCsv(text, options) : readOrderJson(text, options)
}

export function refusedFile(
  problem: ProblemCode,
  { records }: Pick<OrderFileOptions, 'records'>,
  detail = '',
): OrderFile {
  return { ...nothing(null, records ?? 'orders'), problems: [problemAt(null, problem, detail)] }
}

function textOfFile(bytes: Uint8Array): string | null {
  try {
    return decodeText(bytes)
  } catch (error) {
    if (error instanceof NotText) return null
    throw error
  }
}

/** A list, one object on each line, or one object with everything in it. */
function readOrderJson(text: string, options: OrderFileOptions): OrderFile {
  const whole = unwrapped(parsed(text))
  if (isNestedShop(whole)) return readNestedShop(whole, options.timeZone)
  if (Array.isArray(whole)) return readList(whole.map((value: unknown) => ({ line: null, value })), options)
  if (whole !== undefined && text.trim().includes('\n') && !isLoose(whole)) return refusedFile('wrong-shape', options)
  const problems: OrderFile['problems'][number][] = []
  const values: { line: number; value: unknown }[] = []
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue
    const value = parsed(line)
    if (value === undefined) problems.push(problemAt(index + 1, 'not-json', line))
    else values.push({ line: index + 1, value })
  }
  if (values.length === 0) return refusedFile('not-json', options)
  const file = readList(values, options)
  return { ...file, problems: [...problems, ...file.problems], leftOut: file.leftOut + problems.length }
} // prettier-ignore

/** What interfaces put around their answers: `{"data": {"orders": […]}}`. */
function unwrapped(value: unknown): unknown {
  const inner = isLoose(value) ? pick(value, 'data', 'result', 'results', 'response', 'records') : undefined
  return typeof inner === 'object' && !isNestedShop(value) ? unwrapped(inner) : value
}

function readList(values: readonly { line: number | null; value: unknown }[], options: OrderFileOptions): OrderFile {
  const isOrders = options.records === undefined || options.records === 'orders'
  if (isOrders && isNestedOrders(values.map(({ value }) => value))) return readNestedOrders(values, options.timeZone)
  const objects = values.flatMap(({ line, value }) => (isLoose(value) ? [{ line, value }] : []))
  const headings = [...new Set(objects.flatMap(({ value }) => Object.keys(value)))]
  const rows = objects.map(({ line, value }) => ({ line, cells: headings.map(name => textOf(value[name])) }))
  const file = readTable({ headings, rows }, options)
  const strange = values.filter(({ value }) => !isLoose(value))
  const problems = strange.map(({ line, value }) => problemAt(line, 'wrong-shape', textOf(value)))
  const leftOut = file.leftOut + strange.length
  return { ...file, columns: [], leftOut, problems: objects.length === 0 ? problems : [...problems, ...file.problems] }
}

/** Undefined when it is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
