import { simplified } from '#domain/text/chinese.ts'
import { foldText } from '#domain/text/normalize.ts'
import { sentences } from '#domain/text/sentences.ts'
import { isNegated } from './signs.ts'
import { termsIn, type Term } from './terms.ts'
import type { Value } from './value.ts'
import { valuesIn, type Found } from './values.ts'

/** A text of the shop: a cited passage or what a procedure says, with the question it stands under. */
export interface Source {
  name: string
  question: string
  text: string
  /** BCP 47 primary tag, `und` when it cannot be told. */
  language: string
}

/** What a draft may rest on. */
export interface Grounds {
  sources: readonly Source[]
  /** What the contact wrote, now and before. Their words may be taken up; they promise nothing. */
  said: readonly string[]
  /** The contact's own name and the shop's. */
  names: readonly string[]
  /** Addresses and links that the shop gives out, beside those in the sources. */
  links: readonly string[]
  /** BCP 47 primary tag of the reply. */
  language: string
}

/** A stretch of a sentence that says one thing. */
export interface Clause {
  text: string
  start: number
  terms: readonly Term[]
  values: readonly Value[]
  isNegated: boolean
}

export interface Statement extends Found {
  clauses: readonly Clause[]
  terms: readonly Term[]
}

export interface SourceSentence extends Statement {
  source: Source
  place: number
  /** Lower case, for words that are not taken apart in the same way. */
  folded: string
  keys: ReadonlySet<string>
  /** Of the sentence before, when this one leans on it: "They are made of brass." */
  leansOnKeys: ReadonlySet<string>
  /** What that sentence is about. */
  subjectKeys: ReadonlySet<string>
  /** The same, and those of the question it stands under. */
  contextKeys: ReadonlySet<string>
}

const BORDER =
  /[,;:，；：、]|或|(?<![\p{L}])(?:and|or|but|while|whereas|although|though|because|so that|which)(?![\p{L}])|但是?|而(?!且)|不过|然而|以及|(?<![温缓暖柔总饱])和(?![平气谐服])|与|(?<!以)及(?![时格])/giu
/** What comes before it names what a sentence is about. */
const VERB =
  /(?<![\p{L}])(?:is|are|was|were|has|have|had|can|may|must|will|comes?|costs?|takes?)(?![\p{L}])|[是有可会需由]/iu
const LEANS = /^(?:it|they|this|these|that|those|such|both|he|she|after that|then|此|该|它|这|那|其)/iu

/** A sentence, taken apart. */
export function statementOf(text: string): Statement {
  const found = valuesIn(text)
  return {
    ...found,
    terms: termsIn(found.rest),
    clauses: clausesOf(found),
  }
}

/** Between commas and "and"s. What stands there by a lone word is part of the next one: "rings, cups and hats cannot be returned". */
function clausesOf({ text, rest, values }: Found): Clause[] {
  const clauses: Clause[] = []
  const clause = (start: number, end: number): Clause => {
    const piece = rest.slice(start, end)
    const inside = values.filter(value => value.start >= start && value.start < end)
    const terms = termsIn(' '.repeat(start) + piece).map(term => ({ ...term, isName: term.isName && term.start > 0 }))
    return { text: text.slice(start, end), start, terms, values: inside, isNegated: isNegated(piece.toLowerCase()) }
  }
  const borders = [...rest.matchAll(BORDER)].map(match => ({ word: match[0], at: match.index }))
  let start = 0
  for (const [index, { word, at }] of [...borders, { word: '', at: rest.length }].entries()) {
    const one = clause(start, at)
    const isLast = index === borders.length
    if (!isLast && goesOn(one, word, clause(at, borders[index + 1]?.at ?? rest.length))) continue
    const last = clauses.at(-1)
    // "And so do bulbs" says of bulbs what was said before.
    const isTail = isLast && last?.isNegated === one.isNegated && one.terms.length === 1 && one.values.length === 0
    if (isTail && last !== undefined) {
      clauses[clauses.length - 1] = { ...last, text: last.text + one.text, terms: [...last.terms, ...one.terms] }
      continue
    }
    // "Between 8 am and 8 pm".
    if (
      one.terms.length === 0 &&
      one.values.length === 1 &&
      last?.values.at(-1)?.kind === one.values[0]?.kind &&
      last !== undefined
    )
      clauses[clauses.length - 1] = { ...last, text: last.text + one.text, values: [...last.values, ...one.values] }
    else if (one.terms.length > 0 || one.values.length > 0) clauses.push(one)
    start = at
  }
  return clauses
}

/** What follows is under the same verb: a list, or one "not" for both. */
function goesOn({ terms, values, isNegated: not }: Clause, border: string, next: Clause): boolean {
  if (values.length === 0 && (terms.length === 0 || (terms.length < 2 && !not))) return true
  if (!not || next.isNegated) return false
  return (
    /^(?:or|、|或)$/iu.test(border) ||
    (/^(?:and|和|与|及)$/iu.test(border) && next.terms.length < 2 && next.values.length === 0)
  )
}

export function sourceSentences(sources: readonly Source[]): SourceSentence[] {
  return sources.flatMap(source => {
    const heading = keysOf(termsIn(valuesIn(source.question).rest))
    let [before, subject]: [readonly string[], readonly string[]] = [[], []]
    return sentences(source.text).map(({ text }, place) => {
      const statement = statementOf(text)
      const keys = new Set(keysOf(statement.terms))
      const leans = LEANS.test(text)
      const leansOnKeys = new Set(leans ? before : [])
      const subjectKeys = new Set(leans ? subject : [])
      const contextKeys = new Set([...heading, ...leansOnKeys])
      before = leans ? [...before, ...keys] : [...keys]
      if (!leans) subject = keysOf(subjectOf(statement))
      const folded = simplified(foldText(text))
      return { ...statement, source, place, keys, leansOnKeys, subjectKeys, contextKeys, folded }
    })
  })
}

function subjectOf({ rest, terms }: Statement): readonly Term[] {
  const verb = rest.search(VERB)
  return verb < 0 ? terms : terms.filter(({ start }) => start < verb)
}

export function keysOf(terms: readonly Term[]): string[] {
  return terms.flatMap(({ keys }) => keys)
}
