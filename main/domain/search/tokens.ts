import { simplified } from '#domain/text/chinese.ts'

/** What is searched for: a word, or one character of a script that is written without spaces. Folded. */
export interface SearchToken {
  readonly text: string
  /** Of a script written without spaces. */
  readonly isAlone: boolean
  /** Where it stands in the text as it was written, in UTF-16 units. */
  readonly start: number
  readonly end: number
}

// One letter as people see it: with its accents, its Korean parts, its half-width voicing marks.
const cluster =
  /[\u1100-\u115f][\u1160-\u11a7]?[\u11a8-\u11ff]?|\p{L}[\p{M}\uff9e\uff9f]{0,8}|\p{N}\p{M}{0,8}|[\p{Co}\p{So}]/gu
// Scripts written without spaces, and signs: every one can be found without what stands around it.
const alone =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}\p{Co}\u30fc]/u
const searched = /[\p{L}\p{N}\p{M}\p{Co}\p{So}]/u
// Hebrew points, Arabic vowel signs and the stretching line: written by some, left out by most.
const optionalMarks = /[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|\u0640/gu
const latinAccents = /[\u0300-\u036f]/gu
const arabicLetters: Readonly<Record<string, string>> = { أ: 'ا', إ: 'ا', آ: 'ا', ى: 'ي', ة: 'ه' }
const plainWord = /[a-z0-9]+/g
const plainText = /^\p{ASCII}*$/u

/** The words of a text in reading order: case, accents, widths and the two Chinese scripts make no difference. */
export function searchTokens(text: string): SearchToken[] {
  if (plainText.test(text)) return plainTokens(text)
  const tokens: SearchToken[] = []
  let word = ''
  let wordStart = 0
  let wordEnd = 0
  const flush = () => {
    if (word !== '') tokens.push({ text: word, isAlone: false, start: wordStart, end: wordEnd })
    word = ''
  }
  for (const { 0: written, index } of text.matchAll(cluster)) {
    const end = index + written.length
    if (index !== wordEnd && !isJoined(text.slice(wordEnd, index))) flush()
    for (const character of folded(written)) {
      if (alone.test(character)) {
        flush()
        tokens.push({ text: character, isAlone: true, start: index, end })
      } else if (searched.test(character)) {
        if (word === '') wordStart = index
        word += character
        wordEnd = end
      } else flush()
    }
  }
  flush()
  return tokens
}

/** The same for text without any letter beyond ASCII, in a fraction of the time. */
function plainTokens(text: string): SearchToken[] {
  return Array.from(text.toLowerCase().matchAll(plainWord), ({ 0: word, index }) => ({
    text: word,
    isAlone: false,
    start: index,
    end: index + word.length,
  }))
}

/** Nothing that is seen stands between two letters: a soft hyphen, a joiner, a vowel sign of its own. */
function isJoined(between: string): boolean {
  return between !== '' && /^[\u00ad\u200b-\u200f\u2060\ufeff\u0640\p{M}]+$/u.test(between)
}

function folded(letter: string): string {
  const plain = letter.normalize('NFKC').replace(optionalMarks, '').toLowerCase()
  const bare = plain.normalize('NFD').replace(latinAccents, '').normalize('NFC')
  return simplified(arabicLetters[bare] ?? bare)
}

/** A text as the full-text index takes it: its tokens, with a space between. */
export function searchable(text: string): string {
  return searchTokens(text)
    .map(token => token.text)
    .join(' ')
}
