import { contentWords } from '#domain/reply/questions.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'
import type { Solution, SolutionStore } from '#main/ports/playbookStore.ts'

/** How alike (−1 to 1, cosine) a text is to each of the others. Synchronous, a fraction of a millisecond each. */
export type Likeness = (text: string, others: readonly string[]) => number[]

const CANDIDATES = 24
const COMPARED = 8
const LONGEST_QUERY = 400
/** A solution for another product than the one in question is none. */
const SAME_PRODUCT = 0.6
/** Between solutions about as alike, the one in the contact's language is taken. */
const LANGUAGE_BONUS = 0.1

export interface SolutionQuery {
  symptom: string
  /** The product's name or SKU; null when it is not known. */
  product: string | null
  /** 0 to 1. */
  minimum: number
  language: string
}

export interface FoundSolution {
  solution: Solution
  /** 0 to 1: half how alike in meaning, half how much of the symptom the contact named. */
  score: number
}

/** Finds by words first, then compares the best few closely. Null when nothing is alike enough. */
export function createSolutionSearch({ store, likeness }: { store: SolutionStore; likeness: Likeness }) {
  return function find({ symptom, product, minimum, language }: SolutionQuery): FoundSolution | null {
    const query = symptom.slice(0, LONGEST_QUERY)
    const said = new Set(terms(query))
    const fitting = store
      .search(query, product, CANDIDATES)
      .map(({ solution }) => solution)
      .filter(solution => isFor(solution, product))
    const scored = fitting
      .map(solution => ({ solution, named: Math.max(...ways(solution).map(way => share(way, said))) }))
      .toSorted((one, other) => other.named - one.named)
      .slice(0, COMPARED)
      .map(({ solution }) => ({ solution, score: alike(query, said, solution) }))
      .toSorted((one, other) => weigh(other, language) - weigh(one, language))
    const [best] = scored
    return best !== undefined && best.score >= minimum ? best : null
  }

  function alike(query: string, said: ReadonlySet<string>, solution: Solution): number {
    const all = ways(solution)
    const near = likeness(query, all)
    return Math.max(...all.map((way, index) => (Math.max(0, near[index] ?? 0) + share(way, said)) / 2))
  }
}
export type SolutionSearch = ReturnType<typeof createSolutionSearch>

function weigh({ solution, score }: FoundSolution, language: string): number {
  return score + (solution.language === language ? LANGUAGE_BONUS : 0)
}

function ways({ symptom, wordings }: Solution): string[] {
  return [symptom, ...wordings]
}

/** How much of a symptom's telling words the contact used. */
function share(way: string, said: ReadonlySet<string>): number {
  const wanted = terms(way).filter(term => !isCommonWord(term))
  return wanted.length === 0 ? 0 : wanted.filter(term => said.has(term)).length / wanted.length
}

function isFor({ product: own }: Solution, product: string | null): boolean {
  if (product === null || own === '') return true
  const [wanted, given] = [contentWords(own), new Set(contentWords(product))]
  if (wanted.length === 0) return true
  return wanted.filter(word => given.has(word)).length / wanted.length >= SAME_PRODUCT
}
