const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** One or two letters for a face that is not there: first and last word, or the first character of a Chinese name. */
export function initials(name: string): string {
  const words = name.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const first = firstLetter(words[0] ?? '')
  const last = words.length > 1 ? firstLetter(words.at(-1) ?? '') : ''
  const isWide = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u.test(first)
  return (isWide ? first : first + last).toLocaleUpperCase() || '?'
}

/** A number below `count` that stays with the name, so that one person keeps one colour. */
export function faceOf(name: string, count: number): number {
  let sum = 0
  for (const character of name) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 65_521
  return sum % count
}

function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment
  return ''
}
