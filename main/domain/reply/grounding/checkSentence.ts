import { foldText } from '#domain/text/normalize.ts'
import { isSameLanguage } from '#domain/reply/choose.ts'
import { coverage, isAround, isIn, nearest } from './align.ts'
import { closerTo, isOfNothingElse, isOtherMove, isOtherStart } from './bearings.ts'
import type { Clause, Grounds, SourceSentence, Statement } from './grounds.ts'
import { statementOf } from './grounds.ts'
import type { SentenceProblem } from './problem.ts'
import { boundOf, payerIn, saysDone, saysWillDo, speaksAsShop, statusesIn, strongIn } from './signs.ts'
import { goesWithoutSaying, isPromise, weightOf, type Term } from './terms.ts'
import type { Value } from './value.ts'
import { isSaidBy } from './values.ts'

export interface Checked {
  /** Where it stands; empty for courtesy. */
  sources: readonly SourceSentence[]
  problem: SentenceProblem | null
}

interface Known extends Grounds {
  all: readonly SourceSentence[]
  /** What the contact's words and names are made of. */
  saidKeys: ReadonlySet<string>
  saidValues: readonly Value[]
  allowedLinks: ReadonlySet<string>
}

/** Looks for everything a sentence claims in what it may rest on. */
export function checkSentence(text: string, known: Known): Checked {
  const parts = text.split(/(?<=[;；])/u).map(part => checkPart(part, known))
  return {
    sources: [...new Set(parts.flatMap(({ sources }) => sources))],
    problem: parts.find(({ problem }) => problem !== null)?.problem ?? null,
  }
}

function checkPart(text: string, known: Known): Checked {
  const said = statementOf(text)
  const used = sourcesOf(said, known.all)
  const problem =
    linkProblem(said, known) ??
    valueProblem(said, known) ??
    promiseProblem(said, used) ??
    polarityProblem(said, used, known.all) ??
    wordProblem(said, used, known)
  return { sources: used, problem }
}

/** Most sentences of the shop that one of a draft may be put together from. */
const MOST_SOURCES = 3

/** The sentence that says most of it, and others for what that one lacks. */
function sourcesOf({ terms, values }: Statement, all: readonly SourceSentence[]): SourceSentence[] {
  const used: SourceSentence[] = []
  let [open, claims]: [readonly Term[], readonly Value[]] = [terms, values]
  while (used.length < MOST_SOURCES && open.length + claims.length > 0) {
    const next = bestFor(open, claims, all)
    if (next === undefined) break
    used.push(next)
    open = open.filter(term => !isIn(term, next))
    claims = claims.filter(claim => !has(next, [claim]))
  }
  return used
}

function has({ values }: SourceSentence, claimed: readonly Value[]): boolean {
  return claimed.every(claim => values.some(value => isSaidBy(value, claim)))
}

function bestFor(
  terms: readonly Term[],
  claims: readonly Value[],
  all: readonly SourceSentence[],
): SourceSentence | undefined {
  let best: SourceSentence | undefined
  let most = 0
  for (const sentence of all) {
    const told = terms.filter(term => isIn(term, sentence))
    const rate =
      told.reduce((sum, term) => sum + weightOf(term), 0) +
      claims.filter(claim => has(sentence, [claim])).length * 2 +
      // Among equals the one that speaks of it as well.
      (told.length === 0 ? 0 : coverage(terms, sentence) / 2)
    if (rate > most) [best, most] = [sentence, rate]
  }
  return best
}

function linkProblem({ values }: Statement, { allowedLinks, all }: Known): SentenceProblem | null {
  const links = values.filter(({ kind }) => kind === 'link' || kind === 'email' || kind === 'phone')
  const isKnown = (link: Value) =>
    link.keys.every(key => allowedLinks.has(key)) || all.some(({ values: own }) => own.some(one => isSaidBy(one, link)))
  return links.every(isKnown) ? null : 'link'
}

function valueProblem(said: Statement, known: Known): SentenceProblem | null {
  for (const clause of said.clauses) {
    for (const value of clause.values) {
      if (value.kind === 'link' || value.kind === 'email' || value.kind === 'phone') continue
      // The contact's own order number may be repeated to them.
      if (value.kind === 'code' && known.saidValues.some(own => isSaidBy(own, value))) continue
      if (!isSaidOfTheSame(value, clause, said, known.all)) return 'value'
    }
  }
  return null
}

