import type { DialogueState } from '#domain/dialogue/state.ts'

type Felt = DialogueState['moods'][number]

const bad = new Set<Felt['mood']>(['disappointed', 'frustrated', 'angry'])
const CLEAR = 2
/** Whoever was upset so many turns ago is not sold anything yet. */
const REMEMBERED = 4
/** Two of these in so short a time are a falling mood, however little each of them says. */
const MOST_SLIGHT = 1

/**
 * An upset contact is helped and offered nothing, also some turns after. Their mood changes nothing else: no price, no record,
 * no right. `moods`: of their turns, the present one last.
 */
export function mayBeOffered(moods: readonly Felt[]): boolean {
  const lately = moods.slice(-REMEMBERED)
  const isClear = lately.some(({ mood, intensity }) => bad.has(mood) && intensity >= CLEAR)
  const slight = lately.filter(({ mood }) => bad.has(mood)).length
  return !isClear && slight <= MOST_SLIGHT && lately.at(-1)?.mood !== 'anxious'
}

/** With the present turn's, which a conversation that was taken apart has not noted yet. */
export function moodsWith(moods: readonly Felt[], { mood, intensity }: Felt): readonly Felt[] {
  const last = moods.at(-1)
  return last?.mood === mood && last.intensity === intensity ? moods : [...moods, { mood, intensity }]
}
