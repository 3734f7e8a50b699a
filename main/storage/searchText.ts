// Scripts written without spaces: every character stands alone, so that two of them in a row can be found as a phrase.
// So do emoji.
const ALONE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{So}\u30fc]/gu
// Hebrew points, Arabic vowel signs and the stretching line: written by some, left out by most.
const OPTIONAL_MARKS = /[\u0591-\u05c7]|[\u0610-\u061a]|[\u064b-\u065f]|\u0670|\u0640/gu
const SEARCHABLE = /[\p{L}\p{N}\p{Co}\p{So}]/u

/** Text as the full-text index takes it. */
export function spread(text: string): string {
  return text.normalize('NFKC').replace(OPTIONAL_MARKS, '').replace(ALONE, ' $& ')
}

/** One full-text query for each word; all of them must be found. A word of two letters or more finds what it begins. */
export function searchQueries(text: string): string[] {
  return text
    .split(/\s+/u)
    .filter(word => SEARCHABLE.test(word))
    .map(word => {
      const phrase = spread(word)
      const isWhole = phrase.endsWith(' ') || phrase.length === 1
      return `"${phrase.trim().replaceAll('"', '""')}"${isWhole ? '' : ' *'}`
    })
}
