import type { Evidence } from '#contract/assistant.ts'
import type { OrderStatus } from '#contract/orders.ts'
import { orderStatusSchema } from '#contract/orders.ts'
import type { DisclosedOrder } from './desk.ts'
import { minorDigits, moneyOf, NO_CURRENCY } from './money.ts'
import { orderWords } from './sayWords.ts'

const DAY_FIELD = /^(?:placedAt|shippedAt|expectedAt|deliveredAt|returnAt)(?:\.\d+)?$/
const MONEY_FIELD = /^(?:total|itemPrice)(?:\.\d+)?$/

/** `2026-03-05` as people of that language write a day. Anything else comes back as it is. */
export function sayDay(isoDay: string, language: string): string {
  const date = new Date(`${isoDay}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return isoDay
  return dayFormat(language).format(date)
}

/** Making one takes longer than a whole look-up. */
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function dayFormat(language: string): Intl.DateTimeFormat {
  const known = dayFormats.get(language)
  if (known) return known
  const format = new Intl.DateTimeFormat(localeOf(language), {
    year: 'numeric',
    month: 'long',
    day: 'numeric',
    timeZone: 'UTC',
    numberingSystem: 'latn',
  })
  dayFormats.set(language, format)
  return format
}

/** `1999 EUR` as people of that language write an amount. */
export function sayMoney(text: string, language: string): string {
  const money = moneyOf(text)
  if (money === null) return text
  const digits = minorDigits(money.currency)
  const style = money.currency === NO_CURRENCY ? {} : ({ style: 'currency', currency: money.currency } as const)
  // Plain blanks and signs, as people type them.
  return new Intl.NumberFormat(localeOf(language), {
    ...style,
    numberingSystem: 'latn',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
    .format(money.minor / 10 ** digits)
    .normalize('NFKC')
}

/** A whole clause: "has been handed to the carrier". */
export function sayStatus(status: OrderStatus, language: string): string {
  return orderWords(language).status[status]
}

export function sayItem(name: string, quantity: string, language: string): string {
  return quantity === '1' ? name : `${quantity}${orderWords(language).times}${name}`
}

export interface OrderFacts {
  /** Every disclosed field in words of the language, and `items`, `parcel` and `statusLine` made of several. */
  values: Readonly<Record<string, string>>
  /** One for each disclosed field, with the row's own value. */
  evidence: readonly Evidence[]
}

/** What may be said of an order, ready to be put into a sentence. Only what was disclosed is in it. */
export function orderFacts({ number, fields }: DisclosedOrder, language: string): OrderFacts {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(fields)) values[name] = sayField(name, value, language)
  const items = itemsOf(fields, language)
  if (items !== '') values.items = items
  const parcel = parcelOf(fields, language)
  if (parcel !== '') values.parcel = parcel
  values.statusLine = [sayStatus(statusOf(fields), language), parcel].filter(part => part !== '').join(' ')
  const evidence = Object.entries(fields).map(([field, value]) => ({
    kind: 'order' as const,
    ref: number,
    field,
    value,
  }))
  return { values, evidence }
}

function sayField(name: string, value: string, language: string): string {
  if (name === 'status') return sayStatus(orderStatusSchema.catch('unknown').parse(value), language)
  if (DAY_FIELD.test(name)) return sayDay(value, language)
  return MONEY_FIELD.test(name) ? sayMoney(value, language) : value
}

function statusOf(fields: Readonly<Record<string, string>>): OrderStatus {
  return orderStatusSchema.catch('unknown').parse(fields.status)
}

function itemsOf(fields: Readonly<Record<string, string>>, language: string): string {
  const count = Number(fields.itemCount ?? 0)
  const said: string[] = []
  for (let place = 1; place <= count; place++) {
    const name = fields[`item.${place}`]
    if (name !== undefined) said.push(sayItem(name, fields[`itemQuantity.${place}`] ?? '1', language))
  }
  return said.join(orderWords(language).comma)
}

/** Sentences about the first parcel: who carries it, its tracking number, when it should come or came. */
function parcelOf(fields: Readonly<Record<string, string>>, language: string): string {
  const words = orderWords(language)
  const { carrier = '', trackingNumber, trackingUrl, expectedAt, deliveredAt } = fields
  const sentences: string[] = []
  if (trackingNumber !== undefined) {
    sentences.push(fill(carrier === '' ? words.tracking : words.trackingBy, { carrier, number: trackingNumber }))
  }
  if (deliveredAt !== undefined) sentences.push(fill(words.delivered, { day: sayDay(deliveredAt, language) }))
  else if (expectedAt !== undefined && fields.status !== 'delivered')
    sentences.push(fill(words.expected, { day: sayDay(expectedAt, language) }))
  // Last, so that nothing clings to the address.
  if (trackingUrl !== undefined) sentences.push(fill(words.trackingPage, { url: trackingUrl }))
  return sentences.join(words.blank)
}

function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

function localeOf(language: string): string {
  const locales: Readonly<Record<string, string>> = { zh: 'zh-CN', en: 'en-GB', ar: 'ar-EG' }
  return locales[language] ?? language
}
