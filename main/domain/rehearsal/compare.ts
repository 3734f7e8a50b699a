import type { ComparedResult, Comparison, RehearsalResult } from '#contract/rehearsal.ts'

/** What a customer or the owner would notice; a little more or less confidence is no change. */
function differs(before: RehearsalResult, after: RehearsalResult): boolean {
  return (
    before.action !== after.action ||
    before.reply !== after.reply ||
    before.handoffReason !== after.handoffReason ||
    before.playbook !== after.playbook ||
    before.entries.join('\n') !== after.entries.join('\n')
  )
}

/** Worse first, then better, then what nobody has judged; inside that the order of the set. */
const importance = ({ before, after }: ComparedResult) => {
  if (before.verdict === 'right' && after.verdict === 'wrong') return 0
  if (before.verdict === 'wrong' && after.verdict === 'right') return 1
  return 2
}

/** Two runs of one set, case by case. A case that only one of them reached is left out. */
export function compareRuns(
  before: readonly RehearsalResult[],
  after: readonly RehearsalResult[],
): Pick<Comparison, 'changed' | 'better' | 'worse'> {
  const earlier = new Map(before.map(result => [result.caseId, result]))
  const changed = after
    .flatMap(result => {
      const old = earlier.get(result.caseId)
      return old && differs(old, result) ? [{ before: old, after: result }] : []
    })
    .sort((a, b) => importance(a) - importance(b))
  return {
    changed,
    worse: changed.filter(pair => importance(pair) === 0).length,
    better: changed.filter(pair => importance(pair) === 1).length,
  }
}
