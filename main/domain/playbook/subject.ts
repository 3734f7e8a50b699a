import type { FactName } from '#contract/understanding.ts'
import { contentWords, questionsIn } from '#domain/reply/questions.ts'
import type { PlaybookTurn } from './outcome.ts'
import type { Playbook } from './playbook.ts'

const SURE = 0.5
/** An answer is short; what has so many words of its own and asks something is no answer. */
const MANY_WORDS = 3
/** What a description of a fault may sound like. */
const alikeFault: ReadonlySet<string> = new Set([
  'product-fault',
  'warranty',
  'product-use',
  'product-info',
  'delivery-problem',
])

/** The contact clearly speaks of something else than what was asked. */
export function changesSubject({ starts }: Playbook, asked: FactName, { text, reading }: PlaybookTurn): boolean {
  const [intent] = reading.intents
  if (intent === undefined || intent.score < SURE || starts.intents.includes(intent.id)) return false
  if (asked === 'symptom' && alikeFault.has(intent.id)) return false
  if (reading.facts.some(({ name }) => name === asked || name === 'order-number')) return false
  return questionsIn(text).length > 0 || contentWords(text).length > MANY_WORDS
}
