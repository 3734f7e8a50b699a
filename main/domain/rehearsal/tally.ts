import type { RehearsalResult, RehearsalVerdict, Tally } from '#contract/rehearsal.ts'

/** So many results had this action and this verdict. */
export interface Counted {
  action: RehearsalResult['action']
  verdict: RehearsalVerdict | null
  count: number
}

/** `total` is the number of cases, done or not. */
export function tallyOf(counted: readonly Counted[], total: number): Tally {
  const sum = (passes: (one: Counted) => boolean) =>
    counted.reduce((count, one) => (passes(one) ? count + one.count : count), 0)
  return {
    total,
    replied: sum(({ action }) => action === 'reply'),
    asked: sum(({ action }) => action === 'ask'),
    handedOver: sum(({ action }) => action === 'handoff'),
    silent: sum(({ action }) => action === 'silent'),
    right: sum(({ verdict }) => verdict === 'right'),
    wrong: sum(({ verdict }) => verdict === 'wrong'),
    repliedRight: sum(({ action, verdict }) => action === 'reply' && verdict === 'right'),
    repliedWrong: sum(({ action, verdict }) => action === 'reply' && verdict === 'wrong'),
  }
}
