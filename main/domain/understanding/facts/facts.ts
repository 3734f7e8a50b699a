import type { Fact, FactName } from '#contract/understanding.ts'
import { addressesIn } from '#domain/privacy/addresses.ts'
import { introducedNames } from '#domain/privacy/introductions.ts'
import { formalPiiIn } from '#domain/privacy/pii.ts'
import { postcodesIn } from '#domain/privacy/postcodes.ts'
import { simplified } from '#domain/text/chinese.ts'
import { flat } from '#domain/text/flat.ts'
import { readAmounts } from './amounts.ts'
import { readChoice, readConfirmation } from './answers.ts'
import { readAsked } from './asked.ts'
import { readDates } from './dates.ts'
import {
  orderPatterns,
  readNamedNumbers,
  readNamedOrders,
  readOrderForms,
  readShopOrders,
  readVerificationCode,
} from './numbers.ts'
import type { ProductMatcher } from './products.ts'
import { block, claim, type Claims } from './spans.ts'
import { symptomIn } from './symptom.ts'
import { readWantedItem } from './wanted.ts'

export interface FactsInput {
  text: string
  language: string
  /** The shop's order numbers as sources of regular expressions; empty where it has told none. */
  patterns: readonly string[]
  products: ProductMatcher
  /** What the assistant asked for last; a bare answer is that. */
  asked: FactName | null
  now: Date
}

const LONGEST_READ = 6000
const POSTED = 'order-number'

/** Everything a text tells that need not be asked again, each with its words. The surest readings come first. */
export function factsIn({ text, language, patterns, products, asked, now }: FactsInput): Fact[] {
  const read = text.slice(0, LONGEST_READ)
  const plain = language === 'zh' ? simplified(flat(read)) : flat(read)
  const claims: Claims = { text: read, flat: plain, facts: [], taken: [] }
  const shop = orderPatterns(patterns)
  const personal = formalPiiIn(read, shop)
  for (const { type, start, end } of personal) {
    if (type === 'EMAIL_ADDRESS') claim(claims, 'email', { start, end }, claims.flat.slice(start, end))
    if (type === 'DOMAIN_NAME') block(claims, { start, end })
  }
  readAsked(claims, asked)
  if (asked === 'verification-code') readVerificationCode(claims)
  readShopOrders(claims, shop, 'with-letters')
  readNamedNumbers(claims)
  for (const { type, start, end } of personal) if (SECRET.has(type)) block(claims, { start, end })
  readDates(claims, now, language)
  readAmounts(claims, language)
  readNamedOrders(claims)
  for (const { start, end } of addressesIn(read)) claim(claims, 'address', { start, end })
  for (const { start, end } of postcodesIn(read)) claim(claims, 'postcode', { start, end })
  readShopOrders(claims, shop, 'digits')
  readOrderForms(claims)
  for (const { type, start, end } of personal)
    if (type === 'PHONE_NUMBER') claim(claims, 'phone', { start, end }, plainPhone(claims.flat.slice(start, end)))
  if (!claims.facts.some(fact => fact.name === POSTED)) readVerificationCode(claims)
  for (const { value, start, end } of products(read)) claim(claims, 'product', { start, end }, value)
  for (const span of introducedNames(read)) claim(claims, 'name', span)
  readChoice(claims, asked === 'choice')
  readConfirmation(claims, asked === 'confirmation')
  readWantedItem(claims)
  const symptom = symptomIn(read)
  if (symptom !== null) claims.facts.push({ name: 'symptom', value: symptom, quote: symptom, source: 'message' })
  return claims.facts
}

const SECRET: ReadonlySet<string> = new Set(['IBAN_CODE', 'CREDIT_CARD', 'US_SSN', 'IP_ADDRESS'])

function plainPhone(text: string): string {
  const [main = ''] = text.split(/ ?(?:x|ext)/u)
  return `${main.trimStart().startsWith('+') ? '+' : ''}${main.replace(/\D/gu, '')}`
}
