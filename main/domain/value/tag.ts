import type { Answer } from '#contract/assistant.ts'
import type { ValueTag } from '#contract/handover.ts'
import type { Order, Product } from '#contract/orders.ts'
import type { Reading } from '#contract/understanding.ts'
import { clearIntents } from '#domain/dialogue/leading.ts'
import { isUpset } from '#domain/handover/mood.ts'
import { itemNamed } from '#domain/orders/itemNamed.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { fold } from '#domain/reply/wordings/fold.ts'
import { sentences } from '#domain/text/sentences.ts'
import type { ValueRules } from './rules.ts'

/** A tag without its place: what was seen, and the words that show it. */
export type Finding = Pick<ValueTag, 'code' | 'detail' | 'quote'>

export interface TurnSeen {
  /** The contact's words of this turn. */
  text: string
  reading: Reading
  /** Readings of the contact's earlier turns in the conversation; only asked for where they matter. */
  before(): readonly Reading[]
  /** The last reply that really left before this turn. */
  lastSent(): Pick<Answer, 'evidence'> | null
  /** Whether the shop has such a product, and has it in stock. Null when no products are known at all. */
  hasProduct(text: string): boolean | null
}

/** What this turn of the contact proves. */
export function findingsOf(seen: TurnSeen, rules: ValueRules): Finding[] {
  return [refundAvoided(seen, rules), exchange(seen, rules), complaint(seen, rules), demand(seen, rules)].filter(
    finding => finding !== null,
  )
}

/**
 * What a reply proves once it left: a product named in it that the contact had not named is an offer. By the records it was
 * copied from, or by `said`: the products whose whole names stand in the shop's own words. "The press" names the "French
 * press".
 */
export function offersIn(
  { evidence, reading, question }: Pick<Answer, 'evidence' | 'reading' | 'question'>,
  said: readonly Pick<Product, 'sku' | 'name'>[],
): Finding[] {
  const named = [question, ...(reading?.facts ?? []).map(({ value }) => value)].join('\n')
  const copied = evidence
    .filter(({ kind, field }) => kind === 'product' && field === 'name')
    .map(({ ref, value }) => ({ sku: ref, name: value }))
  const offered = new Map([...copied, ...said].map(product => [product.sku, product]))
  return [...offered.values()]
    .filter(product => itemNamed([product], named) === null)
    .map(({ sku, name }) => ({ code: 'cross-sell-offered', detail: sku, quote: name }))
}

/** The order that took an offer; null when none did in time. `at` is on the shop's clock, as days of orders are. */
export function orderTaking(
  offer: Pick<ValueTag, 'detail' | 'at'>,
  orders: readonly Order[],
  rules: ValueRules,
): Order | null {
  const until = offer.at.getTime() + rules['cross-sell']['within-days'] * 24 * 60 * 60_000
  return (
    orders.find(({ placedAt, items, status }) => {
      const isInTime = placedAt !== null && isAfter(placedAt, offer.at) && placedAt.getTime() <= until
      const isIn = items.some(({ sku }) => sku !== '' && codeKey(sku) === codeKey(offer.detail))
      return isInTime && status !== 'cancelled' && isIn
    }) ?? null
  )
}

/** Many order books know the day only: an order of the same day is one after the offer. */
function isAfter(placedAt: Date, offeredAt: Date): boolean {
  const isDayOnly = placedAt.toISOString().endsWith('T00:00:00.000Z')
  const isSameDay = placedAt.toISOString().slice(0, 10) === offeredAt.toISOString().slice(0, 10)
  return placedAt > offeredAt || (isDayOnly && isSameDay)
}

function refundAvoided({ text, reading, before, lastSent }: TurnSeen, rules: ValueRules): Finding | null {
  const { asked, offered } = rules['refund-avoided']
  if (names(reading, asked) || isUpset(reading) || !agrees(reading)) return null
  const offer = lastSent()?.evidence.find(({ kind }) => offered.includes(kind))
  if (offer === undefined || !before().some(one => names(one, asked))) return null
  return { code: 'refund-avoided', detail: offer.ref, quote: text.slice(0, 200) }
}

function exchange({ text, reading, before }: TurnSeen, rules: ValueRules): Finding | null {
  const { asked, instead } = rules['exchange-instead-of-return']
  if (!names(reading, instead) || names(reading, asked)) return null
  if (!before().some(one => names(one, asked))) return null
  return { code: 'exchange-instead-of-return', detail: numberIn(reading), quote: text.slice(0, 200) }
}

function complaint({ text, reading }: TurnSeen, rules: ValueRules): Finding | null {
  const complains =
    reading.risks.some(({ risk }) => risk === 'complaint') ||
    names(reading, ['complaint', 'product-fault', 'delivery-problem']) ||
    (isUpset(reading) && reading.intensity > 0)
  if (!complains) return null
  const said = sentences(text).map(({ text: sentence }) => ({ sentence, ...searchable(sentence) }))
  for (const { theme, words } of rules['complaint-themes']) {
    const wanted = words.map(fold)
    const quote = said.find(one => wanted.some(word => isSaid(word, one)))
    if (quote !== undefined) return { code: 'complaint-theme', detail: theme, quote: quote.sentence.slice(0, 200) }
  }
  return null
}

function demand({ reading, hasProduct }: TurnSeen, rules: ValueRules): Finding | null {
  if (!names(reading, rules['product-demand'].intents)) return null
  const wanted = reading.facts.find(
    ({ name, source }) => (name === 'product' || name === 'wanted-item') && source === 'message',
  )
  if (wanted === undefined || hasProduct(wanted.value) !== false) return null
  return { code: 'product-demand', detail: wanted.value.slice(0, 120), quote: wanted.quote.slice(0, 200) }
}

function agrees({ facts, mood, moodQuotes }: Reading): boolean {
  const said = facts.some(({ name, value }) => name === 'confirmation' && value === 'yes')
  return said || (mood === 'satisfied' && moodQuotes.length > 0)
}

function names(reading: Reading, ids: readonly string[]): boolean {
  return clearIntents(reading).some(id => ids.includes(id))
}

function numberIn({ facts }: Reading): string {
  return facts.find(({ name }) => name === 'order-number')?.value ?? ''
}

interface Searchable {
  folded: string
  /** Its words with a blank on both sides of each. */
  words: string
}

function searchable(sentence: string): Searchable {
  const folded = fold(sentence)
  return { folded, words: ` ${folded.replace(/[^\p{L}\p{N}' -]+/gu, ' ')} ` }
}

/** Latin words stand alone; scripts without spaces anywhere. */
function isSaid(wanted: string, { folded, words }: Searchable): boolean {
  return /^[a-z' -]+$/.test(wanted) ? words.includes(` ${wanted} `) : folded.includes(wanted)
}
