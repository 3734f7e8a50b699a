// Direction overrides, zero-width spaces and Unicode tags carry text that a person does not see.
const UNSEEN = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/gu

/** The text as a person sees it. */
export function visible(text: string): string {
  return text.replace(UNSEEN, '').trim()
}

/**
 * One spelling for matching: lower case, full-width letters made plain, accents and Arabic vowel signs dropped, curly
 * apostrophes straight. Kana keep their marks: か and が are different letters.
 */
export function fold(text: string): string {
  return visible(text)
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
    .replace(/\s+/gu, ' ')
    .trim()
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
