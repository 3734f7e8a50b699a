import type { Entry } from '#contract/knowledge.ts'
import { terms } from '#domain/text/words.ts'
import { shareIn, tellingTerms } from './overlap.ts'
import type { RankedEntry } from './rank.ts'

export interface Signs {
  /** Nearness of the nearest wording, and of the middle of all. */
  wording: number
  vector: number
  /** How far the next entry is behind, by all rankers and by nearness. */
  lead: number
  wordingLead: number
  /** Share of the question's telling words that the entry has. */
  covered: number
  /** Share that no candidate has: a subject the shop does not speak of. */
  unknown: number
  /** How much the question tells. */
  told: number
}

const lookedAt = 10

/** What speaks for and against the entry at this place answering the question. */
export function signsOf(question: string, ranked: readonly RankedEntry[], place = 0): Signs | null {
  const best = ranked[place]
  if (best === undefined) return null
  const others = ranked.filter((_, index) => index !== place)
  const telling = tellingTerms(question)
  const anywhere = new Set(ranked.slice(0, lookedAt).flatMap(({ entry }) => [...termsOf(entry)]))
  const next = others[0]
  const wording = best.parts['wording'] ?? 0
  return {
    wording,
    vector: best.parts['vector'] ?? 0,
    lead: next === undefined ? 1 : best.score - next.score,
    wordingLead: wording - Math.max(0, ...others.map(({ parts }) => parts['wording'] ?? 0)),
    covered: shareIn(telling, termsOf(best.entry)),
    unknown: 1 - shareIn(telling, anywhere),
    told: Math.log1p([...telling.values()].reduce((sum, weight) => sum + weight, 0)),
  }
}

/**
 * Fitted on the development sets (`scripts/evaluate/retrieval.ts` prints how well), then lowered so that at 0.6 about nine of
 * ten answers are right where half of the questions cannot be answered at all.
 */
const weights = { wording: 2.24, vector: 2.2, lead: 0.7, wordingLead: 0.5, covered: 1.86, unknown: -1.01, told: 1.05 }
const start = -6.53
const mostLead = 4

/** 0 to 1: how likely the entry at this place answers the question. */
export function confidenceOf(question: string, ranked: readonly RankedEntry[], place = 0): number {
  const signs = signsOf(question, ranked, place)
  if (signs === null) return 0
  const sum =
    start +
    weights.wording * signs.wording +
    weights.vector * signs.vector +
    weights.lead * Math.min(signs.lead, mostLead) +
    weights.wordingLead * signs.wordingLead +
    weights.covered * signs.covered +
    weights.unknown * signs.unknown +
    weights.told * signs.told
  return 1 / (1 + Math.exp(-sum))
}

function termsOf({ question, wordings, answer }: Entry): Set<string> {
  return new Set(terms([question, ...wordings, answer].join('\n')))
}
