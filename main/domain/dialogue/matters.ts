import type { Reading } from '#contract/understanding.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { leadingIntent } from './leading.ts'

/** From here on a statement by itself is about something that has to be done. */
const SURE = 0.5
/** So clear that it is answered or passed on, even where no procedure starts for it. */
const CLEAR = 0.7

/** Something went wrong or is not wanted any more, or what shall be done about it: said together, it is one matter. */
const trouble: ReadonlySet<string> = new Set([
  'order-status',
  'delivery-time',
  'delivery-problem',
  'product-fault',
  'warranty',
  'return-item',
  'return-policy',
  'exchange-item',
  'refund-request',
  'refund-status',
  'cancel-order',
  'complaint',
  'payment-dispute',
])

/** Two pieces of a message are about one thing, unless they name different orders. */
export function isOneMatter(one: Reading, other: Reading): boolean {
  const [first, second] = [leadOf(one), leadOf(other)]
  const isAlike = first === second || (trouble.has(first) && trouble.has(second))
  const [order, another] = [orderOf(one), orderOf(other)]
  return isAlike && (order === null || another === null || order === another)
}

/** "My order was great": it speaks of an order and wants nothing. */
const praise = [
  words(
    'love|loved|loving|great|perfect|happy|excellent|wonderful|amazing|awesome|lovely|fantastic|beautiful|delicious|impressed|thank(?:s| you)',
    'encanta|perfecto|genial|excelente|gracias',
    'adore|parfait|super|merci|ravie?',
    'liebe|perfekt|toll|super|danke|zufrieden',
  ),
  anywhere('喜欢|很好|太好|不错|满意|完美|很棒|谢谢|感谢|気に入|ありがとう|شكرا|رائع'),
]
const butNot = [
  words("but|not|n't|however|unfortunately|until|yet|pero|no|mais|pas|aber|nicht"),
  anywhere('但|不过|可是|没|不喜欢|不满意|不好'),
]

/** A statement that tells of trouble or wants something done about what the contact has with the shop. */
export function statesMatter(text: string, { intents }: Pick<Reading, 'intents'>): boolean {
  const [lead] = intents
  const isPersonal = lead !== undefined && lead.score >= SURE && intentOf(lead.id)?.kind === 'personal'
  const folded = fold(text)
  return isPersonal && !(matchesAny(folded, praise) && !matchesAny(folded, butNot))
}

export function isClear({ intents }: Pick<Reading, 'intents'>): boolean {
  return (intents[0]?.score ?? 0) >= CLEAR
}

const polite = new Set(['help', 'assist', 'know', 'tell', 'question', 'possible', 'understand', 'advise', 'explain'])

/** "Can you help?" may stay without an answer of its own; "Do you ship to the US?" has one word that tells and may not. */
export function isImportant(question: string): boolean {
  const telling = contentWords(question).filter(word => !polite.has(word.toLowerCase()))
  return telling.length >= 2 || telling.some(word => !/\p{Script=Han}/u.test(word))
}

function leadOf(reading: Reading): string {
  return leadingIntent(reading)?.id ?? ''
}

function orderOf({ facts }: Reading): string | null {
  return facts.find(({ name }) => name === 'order-number')?.value ?? null
}
