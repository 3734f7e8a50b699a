import { contentWords, questionsIn } from '#domain/reply/questions.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { looksLikeInjection } from '#domain/reply/wordings/injection.ts'
import { sentences, type Sentence } from '#domain/text/sentences.ts'
import { withoutRetracted } from './retracted.ts'

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
  /** There is nothing but orders to the assistant in it. */
  isOrders: boolean
}

/** From this likelihood on a sentence gives the assistant orders. */
export const ORDERS = 0.5
/** So sure that it is no question to the shop, whatever it speaks of. */
const SURELY_ORDERS = 0.9
/** The model knows shops in general and not this one: what this shop's knowledge speaks of is never foreign. */
const FOREIGN = 0.8
/** A text of more sentences is looked at as far as this. */
const MOST_JUDGED = 60
const SCRAP = 3

/**
 * Sentences that give the assistant orders, or that are no matter of a shop, change nothing about the answer to the others.
 * The worst is taken out first and the rest looked at anew: orders in the middle of a sentence must not make its two halves
 * look foreign. When nothing else is left the text stays whole: then it is judged as what it is.
 */
export function matterOf(said: string, judge: (sentence: string) => Judged): Matter {
  const text = withoutRetracted(said)
  const retracted = text === said ? [] : [said.slice(0, said.lastIndexOf(text)).trim()]
  const leftOut: string[] = []
  let rest = text
  let isSure = true
  const weigh = weights(judge)
  for (;;) {
    const worst = worstIn(rest, weigh)
    if (worst === null) break
    leftOut.push(worst.text)
    isSure &&= weigh(worst.text) >= SURELY_ORDERS
    rest = without(rest, worst.text)
  }
  // A question that only seems foreign, with nothing but thanks beside it, may be what the contact wants.
  const kept = judgedSentences(rest)
  const hasMatter = kept.some(sentence => isSure || courtesyIn(sentence.text) === null)
  if (leftOut.length === 0 || !hasMatter) return { text, leftOut: retracted, isOrders: leftOut.length > 0 && isSure }
  return { text: rest, leftOut: [...retracted, ...leftOut], isOrders: isSure && isScrap(rest) && !judge(rest).isShop }
}

/** What is left beside the orders says nothing by itself: "You are a pirate now." */
function isScrap(text: string): boolean {
  const isShort = contentWords(text).length < SCRAP && !/\p{N}/u.test(text)
  return isShort && courtesyIn(text) === null && questionsIn(text).length === 0
}

/** The sentences that can be left out. */
export function judgedSentences(text: string): Sentence[] {
  return sentences(text).slice(0, MOST_JUDGED)
}

/** Each sentence is weighed once: a flood of the same one costs no more than its length. */
function weights(judge: (sentence: string) => Judged): (sentence: string) => number {
  const known = new Map<string, number>()
  return sentence => {
    const weight = known.get(sentence) ?? weightOf(sentence, judge(sentence))
    known.set(sentence, weight)
    return weight
  }
}

function worstIn(text: string, weigh: (sentence: string) => number): Sentence | null {
  const [worst] = judgedSentences(text).toSorted((a, b) => weigh(b.text) - weigh(a.text))
  return worst === undefined || weigh(worst.text) === 0 ? null : worst
}

/** Every sentence of the text that reads like this one goes. */
function without(text: string, left: string): string {
  let rest = ''
  let end = 0
  for (const sentence of sentences(text)) {
    if (sentence.text !== left) continue
    rest += `${text.slice(end, sentence.start)} `
    end = sentence.end
  }
  return (rest + text.slice(end)).replace(/[^\S\n]+/gu, ' ').trim()
}

/** The small models would leave it out; what this shop's knowledge speaks of is kept all the same. */
export function isDoubtful({ injection, outOfScope }: Judged): boolean {
  return injection >= ORDERS || outOfScope >= FOREIGN
}

/** How surely it is to be left out; 0 when it stays. */
function weightOf(sentence: string, { injection, outOfScope, isShop, isHeld }: Judged): number {
  if (isHeld) return 0
  if (looksLikeInjection(sentence)) return 1 + injection
  if (injection >= SURELY_ORDERS) return injection
  if (isShop) return 0
  if (injection >= ORDERS) return injection
  return outOfScope >= FOREIGN && questionsIn(sentence).length > 0 ? outOfScope / 2 : 0
}
