import type { Product } from '#contract/orders.ts'
import type { Fact } from '#contract/understanding.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { DisclosedOrder, OrderDesk } from '#domain/orders/desk.ts'
import { meansAll } from '#domain/orders/itemNamed.ts'
import { numberIdentity } from '#domain/orders/keys.ts'
import { contentWords } from '#domain/reply/questions.ts'
import { terms } from '#domain/text/words.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import type { LookUpStep, Which } from './playbook.ts'
import { byPurchase, isSame, warrantiesOf, warrantyOf, type Found, type Records } from './records.ts'
import { stockOf } from '#domain/orders/stock.ts'
import { asksForUnknownVariant } from './variants.ts'

/** `id` is kept under the record's name, and `item` are the words that name an item of the order. `needs-code`: the contact must show first that an order is theirs. */
export type LookUp =
  | { kind: 'found'; record: 'order' | 'product' | 'warranty' | 'coupon'; id: string; item?: string }
  | { kind: 'several' }
  | { kind: 'none' }
  | { kind: 'needs-code'; orderId: string | null; canSend: boolean }

export interface LookUpInput {
  text: string
  facts: readonly Fact[]
  found: Found
  records: Records
  desk: OrderDesk
  couponLimitPercent: number
}

export function lookUp({ record, which, isProved }: LookUpStep, input: LookUpInput): LookUp {
  switch (record) {
    case 'order':
      return isProved ? withProof(lookUpOrder(which, input), input) : lookUpOrder(which, input)
    case 'product':
      return lookUpProduct(input)
    case 'stock': {
      const result = fromCatalogue(input)
      if (result.kind !== 'found') return result
      const product = input.desk.products(result.id, CANDIDATES).find(({ sku }) => sku === result.id)
      const isKnown = product !== undefined && stockOf(product) !== null && !asksForUnknownVariant(input.text, product)
      return isKnown ? result : { kind: 'none' }
    }
    case 'warranty':
      return lookUpWarranty(input)
    case 'coupon':
      return lookUpCoupon(input)
    default:
      return assertNever(record)
  }
}

const over = new Set(['delivered', 'cancelled', 'returned', 'refunded'])
const arrived = new Set(['delivered', 'shipped', 'unknown'])

function lookUpOrder(which: Which, { facts, records, desk }: LookUpInput): LookUp {
  const order = (id: string): LookUp => ({ kind: 'found', record: 'order', id })
  const known = records.order()
  const number = valueOf(facts, 'order-number')
  if (known !== null && (number === null || numberIdentity(known.number) === numberIdentity(number)))
    return order(known.id)
  if (number !== null) {
    const finding = desk.byNumber(number)
    return finding.kind === 'found'
      ? order(finding.order.id)
      : { kind: 'needs-code', orderId: finding.orderId, canSend: finding.canSend }
  }
  const mine = desk.mine()
  const fitting = mine.filter(one => fits(one, which))
  const [single] = fitting.length > 0 ? fitting : mine
  if (single === undefined) return { kind: 'none' }
  return fitting.length === 1 || mine.length === 1 ? order(single.id) : { kind: 'several' }
}

/** What is in an order is told to nobody who has not entered its code. */
function withProof(found: LookUp, { desk }: LookUpInput): LookUp {
  if (found.kind !== 'found' || (desk.byId(found.id)?.level ?? 0) >= 2) return found
  return { kind: 'needs-code', orderId: found.id, canSend: desk.canSendCode() }
}

function fits({ fields }: DisclosedOrder, which: Which): boolean {
  const status = fields.status ?? 'unknown'
  switch (which) {
    case 'open':
      return !over.has(status)
    case 'delivered':
      return arrived.has(status)
    case 'any':
      return true
    default:
      return assertNever(which)
  }
}

const CANDIDATES = 8
/** So much of a product's name must be in the contact's words. */
const NAMED = 0.6

