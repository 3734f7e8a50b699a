import { plainChinese, unifiedChinese } from './chinese.ts'
import { foldText } from './normalize.ts'

const wordPattern = /[\p{L}\p{N}\p{M}]+(?:'[\p{L}]+)*/gu
const runPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー]+/gu
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const possessive = /'s$/
// Most text is plain, and reading it this way takes a fraction of the time.
const plainText = /^\p{ASCII}*$/u
const plainWord = /[a-z0-9]+(?:'[a-z]+)*/g

/** A stretch of letters and digits. Scripts written without blanks (and Korean, whose particles cling) come as one long `unspaced` run. */
export interface Run {
  text: string
  unspaced: boolean
}

/** Folded runs in reading order; `what's` gives `what`, `don't` gives `dont`. */
export function runs(text: string): Run[] {
  if (plainText.test(text)) return plainRuns(text)
  const found: Run[] = []
  for (const [word] of foldText(text).matchAll(wordPattern)) {
    for (const [part] of word.matchAll(runPattern)) {
      const plain = part.replace(possessive, '').replaceAll("'", '')
      if (plain !== '') found.push({ text: plain, unspaced: unspaced.test(plain) })
    }
  }
  return found
}

/** The same for text without any letter beyond ASCII. */
function plainRuns(text: string): Run[] {
  const words = text.toLowerCase().replaceAll('`', "'").match(plainWord) ?? []
  return words.map(word => ({ text: word.replace(possessive, '').replaceAll("'", ''), unspaced: false }))
}

/** Runs for comparing texts: the many names of one thing in Chinese, and its two scripts, are made one. */
export function comparableRuns(text: string): Run[] {
  return runs(plainChinese(text)).map(run => (run.unspaced ? { text: unifiedChinese(run.text), unspaced: true } : run))
}

/** Search terms: words by their stem, and for scripts without blanks every character and every pair of neighbours. */
export function terms(text: string): string[] {
  const found: string[] = []
  for (const run of comparableRuns(text)) {
    if (!run.unspaced) {
      found.push(stem(run.text))
      continue
    }
    const characters = Array.from(run.text)
    for (const [index, character] of characters.entries()) {
      found.push(character)
      const next = characters[index + 1]
      if (next !== undefined) found.push(character + next)
    }
  }
  return found
}

/** Cuts the endings of English plurals and verbs, the same way for every word, so both sides of a match agree. */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word
  const singular = cutPlural(word)
  for (const ending of ['ing', 'ed']) {
    const base = singular.slice(0, -ending.length)
    if (singular.endsWith(ending) && base.length >= 3 && /[aeiouy]/.test(base)) return undouble(base)
  }
  return cutSilentE(singular)
}

function cutPlural(word: string): string {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`
  if (/(?:sses|shes|ches|xes|zes)$/.test(word)) return word.slice(0, -2)
  if (/[^aiousy]s$|[aeio]es$|ys$/.test(word) && !word.endsWith('ss')) return word.slice(0, -1)
  return word
}

function undouble(base: string): string {
  return /([bdfgmnprt])\1$/.test(base) ? base.slice(0, -1) : cutSilentE(base)
}

function cutSilentE(word: string): string {
  return word.length > 3 && word.endsWith('e') ? word.slice(0, -1) : word
}
