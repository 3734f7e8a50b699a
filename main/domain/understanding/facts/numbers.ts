import type { FactName } from '#contract/understanding.ts'
import { endsWithLabel, labelled } from './labels.ts'
import { claim, isFree, type Claims, type Span } from './spans.ts'

const TOKEN = '[a-z]{0,6}[-_]?\\d[\\da-z]*(?:[-_][\\da-z]+)*'
const LONG = '[a-z0-9](?:[a-z0-9]|[-](?=[a-z0-9])){5,29}'
const trackingNamed = labelled('tracking', LONG)
const serialNamed = labelled('serial', '[a-z0-9](?:[a-z0-9]|[-/](?=[a-z0-9])){3,24}')
const couponNamed = labelled('coupon', '[a-z0-9](?:[a-z0-9]|[-_%](?=[a-z0-9])){2,19}')
const codeNamed = labelled('code', '\\d{3}[ -]?\\d{3}')
const codeAlone = /^\D{0,6}(\d{3}[ -]?\d{3})\D{0,6}$/u
const orderNamed = labelled('order', TOKEN)
const orderAfter =
  /^(?:\s*(?:,|、|and|&|和|跟|与|y|et|und|e|と)\s*)#?([a-z]{0,6}[-_]?\d[\da-z]*(?:[-_][\da-z]+)*)(?![\p{Script=Latin}\d])/u

/** Numbers of parcel services by their form alone: UPS, the postal union (UPU S10), SF, YTO, JD, Amazon. */
const trackingForms =
  /(?<![a-z\d])(?:1z[\da-z]{16}|[a-z]{2}\d{9}[a-z]{2}|sf\d{12,15}|yt\d{13}|jd[a-z]{0,2}\d{11,13}|tba\d{12})(?![a-z\d])/gu
/** Orders by their form alone, for a shop that has told nothing about its own: `#1234`, `W1234567`, `ORD-2024-001`. */
const orderForms =
  /(?<![\p{L}\d&/.])#[a-z]{0,5}-?\d{3,12}(?:-\d{1,6})*(?![\p{Script=Latin}\d])|(?<![\p{Script=Latin}\d])(?:w\d{6,9}|(?:ord|order|so|inv|po|bst|cmd|ped)-?\d{3,}(?:-\d{1,8})*|[a-z]{2,4}-\d{4,}(?:-\d{2,8})*|[a-z]{2,4}-?(?:19|20)\d\d-\d{3,8})(?![\p{Script=Latin}\d-])/gu
const quantity =
  /^\s*(?:pieces?|pcs|units?|items?|boxes|packs?|pairs?|of|x|more|days?|weeks?|hours?|times|%|cm|mm|kg|g|ml|stuck|piezas|unidades|pieces|件|个|個|箱|盒|套|天|双|枚|点|cents?|[.,]\d)/u
const dateLike = /^(?:19|20)\d\d[-_]\d{1,2}[-_]\d{1,2}$/u

/** Numbers that a word names as something else; first, so that the shop's own pattern takes none of them. */
export function readNamedNumbers(claims: Claims): void {
  takeAll(claims, trackingNamed, 'tracking-number', token => digitsIn(token) >= 6)
  takeAll(claims, trackingForms, 'tracking-number', () => true)
  takeAll(claims, serialNamed, 'serial-number', token => digitsIn(token) >= 1 && !dateLike.test(token))
  takeAll(claims, couponNamed, 'coupon-code', isCoupon)
  takeAll(
    claims,
    codeNamed,
    'verification-code',
    () => true,
    token => token.replace(/\D/gu, ''),
  )
}

export function readVerificationCode(claims: Claims): void {
  const match = codeAlone.exec(claims.flat.trim())
  const digits = match?.[1]
  if (digits === undefined) return
  const start = claims.flat.indexOf(digits)
  claim(claims, 'verification-code', { start, end: start + digits.length }, digits.replace(/\D/gu, ''))
}

export function readNamedOrders(claims: Claims): void {
  for (const match of claims.flat.matchAll(orderNamed)) {
    const [all, filler = '', token = ''] = match
    const end = match.index + all.length
    if (
      !isOrderToken(
        token,
        filler,
        claims.flat.slice(Math.max(0, match.index - 16), match.index),
        claims.flat.slice(end),
      )
    )
      continue
    claimOrder(claims, { start: end - token.length, end })
    let from = end
    for (
      let next = orderAfter.exec(claims.flat.slice(from));
      next !== null;
      next = orderAfter.exec(claims.flat.slice(from))
    ) {
      const also = next[1] ?? ''
      from += next[0].length
      if (digitsIn(also) < 3 || !claimOrder(claims, { start: from - also.length, end: from })) break
    }
  }
}

