import { hash, hashPieces } from '#domain/text/hash.ts'
import { stem, type Run } from '#domain/text/words.ts'

/** One place of the table for each feature: the first half for words, the second for word pairs and pieces of words. */
export const bucketCount = 32_768
const half = bucketCount / 2
const shortestPiece = 3
const longestPiece = 5

/** The same for scripts without blanks: characters and pairs share one space. */
export const characterBucketCount = 4096

/** What a text is made of, before it is weighed. */
export interface Bag {
  /** The buckets of each word: its own and those of its pieces. */
  words: readonly (readonly number[])[]
  /** The bucket of each word with the one before it; null at the start and after a script without blanks. */
  pairs: readonly (number | null)[]
}

/** Words of scripts with blanks only. */
export function bagOf(runs: readonly Run[]): Bag {
  const words: number[][] = []
  const pairs: (number | null)[] = []
  let previous = ''
  for (const run of runs) {
    if (run.unspaced) {
      previous = ''
      continue
    }
    const word = stem(run.text)
    const buckets = [hash(word) % half]
    hashPieces(`<${run.text}>`, shortestPiece, longestPiece, code => buckets.push(half + (code % half)))
    words.push(buckets)
    pairs.push(previous === '' ? null : half + (hash(`${previous} ${word}`) % half))
    previous = word
  }
  return { words, pairs }
}

/** Scripts without blanks only: each character, and it with the one before. */
export function characterBagOf(runs: readonly Run[]): Bag {
  const words: number[][] = []
  for (const { text, unspaced } of runs) {
    if (!unspaced) continue
    let previous = ''
    for (const character of text) {
      const pieces = previous === '' ? [character] : [character, previous + character]
      words.push(pieces.map(piece => hash(piece) % characterBucketCount))
      previous = character
    }
  }
  return { words, pairs: words.map(() => null) }
}
