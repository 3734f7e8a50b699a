import type { Expectation, RehearsalCase, RehearsalResult, RehearsalVerdict } from '#contract/rehearsal.ts'

export type Outcome = Pick<RehearsalResult, 'action' | 'reply' | 'entries' | 'playbook'>
type Judged = Pick<RehearsalCase, 'expected' | 'rejected'>

function meets({ action, entries, playbook }: Expectation, outcome: Outcome): boolean {
  if (action !== outcome.action) return false
  return entries.every(entry => outcome.entries.includes(entry)) && (playbook === null || playbook === outcome.playbook)
}

function isRejected({ rejected }: Judged, { action, reply }: Outcome): boolean {
  return rejected.some(other => other.action === action && other.reply === reply)
}

/** Null when nobody has said anything that judges this outcome. */
export function verdictOf(judged: Judged, outcome: Outcome): RehearsalVerdict | null {
  if (isRejected(judged, outcome)) return 'wrong'
  if (judged.expected === null) return null
  return meets(judged.expected, outcome) ? 'right' : 'wrong'
}

/**
 * What the case expects after the owner's mark on one outcome of it. Right replaces what was expected; wrong refuses this
 * action with these words, and nothing else, so that another answer is open again; null takes both back.
 */
export function marked(judged: Judged, outcome: Outcome, mark: RehearsalVerdict | null): Judged {
  const { action, reply, entries, playbook } = outcome
  const others = judged.rejected.filter(other => other.action !== action || other.reply !== reply)
  if (mark === 'right') return { expected: { action, entries: [...entries], playbook }, rejected: others }
  const expected = judged.expected !== null && meets(judged.expected, outcome) ? null : judged.expected
  return { expected, rejected: mark === 'wrong' ? [...others, { action, reply }] : others }
}
