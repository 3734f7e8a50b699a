import type { Reading } from '#contract/understanding.ts'

const bad = new Set<Reading['mood']>(['disappointed', 'frustrated', 'angry'])
const CLEAR = 2

/** An upset contact is helped and offered nothing. Their mood changes nothing else: no price, no record, no right. */
export function mayBeOffered({ mood, intensity }: Pick<Reading, 'mood' | 'intensity'>): boolean {
  return mood !== 'anxious' && !(bad.has(mood) && intensity >= CLEAR)
}
