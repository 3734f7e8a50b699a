import { riskSchema, type Fact, type FactName, type IntentScore, type Reading } from '#contract/understanding.ts'
import { courtesyIn } from '#domain/reply/wordings/courtesy.ts'
import { fold, visible } from '#domain/reply/wordings/fold.ts'
import { injectionIn } from '#domain/reply/wordings/injection.ts'
import { personRequest } from '#domain/reply/wordings/person.ts'
import { risksWithQuotes } from '#domain/reply/wordings/sensitive.ts'
import { simplified } from '#domain/text/chinese.ts'
import { flat } from '#domain/text/flat.ts'
import { languageOf, languagesOf } from '#domain/text/language.ts'
import type { Classified } from './classified.ts'
import { factsIn } from './facts/facts.ts'
import type { ProductMatcher } from './facts/products.ts'
import { moodOf } from './mood.ts'
import { robotWords } from './robot.ts'
import { outOfScopeOf } from './scope.ts'
import { intentsByRule } from './intentRules.ts'

export interface ReadInput {
  /** The joined turn (`joinTurn`). */
  text: string
  /** What was said before, oldest first. */
  history: readonly { author: 'contact' | 'assistant' | 'owner'; text: string }[]
  known: readonly Fact[]
  /** The shop's order numbers as sources of regular expressions; empty where it has told none. */
  patterns: readonly string[]
  products: ProductMatcher
  classified: Classified
  /** What the assistant asked for last, where it did: a bare answer is that. */
  asked?: FactName | null
  /** On the shop's clock: what "yesterday" is told from. */
  now: Date
}

/** From here on the small model's word is enough to notice orders to the assistant. */
const INJECTION_FROM = 0.8
const BY_PATTERN = 0.95
const LONGEST_QUOTE = 160
/** An intent that is this likely holds, beside the most likely one. */
const ALSO_HOLDS = 0.3

/** What one turn of a contact says, by rules over what the small models say. Pure; well under a millisecond. */
export function readTurn({
  text,
  history,
  known,
  patterns,
  products,
  classified,
  asked = null,
  now,
}: ReadInput): Reading {
  const shown = visible(text)
  const folded = fold(shown)
  const languages = languagesOf(shown)
  const language = languages[0] ?? languageBefore(history)
  const plain = language === 'zh' ? simplified(flat(shown)) : flat(shown)
  const courtesy = courtesyIn(shown)
  const wantsPerson = personRequest(shown, folded)
  const facts = factsIn({ text: shown, language, patterns, products, asked, now }).filter(fact => !isKnown(fact, known))
  const hasShopFact = [...facts, ...known].some(fact => fact.name === 'order-number' || fact.name === 'product')
  const robot = robotWords(shown, plain)
  const mood = courtesy === null ? moodOf(shown, classified) : calmUnlessThanks(courtesy, shown)
  return {
    language,
    languages,
    intents: courtesy === null ? holding(classified.intents, intentsByRule(shown, plain, wantsPerson)) : [],
    facts,
    ...mood,
    risks: risksOf(risksWithQuotes(shown, folded), courtesy === null ? classified.risk : null),
    wantsPerson,
    courtesy,
    injection: injection(text, folded, classified.injection),
    outOfScope: outOfScopeOf(plain, classified, { hasShopFact, isCourtesy: courtesy !== null }),
    ...(robot === null ? {} : { robot }),
  }
}

function languageBefore(history: ReadInput['history']): string {
  for (const { author, text } of history.toReversed()) {
    const language = author === 'contact' ? languageOf(text) : 'und'
    if (language !== 'und') return language
  }
  return 'und'
}

/** What a record or an earlier turn has told already is nothing new; an answer to a question always is. */
function isKnown(fact: Fact, known: readonly Fact[]): boolean {
  if (fact.name === 'confirmation' || fact.name === 'choice' || fact.name === 'verification-code') return false
  return known.some(({ name, value }) => name === fact.name && value === fact.value)
}

function calmUnlessThanks(courtesy: NonNullable<Reading['courtesy']>, text: string) {
  return courtesy === 'thanks' && /[!！❤😊🙏👍]|thank|谢|感|gracias|merci|dank|ありがと|شكر/iu.test(text)
    ? { mood: 'satisfied' as const, intensity: 1, moodQuotes: [text.slice(0, LONGEST_QUOTE)] }
    : { mood: 'calm' as const, intensity: 0, moodQuotes: [] }
}

/** What the small model sees joins what the lists of words see; heaviest first. */
function risksOf(byWords: Reading['risks'], learned: Classified['risk']): Reading['risks'] {
  if (learned === null || byWords.some(({ risk }) => risk === learned.id)) return byWords
  const weight = ({ risk }: Reading['risks'][number]) => riskSchema.options.indexOf(risk)
  return [...byWords, { risk: learned.id, quote: learned.reason }].toSorted((a, b) => weight(a) - weight(b))
}

/** Rules see only a few intents, but are sure of them; the model fills in the rest. */
function holding(byModel: readonly IntentScore[], byRule: readonly IntentScore[]): IntentScore[] {
  const scores = new Map<string, IntentScore>()
  const sorted = byModel.toSorted((a, b) => b.score - a.score)
  for (const [index, intent] of sorted.entries())
    if (index === 0 || intent.score >= ALSO_HOLDS) scores.set(intent.id, intent)
  for (const intent of byRule) if (intent.score > (scores.get(intent.id)?.score ?? 0)) scores.set(intent.id, intent)
  return [...scores.values()].toSorted((a, b) => b.score - a.score)
}

function injection(text: string, folded: string, score: number): Reading['injection'] {
  const quote = injectionIn(text, folded)
  if (quote !== null) return { score: Math.max(score, BY_PATTERN), quote: quote.slice(0, LONGEST_QUOTE) }
  return score >= INJECTION_FROM ? { score, quote: visible(text).slice(0, LONGEST_QUOTE) } : null
}
