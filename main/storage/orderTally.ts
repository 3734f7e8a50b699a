import type { PutCounts } from '#main/ports/orderStore.ts'

export function tally(outcomes: readonly (keyof PutCounts)[]): PutCounts {
  const counts: PutCounts = { added: 0, updated: 0, unchanged: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  return counts
}
