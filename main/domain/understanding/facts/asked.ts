import type { FactName } from '#contract/understanding.ts'
import { claim, type Claims } from './spans.ts'

const LONGEST_ANSWER = 60
/** Where a bare answer has a form that can be checked; names, products and the like are taken as they are. */
const forms: Partial<Record<FactName, RegExp>> = {
  'order-number': /(?<![\p{Script=Latin}\d])#?[a-z]{0,5}[-_]?\d[\da-z]{2,}(?:[-_][\da-z]+)*(?![\p{Script=Latin}\d])/u,
  postcode:
    /(?<![\p{Script=Latin}\d])(?:\d{5,6}(?:-\d{4})?|\d{4} ?[a-z]{2}|\d{4}|\d{3}-?\d{4}|[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|\d{2}-\d{3})(?![\p{Script=Latin}\d])/u,
  'serial-number':
    /(?<![\p{Script=Latin}\d])(?=[a-z\d/-]{0,60}\d)[a-z\d](?:[a-z\d]|[-/](?=[a-z\d])){3,24}(?![\p{Script=Latin}\d])/u,
  'tracking-number': /(?<![\p{Script=Latin}\d])(?=[a-z\d-]{0,60}\d{4})[a-z\d-]{6,30}(?![\p{Script=Latin}\d])/u,
  'coupon-code': /(?<![\p{Script=Latin}\d])[a-z\d][a-z\d_-]{3,19}(?![\p{Script=Latin}\d])/u,
  phone: /(?:\+|00)?\d[\d ()./-]{5,18}\d/u,
}
const whole: ReadonlySet<FactName> = new Set(['name', 'product', 'wanted-item', 'symptom', 'address'])
const evasive =
  /(?<!\p{L})(?:i (?:don't|do not|dont) (?:know|have|remember)|no idea|not sure|why|what|where|which|how|can't|cannot|don't|no|nope|none|lost|help|no (?:lo )?se|no tengo|je ne sais pas|keine ahnung|wei(?:ss|ß) (?:ich )?nicht)(?!\p{L})|不知道|不清楚|没有|忘了|找不到|为什么|哪里|什么|怎么|わからな|わかりませ|ありません|لا اعرف|[?？؟]/u
const polite =
  /^(?:it is|it's|it was|the|my|this is|here(?: it is| you go)?:?|sure,?|ok,?|是|就是|叫|es|c'est|es ist|das ist|です)\s+/u

/** After "What is your order number?" the words "10023, thanks" are the order number. */
export function readAsked(claims: Claims, asked: FactName | null): void {
  if (asked === null) return
  const form = forms[asked]
  if (form !== undefined) {
    const match = claims.flat.length <= LONGEST_ANSWER ? form.exec(claims.flat) : null
    if (match === null) return
    const hash = match[0].startsWith('#') ? 1 : 0
    const span = { start: match.index + hash, end: match.index + match[0].length }
    const written = claims.text.slice(span.start, span.end)
    claim(claims, asked, span, asked === 'phone' ? written.replace(/(?!^\+)\D/gu, '') : written.toUpperCase())
    return
  }
  if (!whole.has(asked) || evasive.test(claims.flat)) return
  const [line = ''] = claims.text.trim().split('\n')
  const start = claims.text.indexOf(line) + (polite.exec(claims.flat.trimStart())?.[0].length ?? 0)
  const answer = claims.text.slice(start, claims.text.indexOf(line) + line.length).replace(/[.!。！,，]+$/u, '')
  const isShort = asked === 'symptom' || asked === 'address' || answer.length <= LONGEST_ANSWER
  // What is wrong or where somebody lives may hold a number or a product that is read on its own too.
  if (answer === '' || !isShort) return
  if (asked === 'symptom' || asked === 'address')
    claims.facts.push({ name: asked, value: answer, quote: answer, source: 'message' })
  else claim(claims, asked, { start, end: start + answer.length })
}