/** The item of the order that the contact names, else what they call it in the catalogue, else the one thing they bought. */
function lookUpProduct(input: LookUpInput): LookUp {
  const { records, desk } = input
  const order = records.order()
  const said = ownWords(input)
  const item = order === null ? null : desk.itemNamed(order.id, said)
  const bought: LookUp = { kind: 'found', record: 'product', id: item?.sku ?? '', item: said }
  const isSeveral = order !== null && (desk.itemsNamed(order.id, said).length > 1 || meansAll(input.text))
  if (item?.isNamed || isSeveral) return bought
  const known = fromCatalogue(input)
  if (known.kind !== 'none') return known
  if (item !== null) return bought
  return Number(order?.fields.itemCount ?? 0) > 1 ? { kind: 'several' } : known
}

/** Under this name a run keeps the words it began with. */
export const SAID_AT_START = 'said'
const LONGEST_SAID = 1000

/** What the contact themselves said about the thing: never a name that the shop's records gave. */
function ownWords({ text, facts, found }: LookUpInput): string {
  const quotes = facts.filter(({ name, source }) => source === 'message' && (name === 'product' || name === 'symptom'))
  // Learned from the order only after they had named it, or entered its code.
  const learned = facts.filter(({ name, source }) => name === 'product' && source === 'order')
  // What they began with is still what they speak of, when a code or a number is all that this turn says.
  const before = [...quotes.map(({ quote }) => quote), ...learned.map(({ value }) => value)]
  const all = [text, ...before, found[SAID_AT_START] ?? '']
  return [...new Set(all)].join('\n').slice(0, LONGEST_SAID)
}

function fromCatalogue({ text, facts, desk }: LookUpInput): LookUp {
  const named = valueOf(facts, 'product') ?? valueOf(facts, 'wanted-item')
  const said = [named, text].filter(words => words !== null).join('\n')
  const query = named ?? contentWords(text).join(' ')
  const candidates = query.trim() === '' ? [] : desk.products(query, CANDIDATES)
  const scored = candidates
    .map(product => ({ product, share: shareNamed(product, said) }))
    .filter(({ share }) => share >= NAMED)
    .toSorted((one, other) => other.share - one.share)
  const [best, next] = scored
  if (best === undefined) return { kind: 'none' }
  if (next !== undefined && next.share === best.share && next.product.sku !== best.product.sku)
    return { kind: 'several' }
  return { kind: 'found', record: 'product', id: best.product.sku }
}

/** 0 to 1; the SKU itself is as good as the whole name. */
function shareNamed({ name, sku }: Product, text: string): number {
  const said = new Set(terms(text))
  if (terms(sku).length > 0 && terms(sku).every(term => said.has(term))) return 1
  const wanted = terms(name).filter(term => !isCommonWord(term))
  return wanted.length === 0 ? 0 : wanted.filter(term => said.has(term)).length / wanted.length
}

function lookUpWarranty(input: LookUpInput): LookUp {
  const { facts, records, desk } = input
  const item = input.found.item ?? ownWords(input)
  const warranty = (id: string): LookUp => ({ kind: 'found', record: 'warranty', id, item })
  const serial = valueOf(facts, 'serial-number')
  const own = serial === null ? [] : desk.warranties({ serialNumber: serial })
  const sku = records.product()?.sku ?? records.item()?.sku ?? ''
  const rows = own.length > 0 ? own : warrantiesOf(records.order(), item, desk)
  const ofProduct = sku === '' ? rows : rows.filter(row => row.sku === '' || isSame(row.sku, sku))
  const [first, ...more] = own.length > 0 ? own : ofProduct
  if (first === undefined) {
    const purchase = byPurchase(records)
    return purchase === null ? { kind: 'none' } : warranty(purchase.id)
  }
  const isOne = more.every(({ endsAt }) => endsAt.getTime() === first.endsAt.getTime())
  return isOne ? warranty(warrantyOf(first).id) : { kind: 'several' }
}

/** The one the found solution names, else the first; the same for everybody. */
function lookUpCoupon({ records, desk, couponLimitPercent }: LookUpInput): LookUp {
  const offerable = desk.offerableCoupons().filter(({ percent }) => percent === null || percent <= couponLimitPercent)
  const wanted = records.solution()?.couponCode ?? null
  const coupon = offerable.find(({ code }) => code === wanted) ?? offerable[0]
  return coupon === undefined ? { kind: 'none' } : { kind: 'found', record: 'coupon', id: coupon.code }
}

export function valueOf(facts: readonly Fact[], name: Fact['name']): string | null {
  return facts.find(fact => fact.name === name)?.value ?? null
}
