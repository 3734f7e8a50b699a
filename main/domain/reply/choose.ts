import type { Candidate } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import { foldText } from '#domain/text/normalize.ts'
import { stem } from '#domain/text/words.ts'
import { contentWords } from './questions.ts'

export interface Ranked {
  entry: Entry
  score: number
  parts: Readonly<Record<string, number>>
}

/**
 * From this confidence on the assistant answers by itself. Chosen on the development sets (`npm run evaluate -- FOLDER shops`
 * prints what it gives): about nine of ten answers to real messages of a shop are right there.
 */
export const ANSWER_FROM = 0.65
/** For shops that rather answer less than wrongly. */
export const STRICT_FROM = 0.9
/** Below this the knowledge does not seem to cover the question at all. */
export const UNKNOWN_BELOW = 0.25

const CLOSE = 0.5
const KEPT_CANDIDATES = 5

/**
 * The best entry; one in the customer's language takes its place when it is about as good. Never when it lacks a word of the
 * question that the best one has: "Canada" is no answer to a question about the United States, in whatever language.
 */
export function chooseEntry(ranked: readonly Ranked[], language: string, question = ''): Ranked | null {
  const [best] = ranked
  if (best === undefined) return null
  if (language === 'und' || isSameLanguage(best.entry.language, language)) return best
  const named = [...new Set(contentWords(question))].map(stem)
  const close = ranked.filter(({ score }) => score >= best.score - CLOSE)
  const translated = close.find(other => other.entry.language === language && missing(other, best, named).length === 0)
  return translated ?? best
}

/** Words of the question that `has` speaks of and `lacks` does not. */
function missing(lacks: Ranked, has: Ranked, named: readonly string[]): string[] {
  const [own, theirs] = [saidIn(lacks.entry), saidIn(has.entry)]
  return named.filter(word => theirs.includes(word) && !own.includes(word))
}

function saidIn({ question, wordings, answer }: Entry): string {
  return foldText([question, ...wordings, answer].join('\n'))
}

/** Also when one of the two cannot be told. */
export function isSameLanguage(one: string, other: string): boolean {
  return one === other || one === 'und' || other === 'und'
}

export function candidatesOf(ranked: readonly Ranked[]): Candidate[] {
  return ranked.slice(0, KEPT_CANDIDATES).map(({ entry, score, parts }) => ({
    entryId: entry.id,
    entry: entryName(entry),
    question: entry.question,
    score,
    parts: { ...parts },
  }))
}

/** The id of the imported file where there is one. */
export function entryName(entry: Pick<Entry, 'id' | 'externalId'>): string {
  return entry.externalId ?? entry.id
}

/** The entry speaks of what the short follow-up names, so it is an answer to it and not only to the question before. */
export function speaksOf(entry: Entry, followUp: string): boolean {
  const named = contentWords(followUp)
  const said = saidIn(entry)
  return named.length > 0 && named.every(word => said.includes(stem(word)))
}
