import { questionsIn } from '#domain/reply/questions.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { looksLikeInjection } from '#domain/reply/wordings/injection.ts'
import { sentences } from '#domain/text/sentences.ts'

/** What is known of one sentence by itself. */
export interface Judged {
  /** 0 to 1: how likely it gives the assistant orders. */
  injection: number
  /** 0 to 1: how likely it is no matter of a shop. */
  outOfScope: number
  /** It is surely about something of a shop. */
  isShop: boolean
  /** It names a risk or asks for a person: never left out. */
  isHeld: boolean
}

export interface Matter {
  /** What the contact wants of the shop: the text without sentences that are nothing to it. */
  text: string
  /** Left out, word for word. */
  leftOut: readonly string[]
}

const ORDERS = 0.5
/** So sure that it is no question to the shop, whatever it speaks of. */
const SURELY_ORDERS = 0.9
/** The model knows shops in general and not this one: what this shop's knowledge speaks of is never foreign. */
export const FOREIGN = 0.8
/** More sentences than this are hardly one question; the rest is kept as it is. */
const MOST_JUDGED = 16

/**
 * Sentences that give the assistant orders, or that are no matter of a shop, change nothing about the answer to the others.
 * When nothing else is left the text stays whole: then it is judged as what it is.
 */
export function matterOf(text: string, judge: (sentence: string) => Judged): Matter {
  const all = judgedSentences(text)
  if (all.length === 0) return { text, leftOut: [] }
  const leftOut = all.filter(sentence => isForeign(sentence.text, judge))
  const rest = all.filter(sentence => !leftOut.includes(sentence))
  const hasMatter = rest.some(sentence => courtesyIn(sentence.text) === null)
  if (leftOut.length === 0 || !hasMatter) return { text, leftOut: [] }
  return { text: without(text, leftOut), leftOut: leftOut.map(sentence => sentence.text) }
}

/** The sentences that can be left out: none where there is only one, or where there are very many. */
export function judgedSentences(text: string) {
  const all = sentences(text)
  return all.length < 2 || all.length > MOST_JUDGED ? [] : all
}

function isForeign(sentence: string, judge: (sentence: string) => Judged): boolean {
  const { injection, outOfScope, isShop, isHeld } = judge(sentence)
  if (isHeld) return false
  if (looksLikeInjection(sentence) || injection >= SURELY_ORDERS) return true
  return !isShop && (injection >= ORDERS || (outOfScope >= FOREIGN && questionsIn(sentence).length > 0))
}

function without(text: string, leftOut: readonly { start: number; end: number }[]): string {
  let kept = ''
  let from = 0
  for (const { start, end } of leftOut) {
    kept += text.slice(from, start)
    from = end
  }
  return (kept + text.slice(from)).replace(/[^\S\n]{2,}/gu, ' ').trim()
}
