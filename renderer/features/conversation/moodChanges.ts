import type { Mood } from '#contract/understanding.ts'

const MOST = 4

/** The last changes of mood, oldest first. What nobody could tell says nothing, unless there is nothing else. */
export function moodChanges(moods: readonly Mood[]): Mood[] {
  const told = moods.filter(mood => mood !== 'unsure')
  const changes = told.filter((mood, position) => mood !== told[position - 1])
  return changes.length > 0 ? changes.slice(-MOST) : moods.slice(-1)
}
