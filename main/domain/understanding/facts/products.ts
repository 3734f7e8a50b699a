import { isCommonWord } from '#domain/text/commonWords.ts'
import { flat } from '#domain/text/flat.ts'

export interface NamedProduct {
  name: string
  sku: string
}
/** `value` is the product's name as the shop writes it. */
export interface ProductMention {
  value: string
  start: number
  end: number
}
export type ProductMatcher = (text: string) => ProductMention[]

interface Word {
  text: string
  start: number
  end: number
}
interface Known {
  name: string
  words: readonly string[]
}

const wordPattern = /[\p{L}\p{N}]+/gu
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

export const noProducts: ProductMatcher = () => []

/** Finds the shop's products in a text: whole names, two neighbouring words of a name, article numbers, model numbers. */
export function createProductMatcher(products: readonly NamedProduct[]): ProductMatcher {
  const pairs = new Map<string, Known[]>()
  const single = new Map<string, Known[]>()
  const glued = new Map<string, Known[]>()
  for (const { name, sku } of products) {
    const known = { name, words: wordsOf(flat(name)).map(word => word.text) }
    for (const [index, word] of known.words.entries()) {
      const next = known.words[index + 1]
      if (next !== undefined) add(pairs, `${word} ${next}`, known)
      if (isModel(word) || known.words.length === 1) add(single, word, known)
      if (unspaced.test(word)) for (let at = 0; at + 1 < word.length; at += 1) add(glued, word.slice(at, at + 2), known)
    }
    if (sku.length >= 3) add(single, flat(sku), { name, words: [flat(sku)] })
  }
  return text => {
    const plain = flat(text)
    const words = wordsOf(plain)
    const found: ProductMention[] = []
    let from = 0
    for (let index = 0; index < words.length; index = from) {
      const mention =
        byPair(words, index, pairs) ?? bySingle(words[index], single) ?? byGlue(plain, words[index], glued)
      from = index + 1
      if (mention === null) continue
      found.push(mention)
      while (from < words.length && (words[from]?.start ?? 0) < mention.end) from += 1
    }
    return found.concat(bySku(plain, single, found))
  }
}

function wordsOf(plain: string): Word[] {
  return Array.from(plain.matchAll(wordPattern), match => ({
    text: match[0],
    start: match.index,
    end: match.index + match[0].length,
  }))
}

function add(map: Map<string, Known[]>, key: string, known: Known): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [known])
  else list.push(known)
}

function isModel(word: string): boolean {
  return word.length >= 3 && /\p{L}/u.test(word) && /\d/u.test(word)
}

function byPair(words: readonly Word[], index: number, pairs: ReadonlyMap<string, Known[]>): ProductMention | null {
  const first = words[index]
  const next = words[index + 1]
  if (first === undefined || next === undefined || (isCommonWord(first.text) && isCommonWord(next.text))) return null
  let best: { known: Known; length: number } | null = null
  for (const known of pairs.get(`${first.text} ${next.text}`) ?? []) {
    const at = known.words.findIndex((word, position) => word === first.text && known.words[position + 1] === next.text)
    let length = 2
    while (known.words[at + length] !== undefined && known.words[at + length] === words[index + length]?.text)
      length += 1
    if (
      best === null ||
      length > best.length ||
      (length === best.length && known.words.length < best.known.words.length)
    )
      best = { known, length }
  }
  const last = words[index + (best?.length ?? 0) - 1]
  return best === null || last === undefined ? null : { value: best.known.name, start: first.start, end: last.end }
}

function bySingle(word: Word | undefined, single: ReadonlyMap<string, Known[]>): ProductMention | null {
  const [known, another] = word === undefined ? [] : (single.get(word.text) ?? [])
  if (word === undefined || known === undefined || another !== undefined || isCommonWord(word.text)) return null
  return { value: known.name, start: word.start, end: word.end }
}

/** Scripts without spaces: the longest stretch of a name that stands in the text, at least half of it. */
function byGlue(plain: string, word: Word | undefined, glued: ReadonlyMap<string, Known[]>): ProductMention | null {
  if (word === undefined || !unspaced.test(word.text)) return null
  let best: ProductMention | null = null
  for (let at = word.start; at + 1 < word.end; at += 1) {
    for (const known of glued.get(plain.slice(at, at + 2)) ?? []) {
      const name = known.words.join('')
      const from = name.indexOf(plain.slice(at, at + 2))
      let length = 2
      while (at + length < word.end && name[from + length] === plain[at + length]) length += 1
      const isLong = length >= 3 && length * 2 >= name.length
      if (isLong && length > (best === null ? 0 : best.end - best.start))
        best = { value: known.name, start: at, end: at + length }
    }
  }
  return best
}

/** Article numbers with a dash are two words to the rest. */
function bySku(
  plain: string,
  single: ReadonlyMap<string, Known[]>,
  found: readonly ProductMention[],
): ProductMention[] {
  return Array.from(plain.matchAll(/(?<![\p{L}\d])[a-z\d]+(?:[-_./][a-z\d]+)+(?![\p{L}\d])/gu)).flatMap(match => {
    const [known] = single.get(match[0]) ?? []
    const span = { start: match.index, end: match.index + match[0].length }
    const isNew = found.every(mention => mention.end <= span.start || mention.start >= span.end)
    return known !== undefined && isNew ? [{ value: known.name, ...span }] : []
  })
}
