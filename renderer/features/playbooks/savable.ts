import type { CheckedYaml } from './useCheckedYaml.ts'

export type WhyNot = 'unchanged' | 'checking' | 'broken' | 'not-checked'

/** Why a text cannot be saved now; null when it can. */
export function whyNotSavable(isChanged: boolean, { state, problems }: CheckedYaml): WhyNot | null {
  if (!isChanged) return 'unchanged'
  if (state === 'failed') return 'not-checked'
  if (state === 'stale') return 'checking'
  return problems.length > 0 ? 'broken' : null
}
