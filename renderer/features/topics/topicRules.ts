import type { Topic } from '#contract/topic.ts'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'

/** How bold or careful a threshold is, beside the recommended and the strict one. */
export type Care = 'bold' | 'between' | 'balanced' | 'careful' | 'veryCareful'

const NEAR = 0.02

export function careOf(threshold: number): Care {
  if (threshold < ANSWER_FROM - 0.12) return 'bold'
  if (threshold < ANSWER_FROM - NEAR) return 'between'
  if (threshold <= ANSWER_FROM + NEAR) return 'balanced'
  return threshold < STRICT_FROM - NEAR ? 'careful' : 'veryCareful'
}

export interface TopicGroups {
  own: Topic[]
  known: Topic[]
  forced: Topic[]
}

/** The shop's own first, those that cannot be switched apart. `nameOf` decides what a search finds. */
export function groupsOf(topics: readonly Topic[], text: string, nameOf: (topic: Topic) => string): TopicGroups {
  const wanted = text.trim().toLocaleLowerCase()
  const found = topics.filter(topic => nameOf(topic).toLocaleLowerCase().includes(wanted))
  return {
    own: found.filter(({ kind, forced }) => kind === 'own' && !forced),
    known: found.filter(({ kind, forced }) => kind === 'intent' && !forced),
    forced: found.filter(({ forced }) => forced),
  }
}

/** On the way to answering by itself: how far, as a share; null when nothing is being earned. */
export function earningShare({ mode, because, approvals, approvalsNeeded }: Topic): number | null {
  const isEarning = mode === 'draft' && approvalsNeeded > 0 && (because === 'channel' || because === 'corrected')
  return isEarning ? Math.min(1, approvals / approvalsNeeded) : null
}
