import { block, claim, type Claims } from './spans.ts'

const signs: Readonly<Record<string, string>> = {
  '€': 'EUR', '£': 'GBP', $: 'USD', 'us$': 'USD', 'hk$': 'HKD', 'nt$': 'TWD', 'a$': 'AUD', 'c$': 'CAD', 's$': 'SGD', 'r$': 'BRL',
  '₹': 'INR', '₩': 'KRW', '₽': 'RUB', rmb: 'CNY', 元: 'CNY', 块: 'CNY', 块钱: 'CNY', 人民币: 'CNY', 円: 'JPY', 日元: 'JPY', 美元: 'USD', 美金: 'USD',
  欧元: 'EUR', 英镑: 'GBP', 港币: 'HKD', euro: 'EUR', euros: 'EUR', dollar: 'USD', dollars: 'USD', bucks: 'USD', usd: 'USD', eur: 'EUR',
  gbp: 'GBP', cny: 'CNY', jpy: 'JPY', chf: 'CHF', cad: 'CAD', aud: 'AUD', inr: 'INR', rs: 'INR', rupees: 'INR', quid: 'GBP', pounds: 'GBP',
  yen: 'JPY', yuan: 'CNY', dolares: 'USD', franken: 'CHF', francs: 'CHF', pesos: 'MXN', ريال: 'SAR', درهم: 'AED', دولار: 'USD', يورو: 'EUR',
} // prettier-ignore
const escaped = Object.keys(signs)
  .toSorted((a, b) => b.length - a.length)
  .map(sign => sign.replace(/\$/gu, '\\$'))
  .join('|')
const NUMBER = '\\d{1,3}(?:[., ]\\d{3})+(?:[.,]\\d{1,2})?|\\d{1,9}(?:[.,]\\d{1,2})?'
const before = new RegExp(`(?<![\\p{Script=Latin}\\d])(${escaped}|¥) ?(${NUMBER})(?![\\d.,]\\d|\\d)`, 'gu')
const after = new RegExp(`(?<![\\d.,#-])(${NUMBER}) ?(${escaped}|¥|,-(?= |$))(?![\\p{Script=Latin}\\d])`, 'gu')

/** Currencies whose smallest unit is the whole one (ISO 4217). */
const withoutCents = new Set(['JPY', 'KRW'])

/** `1.299,00` and `1,299.00` are the same; the value is the smallest unit with its currency, `129900 EUR`. */
export function minorUnits(number: string, currency: string): number {
  const cents = /[.,](\d{1,2})$/u.exec(number)
  const whole = (cents === null ? number : number.slice(0, cents.index)).replace(/\D/gu, '')
  if (withoutCents.has(currency)) return Number(whole)
  return Number(whole) * 100 + Number((cents?.[1] ?? '').padEnd(2, '0'))
}

export function readAmounts(claims: Claims, language: string): void {
  const currencyOf = (sign: string) => {
    if (sign === '¥') return language === 'ja' ? 'JPY' : 'CNY'
    return sign.startsWith(',-') ? 'EUR' : (signs[sign] ?? null)
  }
  const take = (match: RegExpExecArray, sign: string, number: string) => {
    const currency = currencyOf(sign)
    const span = { start: match.index, end: match.index + match[0].length }
    if (currency === null) return
    // "500 pounds" of weight and the like are seldom in a shop; a number glued to a longer one is never money.
    if (minorUnits(number, currency) > 0) claim(claims, 'amount', span, `${minorUnits(number, currency)} ${currency}`)
    else block(claims, span)
  }
  for (const match of claims.flat.matchAll(before)) take(match, match[1] ?? '', match[2] ?? '')
  for (const match of claims.flat.matchAll(after)) take(match, match[2] ?? '', match[1] ?? '')
}