export function readOrderForms(claims: Claims): void {
  for (const match of claims.flat.matchAll(orderForms)) {
    const hash = match[0].startsWith('#') ? 1 : 0
    const before = claims.flat.slice(0, match.index)
    if (namesSomethingElse(before)) continue
    claimOrder(claims, { start: match.index + hash, end: match.index + match[0].length })
  }
}

/** Numbers as the shop writes them; those of digits alone only where no other word names them. */
export function readShopOrders(claims: Claims, patterns: readonly RegExp[], kind: 'with-letters' | 'digits'): void {
  for (const pattern of patterns) {
    for (const match of claims.text.matchAll(pattern)) {
      const [number] = match
      const isDigits = /^\d+$/u.test(number)
      if (number === '' || isDigits !== (kind === 'digits')) continue
      const end = match.index + number.length
      const before = claims.flat.slice(0, match.index)
      if (isDigits && (namesSomethingElse(before) || quantity.test(claims.flat.slice(end)) || /[.,/-]$/u.test(before)))
        continue
      claim(claims, 'order-number', { start: match.index, end })
    }
  }
}

const HIGHEST_PATTERN_COUNT = 20
let compiled: { key: string; patterns: readonly RegExp[] } = { key: '', patterns: [] }

/** The shop's sources as expressions that match whole numbers in any case; a broken source is left out. */
export function orderPatterns(sources: readonly string[]): readonly RegExp[] {
  const key = sources.join('\n')
  if (compiled.key !== key) {
    compiled = { key, patterns: sources.slice(0, HIGHEST_PATTERN_COUNT).flatMap(source => wholeNumber(source)) }
  }
  return compiled.patterns
}

function wholeNumber(source: string): RegExp[] {
  try {
    const bare = source.replace(/^\^/u, '').replace(/\$$/u, '')
    return [new RegExp(`(?<![\\p{Script=Latin}\\d])(?:${bare})(?![\\p{Script=Latin}\\d])`, 'giu')]
  } catch {
    return []
  }
}

function claimOrder(claims: Claims, span: Span): boolean {
  return (
    isFree(claims, span) && claim(claims, 'order-number', span, claims.flat.slice(span.start, span.end).toUpperCase())
  )
}

function isOrderToken(token: string, filler: string, before: string, after: string): boolean {
  if (digitsIn(token) < 3 || dateLike.test(token) || quantity.test(after)) return false
  if (/^[.,]\d|^ ?(?:€|\$|£|¥|元|块|円|eur|usd|euros?|dollars?)/u.test(after)) return false
  // "I want to order 500": without a sign it is a quantity.
  const isVerb =
    /(?:(?<!\p{L})(?:to|can i|could i|would like to|wanna|i|we) |[想要再] ?)$/u.test(before) &&
    !/[#:]|n[or°º]|num|is/u.test(filler)
  return !isVerb && !(/^(?:19|20)\d\d$/u.test(token) && !/[#:]|n[or°º]|num|号|番号/u.test(filler))
}

function namesSomethingElse(before: string): boolean {
  return (['tracking', 'serial', 'coupon', 'phone', 'postcode', 'other'] as const).some(label =>
    endsWithLabel(before, label),
  )
}

function takeAll(
  claims: Claims,
  pattern: RegExp,
  name: FactName,
  accepts: (token: string) => boolean,
  valueOf?: (token: string) => string,
): void {
  for (const match of claims.flat.matchAll(pattern)) {
    const token = match[2] ?? match[0]
    const end = match.index + match[0].length
    const span = { start: end - token.length, end }
    const written = claims.text.slice(span.start, end)
    if (accepts(token) && (name !== 'coupon-code' || isWrittenAsCode(written)))
      claim(claims, name, span, valueOf?.(token) ?? written.toUpperCase())
  }
}

const digitsIn = (text: string) => text.replace(/\D/gu, '').length

function isCoupon(token: string): boolean {
  return (
    token.length >= 4 &&
    !/^(?:code|codes|coupon|voucher|promo|is|the|not|that|from|work|works|working|doesn|isn|for|und|der|das|expired|invalid)$/u.test(
      token,
    ) &&
    !/^\d{1,3}%?$/u.test(token)
  )
}

/** "SUMMER10" or "SUMMER", never a word in small letters: "the coupon expired". */
function isWrittenAsCode(written: string): boolean {
  return /\d/u.test(written) || /^[A-Z-]{4,}$/u.test(written)
}
