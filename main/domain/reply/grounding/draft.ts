import { simplified } from '#domain/text/chinese.ts'
import { languageOf } from '#domain/text/language.ts'
import { sentences, type Sentence } from '#domain/text/sentences.ts'
import { checkSentence } from './checkSentence.ts'
import { isCourtesy } from './courtesies.ts'
import { keysOf, sourceSentences, type Grounds, type SourceSentence } from './grounds.ts'
import { plainDraft } from './plain.ts'
import { places, restrictive } from './kinds.ts'
import type { SentenceProblem } from './problem.ts'
import { goesOnFromCondition, isConditional, leavesOutStart, strongIn } from './signs.ts'
import { isPromise, termsIn } from './terms.ts'
import type { Value } from './value.ts'
import { isSaidBy, valuesIn } from './values.ts'

export interface CheckedSentence {
  text: string
  /** Names of the passages and records that say so. */
  sources: readonly string[]
  problem: SentenceProblem | null
}

export interface CheckedDraft {
  /** What may be said; null when the built-in answer must take its place. */
  text: string | null
  sentences: readonly CheckedSentence[]
  used: 'whole' | 'partly' | 'not'
}

/** What a reply must say to be an answer, beside being true. */
export interface Core {
  /** Values of records: a reply about an order without them is none. */
  values: readonly string[]
  /** Sentences of the sources that answer the question: of each group one at least must be said. */
  quotes: readonly (readonly string[])[]
}

interface Kept extends CheckedSentence {
  /** As it stands in the draft, with what comes before it. */
  gap: string
  from: readonly SourceSentence[]
  isCourtesy: boolean
}

/** Checks a draft sentence by sentence against what it may rest on. */
export function checkDraft(raw: string, grounds: Grounds, core: Core): CheckedDraft {
  const draft = plainDraft(raw)
  const all = sourceSentences(grounds.sources)
  const known = {
    ...grounds,
    all,
    saidKeys: new Set(grounds.said.flatMap(text => keysOf(termsIn(valuesIn(text).rest)))),
    saidValues: grounds.said.flatMap(text => valuesIn(text).values),
    allowedLinks: new Set(grounds.links.flatMap(link => valuesIn(link).values.flatMap(({ keys }) => keys))),
  }
  let end = 0
  const checked = wholeSentences(draft).map(({ text, start, end: to }): Kept => {
    const gap = draft.slice(end, start)
    end = to
    if (isCourtesy(text)) return { text, gap, from: [], sources: [], problem: null, isCourtesy: true }
    const { sources, problem } = checkSentence(text, known)
    return { text, gap, from: sources, sources: namesOf(sources), problem, isCourtesy: false }
  })
  const whole = withConditions(checked, all)
  const kept = whole.filter(({ problem }) => problem === null)
  const text = kept
    .map(({ text: said, gap }, index) => (index === 0 ? '' : gap.includes('\n') ? '\n' : gap === '' ? '' : ' ') + said)
    .join('')
  const isAnswer =
    kept.some(one => !one.isCourtesy) && isWanted(text, grounds.language) && carries(kept, text, all, core)
  const told = whole.map(({ text: said, sources, problem }) => ({ text: said, sources, problem }))
  if (!isAnswer) return { text: null, sentences: told, used: 'not' }
  return { text, sentences: told, used: kept.length === whole.length ? 'whole' : 'partly' }
}

/** A question mark in an address ends no sentence. */
function wholeSentences(text: string): Sentence[] {
  const links = [...text.matchAll(/(?:https?:\/\/|www\.)\S+/giu)].map(match => [
    match.index,
    match.index + match[0].length,
  ])
  const whole: Sentence[] = []
  for (const sentence of sentences(text)) {
    const before = whole.at(-1)
    const isCut = before !== undefined && links.some(([from = 0, to = 0]) => from < before.end && before.end < to)
    if (isCut)
      whole[whole.length - 1] = { start: before.start, end: sentence.end, text: text.slice(before.start, sentence.end) }
    else whole.push(sentence)
  }
  return whole
}

function namesOf(sources: readonly SourceSentence[]): string[] {
  return [...new Set(sources.map(({ source }) => source.name))]
}

/** Too short a text may be taken for any language. */
const SHORT = 12

function isWanted(text: string, language: string): boolean {
  const own = languageOf(text)
  return language === 'und' || own === language || (own === 'und' && text.length < SHORT)
}

