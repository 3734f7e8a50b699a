import { normalizeText } from '#domain/text/normalize.ts'

export const CODE_DIGITS = 6

const ALONE =
  /(?<![\p{Script=Latin}\p{N}#@./-]|\d[ -])(\d{3})[ -]?(\d{3})(?![\p{Script=Latin}\p{N}@/]|[.-]\d|[ -]\d)(?!\s?(?:€|\$|¥|£|元|EUR|USD|kg|cm|mm))/gu

/** Groups of six digits that could be a one-time code, in the order of the text. */
export function codesIn(text: string): string[] {
  return [...normalizeText(text).matchAll(ALONE)].map(([, first, second]) => `${first}${second}`)
}
