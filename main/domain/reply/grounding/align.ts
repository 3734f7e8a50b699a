import type { Clause, SourceSentence } from './grounds.ts'
import { weightOf, type Term } from './terms.ts'
import type { Value } from './value.ts'
import { isSaidBy } from './values.ts'

/** A value in common says as much as a name. */
const VALUE = 3
/** The number of an order stands for all that is said of it. */
const NUMBER = 0.5

/** The word stands in the source, as itself or as another for the same. */
export function isIn(term: Term, { keys, folded }: SourceSentence): boolean {
  return term.keys.some(key => keys.has(key)) || (/\p{Script=Han}/u.test(term.text) && folded.includes(term.text))
}

/** It stands in what the sentence leans on. */
export function isAround(term: Term, { contextKeys }: SourceSentence): boolean {
  return term.keys.some(key => contextKeys.has(key))
}

function shared(terms: readonly Term[], keys: ReadonlySet<string>): number {
  return terms.reduce((sum, term) => sum + (term.keys.some(key => keys.has(key)) ? weightOf(term) : 0), 0)
}

interface Place {
  sentence: SourceSentence
  clause: Clause
}

/** The stretches of the sources that speak most of what a clause speaks of. Empty when none does. */
export function nearest(
  terms: readonly Term[],
  sources: readonly SourceSentence[],
  {
    beside = [],
    around: surrounding = [],
    having,
  }: {
    beside?: readonly Value[]
    /** What else is said in the same breath: it counts for little, but it decides between equals. */
    around?: readonly Clause[]
    having?: (values: readonly Value[]) => boolean
  } = {},
): Place[] {
  const others = surrounding.flatMap(one => one.terms).filter(term => !terms.includes(term))
  const otherValues = surrounding.flatMap(({ values }) => values)
  const nearby = (sentence: SourceSentence) =>
    shared(others, sentence.keys) +
    otherValues.filter(value => sentence.values.some(own => isSaidBy(own, value))).length * VALUE
  const rated = sources.flatMap(sentence =>
    sentence.clauses
      .filter(({ values }) => having?.(values) ?? true)
      .map(clause => {
        const keys = new Set([...clause.terms.flatMap(term => term.keys), ...sentence.subjectKeys])
        const inClause = shared(terms, keys)
        const alike = beside
          .filter(one => clause.values.some(value => isSaidBy(value, one)))
          .reduce((sum, { kind }) => sum + (kind === 'code' ? NUMBER : VALUE), 0)
        const around = shared(terms, sentence.keys) + shared(terms, sentence.contextKeys) / 2
        const own = new Set(terms.flatMap(term => term.keys))
        const foreign = clause.terms.filter(term => !term.keys.some(key => own.has(key))).length
        return { sentence, clause, score: inClause * 2 + around + alike + nearby(sentence) / 12, lacking: foreign }
      }),
  )
  const best = Math.max(0, ...rated.map(({ score }) => score))
  if (best === 0) return having === undefined ? [] : rated
  const near = rated.filter(({ score }) => score >= best - 0.01)
  const least = Math.min(...near.map(({ lacking }) => lacking))
  return near.filter(({ lacking }) => lacking <= least)
}

/** How much of the words a source has, 0 to 1. */
export function coverage(terms: readonly Term[], sentence: SourceSentence): number {
  const all = terms.reduce((sum, term) => sum + weightOf(term), 0)
  const has = terms.reduce(
    (sum, term) => sum + (isIn(term, sentence) || isAround(term, sentence) ? weightOf(term) : 0),
    0,
  )
  return all === 0 ? 0 : has / all
}
