import type { SearchTerm } from '#domain/search/query.ts'
import { wordsAlike } from '#domain/search/alike.ts'
import { lettersApart, lettersWrong, nearest } from '#domain/search/typo.ts'
import type { SearchPhrase, SearchStore } from '#main/ports/searchStore.ts'
import { createSlices } from './knowledgeSlices.ts'
import type { SearchWords } from './searchWords.ts'

const MOST_BEGINNINGS = 64
const MOST_PARTS = 40
const MOST_MEANT = 8
const SHORTEST_PART = 4
const SHORTEST_BEGINNING = 3
/** Looked through before everything else gets its turn. */
const WORDS_AT_ONCE = 4000

/** What is looked for in the place of one term. */
export interface Wording {
  readonly anyOf: readonly SearchPhrase[]
  /** Words that may have been meant, where nothing is written as it was typed. */
  readonly meant: readonly string[]
}

const row = (tokens: readonly string[], isPrefix = false): SearchPhrase => ({ kind: 'row', tokens, isPrefix })

/** How terms are looked for: as typed first, and more widely where that finds little. */
export function createSearchWider(store: SearchStore, words: SearchWords) {
  /** As typed: words and what they begin, and numbers of four digits or more also inside of others (HP20611). */
  async function asTyped({ tokens, isExact }: SearchTerm): Promise<SearchPhrase[]> {
    const last = tokens.at(-1) ?? ''
    const isBeginning = !isExact && last.length >= SHORTEST_BEGINNING && !isAlone(last)
    if (!isBeginning) return [row(tokens)]
    const isNumber = tokens.length === 1 && /\d{4}/.test(last)
    const inside = isNumber ? (await containing(last)).map(word => row([word])) : []
    // The index has to join all places of all words with this beginning before the first; named, it reads the newest only.
    const beginnings = store.wordsFrom(last, MOST_BEGINNINGS + 1)
    if (beginnings.length > MOST_BEGINNINGS) return [row(tokens, true), ...inside]
    const before = tokens.slice(0, -1)
    return [row(tokens), ...beginnings.filter(word => word !== last).map(word => row([...before, word])), ...inside]
  }

  async function containing(part: string): Promise<string[]> {
    return some(/\d/.test(part) ? 'numbers' : 'plain', word => word.indexOf(part) > 0, MOST_PARTS)
  }

  async function some(kind: 'plain' | 'numbers', fits: (word: string) => boolean, most: number): Promise<string[]> {
    const { [kind]: all } = await words.all()
    const breathe = createSlices()
    const found: string[] = []
    // From the newest, as the messages are.
    for (let end = all.length; end > 0 && found.length < most; end -= WORDS_AT_ONCE) {
      for (let at = end - 1; at >= Math.max(0, end - WORDS_AT_ONCE) && found.length < most; at -= 1) {
        const word = all[at] ?? ''
        if (fits(word)) found.push(word)
      }
      await breathe()
    }
    return found
  }

  /** Inside of words, other words for the same thing, and where nothing is as typed, what may have been meant. */
  async function widely(term: SearchTerm): Promise<Wording> {
    const { tokens, isExact } = term
    const typed = await asTyped(term)
    if (isExact) return { anyOf: typed, meant: [] }
    const alike = wordsAlike(tokens).map(other => row(other))
    const only = tokens.length === 1 ? tokens[0] : undefined
    const parts = only !== undefined && only.length >= SHORTEST_PART && !isAlone(only) ? await containing(only) : []
    const isWritten = typed.some(phrase => store.isAnywhere(phrase))
    const meant = isWritten || only === undefined ? [] : await mistyped(only)
    const gaps = isWritten ? [] : withOneWrong(tokens)
    return {
      anyOf: [...typed, ...parts.map(word => row([word])), ...alike, ...meant.map(word => row([word])), ...gaps],
      meant,
    }
  }

  async function mistyped(typed: string): Promise<string[]> {
    const most = lettersWrong(typed)
    if (most === 0) return []
    const near = await some('plain', word => lettersApart(typed, word, most) <= most, 400)
    return nearest(typed, near, MOST_MEANT)
  }

  return { asTyped, widely }
}

/** Every token is one character of a script without spaces. */
function isAlone(token: string): boolean {
  return /^[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Devanagari}\p{N}]$/u.test(
    token,
  )
}

/** Three characters or more in a row, each one left open in its turn: 退款申情 finds 退款申请. */
function withOneWrong(tokens: readonly string[]): SearchPhrase[] {
  if (tokens.length < 3 || !tokens.every(isAlone)) return []
  return tokens.map((_, at) => {
    const before = tokens.slice(0, at)
    const after = tokens.slice(at + 1)
    return before.length === 0 || after.length === 0 ? row([...before, ...after]) : { kind: 'near', before, after }
  })
}
