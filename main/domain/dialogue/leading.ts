import type { Reading } from '#contract/understanding.ts'
import { intentOf, type Intent } from '#domain/understanding/intents.ts'

/** The small model always names one; below this it is a guess. */
const LEADS_FROM = 0.4

/** What a turn is about first of all; null when that is not clear. */
export function leadingIntent({ intents }: Pick<Reading, 'intents'>): Intent | null {
  const [best] = intents
  return best === undefined || best.score < LEADS_FROM ? null : intentOf(best.id)
}

/** Everything it is about, the surest first. */
export function clearIntents({ intents }: Pick<Reading, 'intents'>): string[] {
  return intents.filter(({ score }) => score >= LEADS_FROM).map(({ id }) => id)
}