/** The source says it of what the sentence says it of, and on the same side: "at least" is not "at most". */
function isSaidOfTheSame(value: Value, clause: Clause, said: Statement, all: readonly SourceSentence[]): boolean {
  const terms = clause.terms.length > 0 ? clause.terms : said.terms
  const alike = ({ kind }: Value) => kind === value.kind || (isNumber(kind) && isNumber(value.kind))
  const beside = clause.values.filter(other => other !== value)
  const near = nearest(terms, all, { beside, around: said.clauses, having: values => values.some(alike) })
  const bound = boundOf(said.text, value.start, value.end)
  return near.some(({ sentence, clause: { values, terms: told, text: stretch } }) =>
    values.some(own => {
      if (!isSaidBy(own, value) || speaksOfAnother(clause.terms, told, value, sentence)) return false
      if (value.kind === 'span' && (isOtherMove(clause.text, stretch) || isOtherStart(said, value, sentence, own)))
        return false
      if ((value.kind === 'money' || value.kind === 'percent') && !isOfNothingElse(clause, sentence)) return false
      const ownBound = boundOf(sentence.text, own.start, own.end)
      return bound === ownBound || (bound === null && ownBound !== 'least') || (ownBound === null && bound !== 'least')
    }),
  )
}

/** "Lasts 7 days once opened", where the source says 7 days of it closed, and another span of it opened. */
function speaksOfAnother(
  terms: readonly Term[],
  told: readonly Term[],
  { kind }: Value,
  { clauses }: SourceSentence,
): boolean {
  if (told.length === 0) return false
  const own = new Set(told.flatMap(({ keys }) => keys))
  const others = clauses.filter(
    ({ terms: theirs, values }) => theirs !== told && values.some(value => value.kind === kind),
  )
  const isOther = ({ keys }: Term) =>
    !keys.some(key => own.has(key)) &&
    others.some(one => one.terms.some(term => term.keys.some(key => keys.includes(key))))
  return terms.some(term => isOther(term) && !goesWithoutSaying(term))
}

function isNumber(kind: Value['kind']): boolean {
  return kind === 'count' || kind === 'code' || kind === 'phone' || kind === 'time'
}

/** "You get your $20 back": a refund by another name. */
const getsBack =
  /(?<![\p{L}])(?:get|gets|give|pay|have|send|return)(?![\p{L}])[^.]{0,40} back(?![\p{L}])|[退还赔返]给?您/iu

function promiseProblem(said: Statement, used: readonly SourceSentence[]): SentenceProblem | null {
  const { terms, text } = said
  const rests = (test: (text: string) => boolean) => used.some(source => test(source.text))
  const isOwed = terms.filter(isPromise).every(term => used.some(source => isIn(term, source)))
  if (!isOwed) return 'promise'
  const isMoneyBack = getsBack.test(text) && said.values.some(({ kind }) => kind === 'money' || kind === 'percent')
  if (isMoneyBack && !used.some(({ keys }) => keys.has('refund'))) return 'promise'
  if (saysDone(text) && !rests(saysDone)) return 'promise'
  if (saysWillDo(text) && !rests(saysWillDo) && !rests(speaksAsShop)) return 'promise'
  const own = new Set(used.flatMap(source => strongIn(source.text)))
  if (!strongIn(text).every(word => own.has(word))) return 'promise'
  const passages = new Set(used.map(({ source }) => source.text))
  const statuses = new Set([...passages].flatMap(statusesIn))
  return statusesIn(text).every(status => statuses.has(status)) ? null : 'promise'
}

/** "Remote islands" may stand in no sentence that grants something when the shop speaks of them only to deny it. */
function isOnlyDenied(term: Term, all: readonly SourceSentence[]): boolean {
  if (goesWithoutSaying(term)) return false
  const isSaid = (one: { terms: readonly Term[] }) =>
    one.terms.some(({ keys }) => keys.some(key => term.keys.includes(key)))
  const told = all.flatMap(({ clauses }) => clauses.filter(isSaid))
  const asked = all.some(({ contextKeys }) => term.keys.some(key => contextKeys.has(key)))
  return told.length > 0 && !asked && told.every(one => one.isNegated)
}

