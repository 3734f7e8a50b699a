import { normalizeText } from '#domain/text/normalize.ts'

const withoutZeros = (text: string) => text.replace(/^0+(?=.)/, '')

/** Two numbers with the same identity are one order: case, blanks, `#` and leading zeros (lost by spreadsheets) do not count. */
export function numberIdentity(number: string): string {
  return withoutZeros(
    normalizeText(number)
      .toUpperCase()
      .replace(/[\s#＃]/gu, ''),
  )
}

/** Under this key a number is found however a person writes it: letters and digits alone. */
export function numberKey(number: string): string {
  return withoutZeros(
    normalizeText(number)
      .toUpperCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}

export function emailKey(email: string): string {
  return normalizeText(email).toLowerCase()
}

/**
 * Whether two addresses surely are one mailbox: only the case of plain letters may differ. `emailKey` finds what was written
 * carelessly; letters that merely look alike are another mailbox, and somebody else's.
 */
export function isSameMailbox(one: string, other: string): boolean {
  const [a, b] = [one, other].map(address => address.trim().replace(/[A-Z]+/g, letters => letters.toLowerCase()))
  return a === b
}

/** A SKU, a serial number or a coupon code. */
export function codeKey(code: string): string {
  return normalizeText(code).toUpperCase().replace(/\s/gu, '')
}

const SHORTEST_PHONE = 7
const LONGEST_COUNTRY_CODE = 3

/** Digits without the zeros that stand before an area code or a country code. */
export function phoneDigits(phone: string): string {
  return withoutZeros(normalizeText(phone).replace(/\(0\)/g, '').replace(/\D/g, ''))
}

/** What all ways to write one number end with; null when it is too short for a number. */
export function phoneEnd(phone: string): string | null {
  const digits = phoneDigits(phone)
  return digits.length < SHORTEST_PHONE ? null : digits.slice(-SHORTEST_PHONE)
}

/** Equal, or one is the other without its country code. */
export function isSamePhone(one: string, other: string): boolean {
  const [short = '', long = ''] = [phoneDigits(one), phoneDigits(other)].toSorted((a, b) => a.length - b.length)
  return short.length >= SHORTEST_PHONE && long.length - short.length <= LONGEST_COUNTRY_CODE && long.endsWith(short)
}

/** `#W2378156` becomes `#A9999999`: what numbers of one series have in common. */
export function numberShape(number: string): string {
  return normalizeText(number).toUpperCase().replace(/\d/g, '9').replace(/[A-Z]/g, 'A')
}

/** The beginning that two numbers share, as far as it holds no digit. */
export function sharedPrefix(one: string, other: string): string {
  const [a, b] = [one, other].map(number => normalizeText(number).toUpperCase())
  let length = 0
  while (a && b && length < a.length && a[length] === b[length] && !/\d/.test(a[length] ?? '')) length++
  return (a ?? '').slice(0, length)
}

const SEPARATOR = '[\\s\\-_./]?'

/** A regular expression's source for a series: `#?W\d{7}`. A `#` and separators may be left out. */
export function numberPattern(shape: string, prefix: string): string {
  const literal = prefix.replace(/^#/, '').replace(/[^\p{L}\p{N}]+/gu, SEPARATOR)
  const rest = shape.slice(prefix.length).replace(/9+|A+|[^9A]+/g, part => {
    if (part.startsWith('9')) return `\\d{${part.length}}`
    return part.startsWith('A') ? `[A-Z]{${part.length}}` : SEPARATOR
  })
  return `${prefix.startsWith('#') ? '#?' : ''}${literal}${rest}`
}
