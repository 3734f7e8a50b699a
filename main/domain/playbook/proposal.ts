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

/** Under this name a run keeps why the contact wants it, where they told it unasked. */
export const REASON = 'reason'

function namesOf(records: Records): string | null {
  const names = records.items().map(({ name }) => name)
  return names.length > 1 ? names.join(', ') : (records.product()?.name ?? records.item()?.name ?? names[0] ?? null)
}

/** What only the owner may do, ready for them; i18n `brief.detail.<name>`. Prepared, never done. */
export function proposalOf(
  code: ProposalCode | null,
  { facts, found, records, note }: ProposalInput,
): Brief['proposal'] {
  if (code === null) return null
  const order = records.order()
  const detail: Record<string, string | null | undefined> = {
    number: order?.number ?? valueOf(facts, 'order-number'),
    product: namesOf(records) ?? valueOf(facts, 'product'),
    serial: valueOf(facts, 'serial-number'),
    symptom: valueOf(facts, 'symptom'),
    wanted: valueOf(facts, 'wanted-item'),
    choice: found.choice,
    address: code === 'change-address' ? valueOf(facts, 'address') : null,
    carrier: code === 'missing-parcel' ? order?.fields.carrier : null,
    tracking: code === 'missing-parcel' ? order?.fields.trackingNumber : null,
    solution: records.solution()?.symptom,
    reason: found[REASON],
    note,
  }
  const known = Object.entries(detail).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return { code, detail: Object.fromEntries(known) }
}
