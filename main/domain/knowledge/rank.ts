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
const lookedUp = { fullText: 1, vector: 2.25, wording: 2.25, spelling: 0.5, spelledWording: 0.5 }
const learned = { fullText: 1, vector: 2, wording: 1.25, spelling: 0.25, spelledWording: 0.5, own: 1 }

/**
 * Where an installed model says how near they are, too (`modelVector` and `modelWording`), it has most of the say about
 * meaning, but not all: with a model that does not know the language at all, the right entry stays first nearly as often.
 */
const shareOfModel = 2 / 3
const withModel = { lookedUp: sharing(lookedUp), learned: sharing(learned) }

function sharing<Weights extends { vector: number; wording: number }>(weights: Weights) {
  const [vector, wording] = [weights.vector, weights.wording]
  return {
    ...weights,
    vector: vector * (1 - shareOfModel),
    wording: wording * (1 - shareOfModel),
    modelVector: vector * shareOfModel,
    modelWording: wording * shareOfModel,
  }
}

/** Best first. Scores of unlike rankers are made comparable by their spread over the candidates, not by their ranks. */
export function fuse<Candidate extends Hit>(hits: readonly Candidate[]): (Candidate & { score: number })[] {
  const scores = new Float64Array(hits.length)
  for (const [part, weight] of Object.entries(weightsFor(hits))) add(scores, weight, known(hits, part))
  return hits
    .map((hit, index) => ({ ...hit, score: scores[index] ?? 0 }))
    .toSorted((a, b) => b.score - a.score || (a.entryId < b.entryId ? -1 : 1))
}

function weightsFor(hits: readonly Hit[]): Readonly<Record<string, number>> {
  const isLearned = hits.some(({ parts }) => parts['own'] !== undefined)
  const hasModel = hits.some(({ parts }) => parts['modelVector'] !== undefined || parts['modelWording'] !== undefined)
  if (hasModel) return isLearned ? withModel.learned : withModel.lookedUp
  return isLearned ? learned : lookedUp
}

/** A ranker that did not list a candidate liked it less than all it listed; for full text that means no common word. */
function known(hits: readonly Hit[], part: string): Float64Array {
  let least = Infinity
  for (const { parts } of hits) least = Math.min(least, parts[part] ?? Infinity)
  const missing = part === 'fullText' || least === Infinity ? 0 : least
  const values = new Float64Array(hits.length)
  hits.forEach(({ parts }, index) => (values[index] = parts[part] ?? missing))
  return values
}

/** Adds the z-scores of the values. */
function add(scores: Float64Array, weight: number, values: Float64Array): void {
  const count = Math.max(1, values.length)
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0
  const mean = sum / count
  let squares = 0
  for (let index = 0; index < values.length; index++) squares += ((values[index] ?? 0) - mean) ** 2
  const deviation = Math.sqrt(squares / count)
  if (deviation < 1e-9) return
  for (let index = 0; index < scores.length; index++)
    scores[index] = (scores[index] ?? 0) + weight * (((values[index] ?? 0) - mean) / deviation)
}