/** What holds only under a condition is not said without it, and what limits it in the next sentence is not left out. */
function withConditions(checked: readonly Kept[], all: readonly SourceSentence[]): Kept[] {
  const kept = checked.filter(({ problem }) => problem === null)
  const told = new Set(kept.flatMap(({ from }) => from))
  const isWhole = (source: SourceSentence) => {
    const saying = kept.filter(({ from }) => from.includes(source)).map(({ text }) => text)
    const said = saying.join('\n')
    const keys = new Set(keysOf(termsIn(valuesIn(said).rest)))
    const isOwed = termsIn(valuesIn(said).rest).some(isPromise)
    const isForAll = strongIn(said).length > 0
    // "Free within Spain": what is owed somewhere is not owed everywhere.
    const bounds = source.terms.filter(
      term =>
        term.keys.some(key => restrictive.has(key)) ||
        ((term.isName || term.keys.some(key => places.has(key))) &&
          (isForAll || (isOwed && source.terms.some(isPromise)))),
    )
    const limited = limiting(source)
    const isLimited = !limited || isConditional(simplified(said).toLowerCase()) || sharesNegation(said, source)
    const isCounted = saying.every(one => !hasSpan(one) || !leavesOutStart(one, source.text))
    const before = all.find(one => one.source === source.source && one.place === source.place - 1)
    const isLed =
      !goesOnFromCondition(source.text) || before === undefined || told.has(before) || isConditional(said.toLowerCase())
    return isLimited && isCounted && isLed && bounds.every(term => term.keys.some(key => keys.has(key)))
  }
  const followUps = [...told].flatMap(source => leaningAfter(source, all))
  const isLeftOut = followUps.some(one => !told.has(one))
  return checked.map(one => {
    if (one.problem !== null || one.isCourtesy) return one
    const isBare =
      one.from.some(source => !isWhole(source)) ||
      (isLeftOut && one.from.some(source => leaningAfter(source, all).some(next => !told.has(next))))
    return isBare ? { ...one, problem: 'condition' } : one
  })
}

function hasSpan(text: string): boolean {
  return valuesIn(text).values.some(({ kind }) => kind === 'span')
}

function limiting({ text }: SourceSentence): boolean {
  return isConditional(text.toLowerCase())
}

function sharesNegation(said: string, { text }: SourceSentence): boolean {
  const negated = /not|n't|never|cannot|不|没|无/iu
  return negated.test(said) && negated.test(text)
}

/** "The item must be unused": the sentence before is true only with it. */
const demands =
  /(?<![\p{L}])(?:must|ha(?:s|ve) to|needs? to) (?:be|have)(?![\p{L}])|(?:必?须|需要?)(?:未|保持|保留|完好|全新|是|为)/iu

/** The next sentence of the same passage when it takes something back: "However, sale items are excluded." */
function leaningAfter(source: SourceSentence, all: readonly SourceSentence[]): SourceSentence[] {
  const next = all.find(one => one.source === source.source && one.place === source.place + 1)
  if (next === undefined) return []
  const takesBack =
    /^(?:however|but|except|unless|only|exceptions?|this does not|this applies only|not)(?![\p{L}])|(?<![\p{L}])(?:excluded|are exempt|does not apply|do not qualify)(?![\p{L}])|^(?:但|不过|然而|除|仅|只|例外)|除外|不适用|不参与/iu
  return takesBack.test(next.text) || demands.test(next.text) ? [next] : []
}

function carries(
  kept: readonly Kept[],
  text: string,
  all: readonly SourceSentence[],
  { values, quotes }: Core,
): boolean {
  const said = valuesIn(text).values
  const says = (value: Value) => said.some(claim => isSaidBy(value, claim) || isSaidBy(claim, value))
  const isThere = (wanted: string) => {
    const found = valuesIn(wanted).values
    return found.length > 0
      ? found.every(says)
      : simplified(text).toLowerCase().includes(simplified(wanted).toLowerCase())
  }
  if (!values.every(isThere)) return false
  return quotes.every(group => {
    const answering = all.filter(({ text: own }) => group.some(quote => valuesIn(quote).text === own))
    const told = answering.filter(source => kept.some(({ from }) => from.includes(source)))
    // A list need not be told in full, but a sum or a date that was asked for must be.
    return told.some(({ values: own }) => own.length === 0 || own.some(says))
  })
}
