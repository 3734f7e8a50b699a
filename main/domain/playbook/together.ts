import type { PlaybookOutcome } from './outcome.ts'

/**
 * What several procedures say about one turn, as one: what they tell, and at most one question at the end. Null when two of
 * them ask: one of the questions would be answered as if it were the other.
 */
export function together(outcomes: readonly PlaybookOutcome[]): PlaybookOutcome | null {
  const asking = outcomes.filter(({ action }) => action === 'ask')
  const passing = outcomes.filter(({ action }) => action === 'handoff')
  const telling = outcomes.filter(({ action }) => action === 'reply')
  const main = passing[0] ?? asking[0] ?? outcomes[0]
  if (main === undefined) return null
  // With a person going on, nothing is asked any more.
  const said = passing.length > 0 ? [...telling, ...passing] : [...telling, ...asking]
  if (passing.length === 0 && asking.length > 1) return null
  const bodies = said.flatMap(({ body }) => body ?? [])
  return {
    ...main,
    body: bodies.length === 0 ? null : bodies.join('\n\n'),
    evidence: said.flatMap(({ evidence }) => evidence),
    proposal: passing.find(({ proposal }) => proposal !== null)?.proposal ?? null,
    steps: said.flatMap(({ steps }) => steps),
  }
}

/** What is told stays told, and a person goes on: nothing is asked. */
export function passedOn(outcome: PlaybookOutcome): PlaybookOutcome {
  const isTold = outcome.action !== 'ask'
  return {
    ...outcome,
    action: 'handoff',
    reason: outcome.reason ?? 'not-sure',
    body: isTold ? outcome.body : null,
    evidence: isTold ? outcome.evidence : [],
    codeFor: null,
  }
}
