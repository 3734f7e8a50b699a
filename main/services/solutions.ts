import { contentWords } from '#domain/reply/questions.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'
import type { Solution, SolutionStore } from '#main/ports/playbookStore.ts'

/** For each of the others how alike the nearest of the texts is, −1 to 1. Synchronous, a fraction of a millisecond each. */
export type Likeness = (texts: readonly string[], others: readonly string[]) => number[]

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
  /** 0 to 1: half how alike one clause is, half how much of the symptom's words the contact used. */
  score: number
}

/**
 * Finds by words first, then compares the best few closely. Without a known product only solutions for a product that the
 * contact names, or for any, are taken: the guide of another product helps nobody. Null when nothing is alike enough.
 */
export function createSolutionSearch({ store, likeness }: { store: SolutionStore; likeness: Likeness }) {
  return function find({ symptom, product, minimum, language }: SolutionQuery): FoundSolution | null {
    const query = symptom.slice(0, LONGEST_QUERY)
    const about = product ?? query
    const fitting = store
      .search(query, about, CANDIDATES)
      .map(({ solution }) => solution)
      .filter(solution => isFor(solution, about))
    const said = new Set(terms(query))
    const likely = fitting
      .map(solution => ({ solution, named: Math.max(...ways(solution).map(way => share(way, said))) }))
      .toSorted((one, other) => other.named - one.named)
      .slice(0, COMPARED)
      .map(({ solution }) => solution)
    const [best] = compare(query, said, likely).toSorted((one, other) => weigh(other, language) - weigh(one, language))
    return best !== undefined && best.score >= minimum ? best : null
  }

  /** One clause tells of the fault; what stands around it, and the product's name, only blur the comparison. */
  function compare(query: string, said: ReadonlySet<string>, solutions: readonly Solution[]): FoundSolution[] {
    const clauses = clausesOf(query, solutions.map(({ product }) => product).join('\n'))
    const rows = solutions.flatMap(solution => ways(solution).map(way => ({ solution, way })))
    const near = likeness(
      clauses,
      rows.map(({ way }) => way),
    )
    const scores = new Map<Solution, number>()
    for (const [index, { solution, way }] of rows.entries()) {
      const score = (Math.max(0, near[index] ?? 0) + share(way, said)) / 2
      scores.set(solution, Math.max(scores.get(solution) ?? 0, score))
    }
    return solutions.map(solution => ({ solution, score: scores.get(solution) ?? 0 }))
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

const joint = /[.,;!?。，！？；\n]|(?<=\s)(?:and|but|since|because|y|pero|et|mais|und|aber)(?=\s)/u
const MOST_CLAUSES = 6

function clausesOf(text: string, product: string): string[] {
  const names = new Set(terms(product))
  return text
    .split(joint)
    .map(clause => withoutNames(clause, names))
    .filter(clause => contentWords(clause).length > 0)
    .slice(0, MOST_CLAUSES)
}

/** Scripts without blanks keep the name: its characters cannot be told from others. */
function withoutNames(clause: string, names: ReadonlySet<string>): string {
  return clause
    .split(/(?<=\s)/u)
    .filter(word => !terms(word).length || !terms(word).every(term => names.has(term)))
    .join('')
    .trim()
}

function isFor({ product: own }: Solution, product: string): boolean {
  if (own === '') return true
  const [wanted, given] = [contentWords(own), new Set(contentWords(product))]
  if (wanted.length === 0) return true
  return wanted.filter(word => given.has(word)).length / wanted.length >= SAME_PRODUCT
}
