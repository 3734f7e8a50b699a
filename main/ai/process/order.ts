import type { Urgency } from '#main/ports/languageModel.ts'

/** One call that waits for its turn. */
export interface Waiting {
  urgency: Urgency
  /** About how long it will take, in tokens. */
  expected: number
  /** Milliseconds, on any clock. */
  since: number
}

const ranks: Readonly<Record<Urgency, number>> = { owner: 0, contact: 1, background: 2 }
/** Whoever waited this long counts as one rank more urgent, so that nobody waits for ever. */
const patienceMs = 15_000

/** Its share of the time when several work at once, against the others'. */
export const weights: Readonly<Record<Urgency, number>> = { owner: 8, contact: 4, background: 1 }

/** Whose turn it is: the most urgent, of equals the shortest, of these the one that came first. */
export function nextOf<Call extends Waiting>(calls: readonly Call[], now: number): Call | null {
  const rank = ({ urgency, since }: Call) => ranks[urgency] - Math.floor((now - since) / patienceMs)
  const inOrder = [...calls].sort((a, b) => rank(a) - rank(b) || a.expected - b.expected || a.since - b.since)
  return inOrder[0] ?? null
}
