import type { OrderPreview, OrderProblem } from '#contract/orders.ts'

export const MAX_FILE_BYTES = 50_000_000
export const ACCEPTED = '.csv,.tsv,.txt,.json,.jsonl,.ndjson'

/** One of our fields with the column it is read from. */
export interface MappingRow {
  field: string
  required: boolean
  column: string | null
  /** What it holds in the first rows. */
  sample: string
}

const SAMPLES = 3

/** The mapping as rows to show, the needed ones first as the preview has them. */
export function mappingRows({ fields, mapping, sample }: OrderPreview): MappingRow[] {
  return fields.map(({ id, required }) => {
    const column = mapping[id] ?? null
    const values = sample.map(row => row[id] ?? '').filter(value => value.trim() !== '')
    return { field: id, required, column, sample: [...new Set(values)].slice(0, SAMPLES).join(' · ') }
  })
}

/** What is worth a row at once: needed, or found in the file. Most files know few of our many fields. */
export function fieldsOfInterest(rows: readonly MappingRow[]): string[] {
  return rows.filter(({ required, column }) => required || column !== null).map(({ field }) => field)
}

/** Needed fields without a column; a JSON file has no columns to choose. */
export function missingFields({ columns, fields, mapping }: OrderPreview): string[] {
  if (columns.length === 0) return []
  return fields.filter(({ id, required }) => required && (mapping[id] ?? null) === null).map(({ id }) => id)
}

/**
 * One column feeds one field: taking it for another one frees it from the first. What the changed fields held before is
 * not shown any more.
 */
export function withColumn(preview: OrderPreview, field: string, column: string | null): OrderPreview {
  const freed = Object.entries(preview.mapping).filter(([, taken]) => column !== null && taken === column)
  const changed = new Map<string, string | null>([...freed.map(([other]) => [other, null] as const), [field, column]])
  return {
    ...preview,
    mapping: { ...preview.mapping, ...Object.fromEntries(changed) },
    sample: preview.sample.map(row => Object.fromEntries(Object.entries(row).filter(([id]) => !changed.has(id)))),
  }
}

export type ImportOutcome = 'changes' | 'unchanged' | 'nothing'

/** What importing this file would do, all in all. */
export function outcomeOf({ added, updated, unchanged }: OrderPreview): ImportOutcome {
  if (added + updated > 0) return 'changes'
  return unchanged > 0 ? 'unchanged' : 'nothing'
}

export interface ProblemGroup {
  problem: OrderProblem['problem']
  /** The first ones. */
  rows: readonly OrderProblem[]
  more: number
}

const ROWS_OF_A_GROUP = 5

/** Hundreds of rows mostly have the same few things wrong with them: kind by kind, the most frequent first. */
export function problemGroups(problems: readonly OrderProblem[]): ProblemGroup[] {
  const kinds = Map.groupBy(problems, ({ problem }) => problem)
  return [...kinds]
    .toSorted(([, one], [, other]) => other.length - one.length)
    .map(([problem, rows]) => ({
      problem,
      rows: rows.slice(0, ROWS_OF_A_GROUP),
      more: Math.max(0, rows.length - ROWS_OF_A_GROUP),
    }))
}

/** The order is taken, without what is not clear. */
export function isTakenAnyway(problem: OrderProblem['problem']): boolean {
  return problem === 'different-totals' || problem === 'same-row-twice'
}
