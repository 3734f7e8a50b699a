import { shareIn, tellingTerms, termSet } from './overlap.ts'
import type { RankedEntry } from './rank.ts'

export interface Signs {
  /** Nearness of the nearest wording, and of the middle of all. */
  wording: number
  vector: number
  /** How far the next entry is behind, by all rankers and by nearness. */
  lead: number
  wordingLead: number
  /** Share of the question's telling words that the entry has, anywhere and among its wordings. */
  covered: number
  coveredByWordings: number
  /** Share that no candidate has: a subject the shop does not speak of. */
  unknown: number
  /** How much the question tells. */
  told: number
}

/** What speaks for and against the entry at this place answering the question. */
export function signsOf(question: string, ranked: readonly RankedEntry[], place = 0): Signs | null {
  const best = ranked[place]
  if (best === undefined) return null
  const others = ranked.filter((_, index) => index !== place)
  const telling = tellingTerms(question)
  const wordings = termSet([best.entry.question, ...best.entry.wordings])
  const whole = new Set([...wordings, ...termSet([best.entry.answer])])
  const anywhere = termSet(
    ranked.slice(0, 10).flatMap(({ entry }) => [entry.question, ...entry.wordings, entry.answer]),
  )
  const next = others[0]
  const wording = best.parts['wording'] ?? 0
  return {
    wording,
    vector: best.parts['vector'] ?? 0,
    lead: next === undefined ? 1 : best.score - next.score,
    wordingLead: wording - Math.max(0, ...others.map(({ parts }) => parts['wording'] ?? 0)),
    covered: shareIn(telling, whole),
    coveredByWordings: shareIn(telling, wordings),
    unknown: 1 - shareIn(telling, anywhere),
    told: Math.log1p([...telling.values()].reduce((sum, weight) => sum + weight, 0)),
  }
}

/** 0 to 1: how likely the entry at this place answers the question. */
export function confidenceOf(question: string, ranked: readonly RankedEntry[], place = 0): number {
  const signs = signsOf(question, ranked, place)
  if (signs === null) return 0
  const sum = -4 + 4 * signs.wording + 2 * signs.covered + 0.5 * signs.lead - signs.unknown
  return 1 / (1 + Math.exp(-sum))
}
