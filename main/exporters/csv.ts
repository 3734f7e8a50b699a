/** So that spreadsheets take the file for UTF-8; without it Excel shows Chinese as noise. */
export const CSV_START = '\uFEFF'

export type CsvValue = string | number | null

/**
 * A spreadsheet takes what begins like this for a formula, the wide forms too where Chinese or Japanese is set. Blanks and
 * marks that nobody sees do not keep every program from it.
 */
const formula = /^[\s\p{Cf}\p{Cc}\uFFFD]*[=+\-@＝＋－＠]/u
/** It would lose zeros, or all behind the fifteenth place, or be taken for a power of ten. */
const misread = /^(?:0\d+|\d{16,}|\d+[eE]\d+)$/u

/**
 * One row of RFC 4180. A number is a number; text that a spreadsheet would work out or change gets an apostrophe, so that
 * what customers write stays text.
 */
export function csvRow(values: readonly CsvValue[]): string {
  return `${values.map(csvCell).join(',')}\r\n`
}

function csvCell(value: CsvValue): string {
  if (value === null) return ''
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : ''
  // A line end inside a cell is one character, and no other control character is let through.
  const text = value.replace(/\r\n?/gu, '\n').replace(/(?![\n\t])\p{Cc}|\p{Cs}/gu, '\uFFFD')
  const safe = formula.test(text) || misread.test(text) || /^[\t\n]/u.test(text) ? `'${text}` : text
  return /[",\n\t';]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
