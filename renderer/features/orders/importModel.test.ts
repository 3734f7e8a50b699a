import { expect, test } from 'vitest'
import type { OrderPreview } from '#contract/orders.ts'
import { fieldsOfInterest, mappingRows, missingFields, outcomeOf, problemGroups, withColumn } from './importModel.ts'

const preview: OrderPreview = {
  previewId: 'p1',
  name: 'orders.csv',
  records: 'orders',
  columns: ['Order', 'Mail', 'Memo'],
  fields: [
    { id: 'number', required: true },
    { id: 'email', required: false },
    { id: 'note', required: false },
  ],
  mapping: { number: 'Order', email: 'Mail', note: null },
  added: 2,
  updated: 0,
  unchanged: 0,
  leftOut: 0,
  withoutEmail: 0,
  sample: [
    { number: '#1001', email: 'ada@example.com' },
    { number: '#1002', email: 'ada@example.com' },
  ],
  problems: [],
  problemCount: 0,
}

test('each of our fields shows what its column holds, every value once', () => {
  expect(mappingRows(preview)).toEqual([
    { field: 'number', required: true, column: 'Order', sample: '#1001 · #1002' },
    { field: 'email', required: false, column: 'Mail', sample: 'ada@example.com' },
    { field: 'note', required: false, column: null, sample: '' },
  ])
})

test('a needed field without a column is named, so that a file without order numbers is not imported', () => {
  expect(missingFields(preview)).toEqual([])
  expect(missingFields({ ...preview, mapping: { ...preview.mapping, number: null } })).toEqual(['number'])
  expect(missingFields({ ...preview, columns: [], mapping: {} })).toEqual([])
})

test('a column that is chosen for a second field is no longer the first one’s', () => {
  const changed = withColumn(preview, 'note', 'Mail')
  expect(changed.mapping).toEqual({ number: 'Order', email: null, note: 'Mail' })
  expect(mappingRows(changed).map(({ sample }) => sample)).toEqual(['#1001 · #1002', '', ''])
})

test('leaving a field empty takes nothing from the others', () => {
  expect(withColumn(preview, 'email', null).mapping).toEqual({ number: 'Order', email: null, note: null })
})

test('a file that is here already is told apart from one that holds nothing', () => {
  expect(outcomeOf(preview)).toBe('changes')
  expect(outcomeOf({ ...preview, added: 0, unchanged: 2 })).toBe('unchanged')
  expect(outcomeOf({ ...preview, added: 0 })).toBe('nothing')
})

test('fields that the file does not have are folded away, needed ones never', () => {
  const rows = mappingRows({ ...preview, mapping: { number: null, email: 'Mail', note: null } })
  expect(fieldsOfInterest(rows)).toEqual(['number', 'email'])
})

test('problems are shown kind by kind, the most frequent first, each with its first lines', () => {
  const date = (line: number) => ({ line, problem: 'bad-date' as const, detail: 'someday' })
  const missing = { line: 1, problem: 'no-number' as const, detail: '' }
  const groups = problemGroups([missing, ...Array.from({ length: 12 }, (_, index) => date(index + 2))])
  expect(groups.map(({ problem, rows, more }) => [problem, rows.length, more])).toEqual([
    ['bad-date', 5, 7],
    ['no-number', 1, 0],
  ])
})
