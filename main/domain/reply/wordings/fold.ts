import { simplified } from '#domain/text/chinese.ts'

// Direction overrides, zero-width spaces and Unicode tags carry text that a person does not see.
const UNSEEN =
  /\u034f|[\ufe00-\ufe0e]|[\u{e0100}-\u{e01ef}]|[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

// In Latin words the joiners of other scripts only hide a word from a search.
const JOINERS = /(?<=\p{Script=Latin})[\u200c\u200d](?=\p{Script=Latin})/gu

/** The text as a person sees it. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '').replace(JOINERS, '').trim()
}

/**
 * One spelling for matching: lower case, full-width letters made plain, accents and Arabic vowel signs dropped, curly
 * apostrophes straight, traditional Chinese simplified. Kana keep their marks: か and が are different letters.
 */
export function fold(text: string): string {
  return foldLetters(visible(text)).replace(/\s+/gu, ' ').trim()
}

function foldLetters(text: string): string {
  // oxlint-disable-next-line no-control-regex -- ASCII is the quick way
  if (/^[\u0000-\u007f]*$/u.test(text)) return text.toLowerCase().replaceAll('`', "'")
  return simplified(text)
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f\u064b-\u0652\u0640]/gu, '')
    .normalize('NFC')
    .replace(/ß/gu, 'ss')
    .replace(/[أإآ]/gu, 'ا')
    .replace(/ى/gu, 'ي')
    .replace(/ة/gu, 'ه')
    .replace(/[’‘`´]/gu, "'")
}

/** The first of the patterns that matches, as the words of the text itself; null when none does. */
export function quoteOf(text: string, folded: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const match = pattern.exec(folded)
    if (match !== null) return unfolded(text, folded, match.index, match.index + match[0].length)
  }
  return null
}

/** As long as what folding makes of it; most letters need no folding to know that. */
function foldLetter(letter: string): string {
  return letter < '\u0080' ? letter : foldLetters(letter)
}

function isBlank(letter: string): boolean {
  return letter === ' ' || /\s/u.test(letter)
}

/** The stretch of the text that became `folded.slice(start, end)`. */
function unfolded(text: string, folded: string, start: number, end: number): string {
  const shown = visible(text)
  let length = 0
  let from: number | null = null
  let position = 0
  for (const letter of shown) {
    const piece = isBlank(letter) ? (folded[length] === ' ' ? ' ' : '') : foldLetter(letter)
    if (length >= start && piece !== '' && from === null) from = position
    length += piece.length
    position += letter.length
    if (length >= end && from !== null) return shown.slice(from, position)
  }
  // Letters that join with their neighbours cannot be traced back.
  return folded.slice(start, end)
}

/** For scripts that put spaces between words: matches whole words only. Sources are folded like the text. */
export function words(...sources: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${sources.map(foldPattern).join('|')})(?![\\p{L}\\p{N}])`, 'u')
}

/** For scripts without spaces, and for Arabic, whose small words are written onto the next one. */
export function anywhere(...sources: readonly string[]): RegExp {
  return new RegExp(sources.map(foldPattern).join('|'), 'u')
}

// `\\S` and `\\p{L}` must not become `\\s` and `\\p{l}`: they wait behind letters that folding leaves alone.
function foldPattern(source: string) {
  const kept = source.replaceAll('\\S', '\ue000').replaceAll('\\p{L}', '\ue001')
  return fold(kept).replaceAll('\ue000', '\\S').replaceAll('\ue001', '\\p{L}')
}

/** `text` is folded already. */
export function matchesAny(text: string, patterns: readonly RegExp[]): boolean {
  return patterns.some(pattern => pattern.test(text))
}
