import type { Mood, Reading } from '#contract/understanding.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'

type Felt = DialogueState['moods'][number]

const MOST_KEPT = 10
/** How much worse than calm, for each step of intensity. A confused contact needs an answer, not comfort. */
const weights = {
  satisfied: 1,
  calm: 0,
  unsure: 0,
  confused: -0.5,
  anxious: -0.5,
  disappointed: -1,
  frustrated: -1,
  angry: -1.3,
} as const satisfies Record<Mood, number>
const CLEAR = 2
const STRONG = 3

export function rememberMood(moods: readonly Felt[], { mood, intensity }: Reading): Felt[] {
  return [...moods, { mood, intensity }].slice(-MOST_KEPT)
}

/** Disappointed, frustrated or angry. */
export function isUpset({ mood }: Pick<Felt, 'mood'>): boolean {
  return weights[mood] <= -1
}

/**
 * A person must take over: anger at its strongest, twice in a row clearly upset, or a mood that fell with each of the
 * last two turns down to clearly upset. Which of them; null when none holds.
 */
export function moodNeedsPerson(moods: readonly Felt[]): string | null {
  const [before, last, now] = [moods.at(-3), moods.at(-2), moods.at(-1)]
  if (now === undefined || !isUpset(now)) return null
  if (now.mood === 'angry' && now.intensity >= STRONG) return 'strong'
  if (now.intensity < CLEAR) return null
  if (last !== undefined && isUpset(last) && last.intensity >= CLEAR) return 'again'
  if (before === undefined || last === undefined) return null
  return levelOf(before) > levelOf(last) && levelOf(last) > levelOf(now) ? 'falling' : null
}

function levelOf({ mood, intensity }: Felt): number {
  return weights[mood] * Math.max(1, intensity)
}
