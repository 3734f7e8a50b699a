import type { Evidence } from '#contract/assistant.ts'
import { placeholdersIn, type RecordName } from './vocabulary.ts'

/** What a record says, ready to be read: by field. A field that is missing is not known, or not for this contact to hear. */
export interface RecordValues {
  ref: string
  fields: Readonly<Record<string, string>>
}
export type KnownRecords = Readonly<Partial<Record<RecordName, RecordValues>>>

export interface Filled {
  text: string
  evidence: Evidence[]
}

const evidenceKinds = {
  order: 'order',
  orders: 'order',
  product: 'product',
  warranty: 'warranty',
  coupon: 'coupon',
  solution: 'solution',
  shop: null,
} as const satisfies Record<RecordName, Evidence['kind'] | null>

/**
 * Values are copied from records, never from what the contact wrote. A line with a value that is not known is left out;
 * null when no line is left.
 */
export function fill(text: string, records: KnownRecords): Filled | null {
  const evidence: Evidence[] = []
  const lines = text
    .trim()
    .split('\n')
    .flatMap(line => {
      const wanted = placeholdersIn(line).known.map(one => ({
        ...one,
        ref: records[one.record]?.ref ?? '',
        value: valueOf(records[one.record], one.field),
      }))
      if (wanted.some(({ value }) => value === '')) return []
      for (const { record, field, ref, value } of wanted) {
        const kind = evidenceKinds[record]
        if (kind !== null) evidence.push({ kind, ref, field, value })
      }
      const values = new Map(wanted.map(({ text: braces, value }) => [braces, value]))
      return [line.replace(/\{[^{}]*\}/g, braces => values.get(braces) ?? braces)]
    })
  const said = lines.join('\n').trim()
  return said === '' ? null : { text: said, evidence }
}

function valueOf(record: RecordValues | undefined, field: string): string {
  if (record === undefined || !Object.hasOwn(record.fields, field)) return ''
  return record.fields[field]?.trim() ?? ''
}