function polarityProblem(
  said: Statement,
  used: readonly SourceSentence[],
  all: readonly SourceSentence[],
): SentenceProblem | null {
  const [first] = used
  if (first === undefined) return null
  const answersYes =
    /^(?:yes|sure|of course|certainly|absolutely|是的|可以的?[，,。！]|能的?[，,。]|当然|没问题)/iu.test(said.text)
  if (answersYes && used.some(({ text }) => /^(?:no\b|sorry|unfortunately|不|抱歉|很抱歉|暂不)/iu.test(text)))
    return 'turned-around'
  for (const clause of said.clauses) {
    const near = nearest(clause.terms, used, { beside: clause.values })
    if (near.some(one => one.clause.isNegated !== clause.isNegated)) return 'turned-around'
    if (clause.isNegated && near.length > 0 && near.every(one => isWidened(said, one.clause))) return 'turned-around'
    const payer = payerIn(clause.text)
    const others = payer === null ? [] : near.flatMap(one => closerTo(clause, one))
    const payers = [...near.map(one => one.clause), ...others].flatMap(({ text }) => payerIn(text) ?? [])
    const isOther = payer !== null && payers.some(one => one !== payer)
    if (isOther && (others.length > 0 || !payers.includes(payer))) return 'turned-around'
    const sides = used.flatMap(({ clauses }) => clauses.map(one => one.isNegated))
    if (near.length === 0 && !sides.includes(clause.isNegated)) return 'turned-around'
    if (!clause.isNegated && clause.terms.some(term => isOnlyDenied(term, all))) return 'turned-around'
  }
  return null
}

const asksHow =
  /^\s*(?:and |so )?(?:how|what|when|where|which|who)(?![\p{L}])|怎么|怎样|如何|什么|哪|几|多久|多少|多长/iu
/** "We do not ship", where the source says "we do not ship batteries". Of a list, some may be left out. */
function isWidened(said: Statement, { terms, text, isNegated }: Clause): boolean {
  if (!isNegated || /(?<![\p{L}])or(?![\p{L}])|[、或和与]/iu.test(text)) return false
  const own = new Set(said.terms.flatMap(({ keys }) => keys))
  return terms.some(term => !term.isName && !goesWithoutSaying(term) && !term.keys.some(key => own.has(key)))
}

const predicative = /^(?:is|are|was|were|be|been|being|also|very|fully|completely)$/iu
const attributive = /^(?:your|the|a|an|this|that|these|those|about|regarding|my)$/iu

/** Words of a clause that no one sentence has together with the others: "green tea" and "organic" may be said of two things. */
function novelIn(terms: readonly Term[], used: readonly SourceSentence[]): readonly Term[] {
  const lacking = used.map(source =>
    terms.filter(term => !isIn(term, source) && !source.leansOnKeys.has(term.keys[0] ?? '')),
  )
  return lacking.reduce<readonly Term[]>((least, one) => (one.length < least.length ? one : least), terms)
}

/** "How can I pay?" takes for granted that one can pay; "Can I wash it?" takes nothing for granted. */
function isGiven(term: Term, used: readonly SourceSentence[], all: readonly SourceSentence[]): boolean {
  if (predicative.test(term.before) || isPromise(term)) return false
  // Another sentence speaks of it, so this one need not.
  if (all.some(source => isIn(term, source))) return false
  return used.some(source => isAround(term, source) && asksHow.test(source.source.question))
}

function wordProblem(said: Statement, used: readonly SourceSentence[], known: Known): SentenceProblem | null {
  const { saidKeys, names, language } = known
  const novel = said.clauses.flatMap(clause => novelIn(clause.terms, used)).filter(term => !goesWithoutSaying(term))
  const isForeign = used.some(({ source }) => !isSameLanguage(source.language, language))
  const own = new Set(foldText(names.join(' ')).match(/[\p{L}\p{N}]+/gu))
  for (const term of novel) {
    if (term.isName && own.has(foldText(term.text))) continue
    // "Our shop is open", where the shop said "we are open".
    if (term.keys.includes('store') && /^our$/iu.test(term.before)) continue
    const isAttribute = attributive.test(term.before) || /的$|您|这款?|关于|该$/u.test(term.before)
    const isAsked = used.some(source => isAround(term, source))
    // What binds the shop, and under what condition, is never taken from a question.
    const isTakenUp = !isPromise(term) && (isAsked || term.keys.some(key => saidKeys.has(key)))
    if (isTakenUp && !term.isName && (isAttribute || isGiven(term, used, known.all))) continue
    if (used.some(({ leansOnKeys }) => term.keys.some(key => leansOnKeys.has(key)))) continue
    return term.isName ? 'name' : 'not-in-sources'
  }
  if (used.length === 0) return 'not-in-sources'
  // Across languages words prove little: something that is the same in both must tie them together.
  const tied =
    said.values.length > 0 || said.terms.filter(term => !term.keys.every(key => key.startsWith('='))).length >= 2
  return isForeign && !tied ? 'language' : null
}
