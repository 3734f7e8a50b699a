import { isIn } from './align.ts'
import type { Clause, SourceSentence, Statement } from './grounds.ts'
import { goesWithoutSaying, termsIn, type Term } from './terms.ts'
import type { Value } from './value.ts'
import { valuesIn } from './values.ts'

const leaves = /(?<![\p{L}])(?:ships?|shipped|sends?|sent|dispatch(?:es|ed)?|leaves?)(?![\p{L}])|发货|寄出|发出|出库/iu
const arrives =
  /(?<![\p{L}])(?:delivers?|delivered|arrives?|arrived|reach(?:es|ed)?|receives?|received|get to you|be with you)(?![\p{L}])|送达|送到|到货|收到|抵达|到达|寄到/iu

/** What is sent within two days does not arrive within two days. */
export function isOtherMove(said: string, told: string): boolean {
  const isOnly = (text: string, one: RegExp, other: RegExp) => one.test(text) && !other.test(text)
  const isArrival = isOnly(said, arrives, leaves) && isOnly(told, leaves, arrives)
  return isArrival || (isOnly(said, leaves, arrives) && isOnly(told, arrives, leaves))
}

const from = /^[^,.;，。；]{0,12}?(?<![\p{L}])(?:after|from|of|since|following)(?![\p{L}])/iu

/** "Within 14 days after your purchase", where the source counts them from another event. */
export function isOtherStart(said: Statement, value: Value, source: SourceSentence, own: Value): boolean {
  const claimed = said.text.slice(value.end)
  const told = source.text.slice(own.end)
  if (!from.test(claimed) || !from.test(told)) return false
  const starts = tellingIn(claimed.split(/[,;，；]/u)[0] ?? '')
  const keys = new Set(tellingIn(told).flatMap(term => term.keys))
  return starts.length > 0 && !starts.some(term => term.keys.some(key => keys.has(key)))
}

function tellingIn(text: string): Term[] {
  return termsIn(valuesIn(text).rest).filter(term => !goesWithoutSaying(term))
}

/** A sum is said of what its own sentence speaks of: "The card costs 5", where 5 is what a voucher is worth. */
export function isOfNothingElse({ terms }: Clause, source: SourceSentence): boolean {
  const telling = terms.filter(term => !goesWithoutSaying(term))
  return telling.length === 0 || telling.some(term => isIn(term, source) || isLeanedOn(term, source))
}

function isLeanedOn({ keys }: Term, { leansOnKeys }: SourceSentence): boolean {
  return keys.some(key => leansOnKeys.has(key))
}

/** Other stretches of the same sentence that speak of something in a clause which the nearest one does not. */
export function closerTo(
  { terms }: Clause,
  { sentence, clause: near }: { sentence: SourceSentence; clause: Clause },
): Clause[] {
  const isOf = (term: Term, clause: Clause) => clause.terms.some(one => one.keys.some(key => term.keys.includes(key)))
  const lacking = terms.filter(term => !goesWithoutSaying(term) && !isOf(term, near))
  return sentence.clauses.filter(clause => clause !== near && lacking.some(term => isOf(term, clause)))
}
