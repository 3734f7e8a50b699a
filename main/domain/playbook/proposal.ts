import type { Brief } from '#contract/handover.ts'
import type { Fact } from '#contract/understanding.ts'
import { valueOf } from './lookUp.ts'
import type { Found, Records } from './records.ts'
import type { ProposalCode } from './vocabulary.ts'

export interface ProposalInput {
  facts: readonly Fact[]
  found: Found
  records: Records
  note: string
}

/** What only the owner may do, ready for them. Prepared, never done. */
export function proposalOf(
  code: ProposalCode | null,
  { facts, found, records, note }: ProposalInput,
): Brief['proposal'] {
  if (code === null) return null
  const solution = records.solution()
  const detail: Record<string, string | null | undefined> = {
    order: records.order()?.number ?? valueOf(facts, 'order-number'),
    product: records.product()?.name ?? valueOf(facts, 'product'),
    serial: valueOf(facts, 'serial-number'),
    wanted: valueOf(facts, 'wanted-item'),
    choice: found.choice,
    symptom: valueOf(facts, 'symptom'),
    address: code === 'change-address' ? valueOf(facts, 'address') : null,
    solution: solution?.symptom,
    photo: found.photo,
    note,
  }
  const known = Object.entries(detail).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return { code, detail: Object.fromEntries(known) }
}
