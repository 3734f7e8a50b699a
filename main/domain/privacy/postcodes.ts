import { flat } from '#domain/text/flat.ts'
import type { Span } from './introductions.ts'

const LONGEST_READ = 6000
const postcodeNamed =
  /(?<![\p{L}])(?:zip(?: ?code)?|post ?code|postal(?: code)?|plz|postleitzahl|code postal|codigo postal|c\.p\.|cep|cap)(?: (?:is|number|no|ist|est|es))?[\s:.#-]{0,3}((?=[a-z\d -]{0,40}\d)[a-z\d]{2,5}[ -]?[a-z\d]{1,4})(?![\p{L}\d])|(?:邮编|邮政编码|郵便番号|〒)(?:是|为|は)?[\s:：]{0,2}(\d{3}-?\d{4}|\d{6})/gu
const postcodeForm =
  /(?<![\p{L}\d])(?:[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}|[A-Z]\d[A-Z] \d[A-Z]\d|\d{4} [A-Z]{2}|\d{5}(?= \p{Lu}\p{Ll}{2,}(?:[.,\n]|$)))(?![\p{L}\d])/gu

/** Postcodes that a word names or whose form shows them (British, Canadian, Dutch, or before a town). */
export function postcodesIn(text: string): Span[] {
  const read = text.slice(0, LONGEST_READ)
  const found: Span[] = []
  for (const match of flat(read).matchAll(postcodeNamed)) {
    const code = match[1] ?? match[2] ?? ''
    const end = match.index + match[0].length
    found.push({ start: end - code.length, end })
  }
  for (const match of read.matchAll(postcodeForm))
    found.push({ start: match.index, end: match.index + match[0].length })
  return found
}
