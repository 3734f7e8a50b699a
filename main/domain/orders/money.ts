import type { Money } from '#contract/orders.ts'

/** Stands for "the source names no currency" (ISO 4217). */
export const NO_CURRENCY = 'XXX'

/** Currencies whose smallest unit is not a hundredth (ISO 4217, those a shop can meet). */
const digits: Readonly<Record<string, number>> = {
  BHD: 3, CLP: 0, IDR: 2, ISK: 0, JOD: 3, JPY: 0, KRW: 0, KWD: 3, OMR: 3, PYG: 0, TND: 3, UGX: 0, VND: 0, XAF: 0, XOF: 0,
} // prettier-ignore

export function minorDigits(currency: string): number {
  return digits[currency] ?? 2
}

/** As the order desk hands it on: `1999 EUR`. */
export function moneyText({ minor, currency }: Money): string {
  return `${minor} ${currency}`
}

/** Back from `1999 EUR`; null when it is not written so. */
export function moneyOf(text: string): Money | null {
  const [, minor, currency] = /^(-?\d+) ([A-Z]{3})$/.exec(text) ?? []
  return minor === undefined || currency === undefined ? null : { minor: Number(minor), currency }
}

const signs: readonly (readonly [sign: RegExp, currency: string])[] = [
  [/US\$|USD/i, 'USD'],
  [/CA\$|C\$|CAD/i, 'CAD'],
  [/A\$|AUD/i, 'AUD'],
  [/HK\$|HKD/i, 'HKD'],
  [/NT\$|TWD/i, 'TWD'],
  [/S\$|SGD/i, 'SGD'],
  [/R\$|BRL/i, 'BRL'],
  [/€|EUR/i, 'EUR'],
  [/£|GBP/i, 'GBP'],
  [/CNY|RMB|人民币/i, 'CNY'],
  [/JPY|円/i, 'JPY'],
  [/元/, 'CNY'],
  [/₩|KRW/i, 'KRW'],
  [/₹|INR|Rs\.?/i, 'INR'],
  [/CHF|Fr\./i, 'CHF'],
  [/zł|PLN/i, 'PLN'],
  [/AED|د\.إ/i, 'AED'],
  [/SAR|ر\.س/i, 'SAR'],
  [/\$/, 'USD'],
  [/[¥￥]/, 'CNY'],
]

/** The currency of a code or a sign in the text; null when there is none. */
export function currencyIn(text: string): string | null {
  const code = /(?<![A-Z])[A-Z]{3}(?![A-Z])/.exec(text.trim())?.[0]
  const found = signs.find(([sign]) => sign.test(text))?.[1]
  return found ?? code ?? null
}

/** No amount is longer, with what stands around it; the pattern looks at every way to divide a text. */
const LONGEST = 100

/**
 * `1,234.50`, `1.234,50 €`, `¥1299`, and less than nothing as `-5`, `5-` or `(5)`; null when it is no amount. The text's own
 * currency wins over the given one.
 */
export function readMoney(text: string, currency: string | null): Money | null {
  const plain = text
    .slice(0, LONGEST + 1)
    .normalize('NFKC')
    .trim()
  if (plain.length > LONGEST) return null
  const own = currencyIn(plain) ?? currency ?? NO_CURRENCY
  const number = /^[^\d-]*(-?)\s*(?:[^\d-]{0,4})(\d[\d.,'’\s]*)[^\d]*$/u.exec(plain)
  if (!number) return null
  const decimals = minorDigits(own)
  const value = decimalOf((number[2] ?? '').replace(/['’\s]/gu, ''), decimals)
  if (value === null) return null
  const minor = Math.round(Number(value) * 10 ** decimals)
  const isNegative = number[1] === '-' || /\d\s*-$|^\(.*\)$/u.test(plain)
  return Number.isSafeInteger(minor) ? { minor: isNegative ? -minor : minor, currency: own } : null
}

/** The last separator is the decimal one, unless it stands before three digits or more than once. */
function decimalOf(text: string, decimals: number): string | null {
  const separators = text.match(/[.,]/g) ?? []
  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  if (last < 0) return text
  const sign = text[last] ?? ''
  const after = text.length - last - 1
  const isRepeated = separators.filter(one => one === sign).length > 1
  const isThousands =
    isRepeated || (after === 3 && decimals !== 3 && new Set(separators).size === 1 && !/^0[.,]/.test(text))
  if (isThousands) return /^\d{1,3}(?:[.,]\d{3})+$/.test(text) ? text.replace(/[.,]/g, '') : null
  const whole = text.slice(0, last).replace(/[.,]/g, '')
  return `${whole === '' ? '0' : whole}.${text.slice(last + 1)}`
}
