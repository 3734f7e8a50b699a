import { isCommonWord } from '#domain/text/commonWords.ts'
import { foldText } from '#domain/text/normalize.ts'
import { stem } from '#domain/text/words.ts'
import { concepts } from './concepts.ts'
import { promising, restrictive } from './kinds.ts'
import { neutralChinese, neutralEnglish } from './neutral.ts'

/** One word that says something. */
export interface Term {
  /** The concepts it may stand for; a word of no concept stands for itself. */
  keys: readonly string[]
  text: string
  start: number
  /** Written like a name: a capital letter inside a sentence, or Latin letters among Chinese. */
  isName: boolean
  /** The word before it, for telling "your jacket" from "is waterproof". */
  before: string
}

const stemmed = (phrase: string) =>
  foldText(phrase)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')
    .map(stem)
    .join(' ')

const english = new Map<string, string[]>()
const chinese = new Map<string, string[]>()
for (const { id, english: words, chinese: terms } of concepts) {
  for (const word of words) english.set(stemmed(word), [...(english.get(stemmed(word)) ?? []), id])
  for (const term of terms) chinese.set(term, [...(chinese.get(term) ?? []), id])
}
const neutral = new Set([...neutralEnglish].map(stemmed))
const neutralRuns = new Set(neutralChinese)
const LONGEST_PHRASE = 5
const LONGEST_RUN = 6
const WORD = /[\p{L}\p{N}\p{M}]+(?:['’]\p{L}+)?/gu

/** What a text says, word by word. Values are blanked out of it beforehand. */
export function termsIn(text: string): Term[] {
  const words = [...text.matchAll(WORD)].flatMap(match => apart(match[0], match.index))
  const terms: Term[] = []
  const hasChinese = /\p{Script=Han}/u.test(text)
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index]
    if (word === undefined) continue
    const before = words[index - 1]?.text ?? ''
    if (/\p{Script=Han}/u.test(word.text)) {
      terms.push(...chineseTerms(word.text, word.start, before))
      continue
    }
    const phrase = longestPhrase(words.slice(index, index + LONGEST_PHRASE).map(one => one.text))
    if (phrase !== null) {
      if (!phrase.keys.includes('nothing')) terms.push({ ...word, keys: phrase.keys, isName: false, before })
      index += phrase.length - 1
      continue
    }
    if (/^(?:US|U)$/u.test(word.text)) {
      terms.push({ ...word, keys: ['america'], isName: false, before })
      continue
    }
    const plain = stemmed(word.text)
    const isName = isCapital(word.text) && (hasChinese || !opensSentence(text, word.start))
    if (plain === '' || (!isName && isEmptyWord(word.text, plain))) continue
    const base = /^(?:un|non)\p{L}{3,}$/u.test(plain) ? english.get(plain.replace(/^(?:un|non)/u, '')) : undefined
    terms.push({ ...word, keys: base ?? [`=${plain}`], isName, before })
  }
  return terms
}

function isEmptyWord(word: string, plain: string): boolean {
  return neutral.has(plain) || isCommonWord(foldText(word).replaceAll("'", '')) || /^(?:\p{Ll}|[AI])$/u.test(word)
}

/** Chinese and Latin letters that touch are two words. */
function apart(text: string, start: number): { text: string; start: number }[] {
  return [...text.matchAll(/\p{Script=Han}+|[^\p{Script=Han}]+/gu)].map(match => ({
    text: match[0],
    start: start + match.index,
  }))
}

function longestPhrase(words: readonly string[]): { keys: string[]; length: number } | null {
  for (let length = words.length; length > 0; length -= 1) {
    const keys = english.get(stemmed(words.slice(0, length).join(' ')))
    if (keys !== undefined) return { keys, length }
  }
  return null
}

function chineseTerms(run: string, start: number, before: string): Term[] {
  const terms: Term[] = []
  let unknown = ''
  let place = 0
  const flush = () => {
    const from = start + place - unknown.length
    const pieces = unknown.length <= 2 ? [unknown] : Array.from(unknown.slice(1), (_, at) => unknown.slice(at, at + 2))
    for (const [at, piece] of pieces.entries())
      if (piece !== '') terms.push({ keys: [`=${piece}`], text: piece, start: from + at, isName: false, before })
    unknown = ''
  }
  while (place < run.length) {
    const found = longestRun(run, place)
    if (found === null) {
      unknown += run.charAt(place)
      place += 1
      continue
    }
    flush()
    const text = run.slice(place, place + found.length)
    if (found.keys !== null && !found.keys.includes('nothing'))
      terms.push({ keys: found.keys, text, start: start + place, isName: false, before: run.slice(0, place) || before })
    place += found.length
  }
  flush()
  return terms
}

function longestRun(run: string, place: number): { keys: string[] | null; length: number } | null {
  for (let length = Math.min(LONGEST_RUN, run.length - place); length > 0; length -= 1) {
    const piece = run.slice(place, place + length)
    const keys = chinese.get(piece)
    if (keys !== undefined) return { keys, length }
    if (neutralRuns.has(piece) || isNegation(piece)) return { keys: null, length }
  }
  return null
}

function isNegation(piece: string): boolean {
  return /^(?:不|没|没有|无|未|非|勿|禁止|无法|不能|不可|不会|不可以|不支持|不接受|不提供|不再)$/u.test(piece)
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word) && word !== 'I' && !/^I['’]/u.test(word)
}

function opensSentence(text: string, start: number): boolean {
  return !/[\p{L}\p{N},;][^.!?。！？:\n]*$/u.test(text.slice(0, start))
}

/** Said of everything that is sold. */
const common: ReadonlySet<string> = new Set(['price', 'take', 'total', 'begin', 'include', 'accept', 'offer', 'use'])

/** How much a word tells about what a clause speaks of. */
export function weightOf({ keys, isName }: Term): number {
  if (isName) return 3
  if (keys.every(key => common.has(key))) return 0.4
  return keys.some(key => restrictive.has(key)) ? 3 : keys.every(key => key.startsWith('=')) ? 1.5 : 1
}

/** What goes without saying beside a sum or a span. */
export function goesWithoutSaying({ keys }: Term): boolean {
  return keys.some(key => key === 'price' || key === 'take' || key === 'total')
}

export function isPromise({ keys }: Term): boolean {
  return keys.length > 0 && keys.every(key => promising.has(key))
}
