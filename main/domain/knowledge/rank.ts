import type { Entry } from '#contract/knowledge.ts'

/** What the rankers found, before they are weighed against each other. */
export interface Hit {
  entryId: string
  parts: Readonly<Record<string, number>>
}

export interface RankedHit extends Hit {
  /** Sum of the rankers' z-scores over this question's candidates; higher is better. */
  score: number
}

/** A ranked hit with the entry itself. */
export interface RankedEntry extends RankedHit {
  entry: Entry
}

/**
 * `fullText`: BM25 over the whole entry; `vector` and `wording`: nearness of meaning to the middle of its wordings and to the
 * nearest one; `spelling` and `spelledWording`: the same by spelling; `own`: what was learned from the shop's own wordings.
 * Weights fitted on the development sets, apart for shops whose own wordings were learned.
 */
const lookedUp = { fullText: 1, vector: 1.5, wording: 1.5, spelling: 0.75, spelledWording: 0.75 }
const learned = { fullText: 1, vector: 1.5, wording: 1, spelling: 0.25, spelledWording: 0.5, own: 1.5 }

/** Best first. Scores of unlike rankers are made comparable by their spread over the candidates, not by their ranks. */
export function fuse<Candidate extends Hit>(hits: readonly Candidate[]): (Candidate & { score: number })[] {
  const scores = hits.map(() => 0)
  const isLearned = hits.some(({ parts }) => parts['own'] !== undefined)
  for (const [part, weight] of Object.entries(isLearned ? learned : lookedUp)) {
    const values = known(hits, part)
    const spread = standardize(values)
    for (const [index, value] of spread.entries()) scores[index] = (scores[index] ?? 0) + weight * value
  }
  return hits
    .map((hit, index) => ({ ...hit, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || (a.entryId < b.entryId ? -1 : 1))
}

/** A ranker that did not list a candidate liked it less than all it listed; for full text that means no common word. */
function known(hits: readonly Hit[], part: string): number[] {
  const listed = hits.flatMap(({ parts }) => parts[part] ?? [])
  const missing = part === 'fullText' || listed.length === 0 ? 0 : Math.min(...listed)
  return hits.map(({ parts }) => parts[part] ?? missing)
}

function standardize(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length)
  const deviation = Math.sqrt(variance)
  return values.map(value => (deviation < 1e-9 ? 0 : (value - mean) / deviation))
}
