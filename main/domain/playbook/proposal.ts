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

/** What only the owner may do, ready for them; i18n `brief.detail.<name>`. Prepared, never done. */
export function proposalOf(
  code: ProposalCode | null,
  { facts, found, records, note }: ProposalInput,
): Brief['proposal'] {
  if (code === null) return null
  const order = records.order()
  const detail: Record<string, string | null | undefined> = {
    number: order?.number ?? valueOf(facts, 'order-number'),
    product: records.product()?.name ?? records.item()?.name ?? valueOf(facts, 'product'),
    serial: valueOf(facts, 'serial-number'),
    symptom: valueOf(facts, 'symptom'),
    wanted: valueOf(facts, 'wanted-item'),
    choice: found.choice,
    address: code === 'change-address' ? valueOf(facts, 'address') : null,
    carrier: code === 'missing-parcel' ? order?.fields.carrier : null,
    tracking: code === 'missing-parcel' ? order?.fields.trackingNumber : null,
    solution: records.solution()?.symptom,
    note,
  }
  const known = Object.entries(detail).flatMap(([name, value]) => (value ? [[name, value] as const] : []))
  return { code, detail: Object.fromEntries(known) }
}
