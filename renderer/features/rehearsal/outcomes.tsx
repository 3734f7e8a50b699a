import { CircleSlash, HandHelping, MessageCircleQuestion, MessageSquareReply } from 'lucide-react'
import type { ReactNode } from 'react'
import type { RehearsalResult, Tally } from '#contract/rehearsal.ts'
import type { Tone } from '#renderer/ui/tone.ts'

export type Action = RehearsalResult['action']

export const actions: readonly Action[] = ['reply', 'ask', 'handoff', 'silent']

/** How each outcome looks; the icon and the word say it, the colour repeats it. */
export const looks: Record<Action, { tone: Tone; icon: ReactNode; bar: string }> = {
  reply: { tone: 'good', icon: <MessageSquareReply aria-hidden />, bar: 'bg-accent' },
  ask: { tone: 'accent', icon: <MessageCircleQuestion aria-hidden />, bar: 'bg-accent/45' },
  handoff: { tone: 'warning', icon: <HandHelping aria-hidden />, bar: 'bg-warning-ink/70' },
  silent: { tone: 'neutral', icon: <CircleSlash aria-hidden />, bar: 'bg-line-strong/60' },
}

export function countOf(tally: Tally, action: Action): number {
  const counts = { reply: tally.replied, ask: tally.asked, handoff: tally.handedOver, silent: tally.silent }
  return counts[action]
}
