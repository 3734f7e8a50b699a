import { hash, hashPieces } from '#domain/text/hash.ts'
import { comparableRuns, stem } from '#domain/text/words.ts'

/** Places for words and word pairs, and as many again for pieces of words. */
const half = 8192
export const placeCount = 2 * half
const shortestPiece = 2
const longestPiece = 5

/** The places of a text's features and how much each counts; words and pieces each have length 1. */
export interface Sparse {
  places: Int32Array
  values: Float32Array
}

/** Rarity of each place among the shop's wordings. */
export type Rarity = Float32Array

export function countsOf(text: string): Map<number, number> {
  const counts = new Map<number, number>()
  const add = (place: number) => counts.set(place, (counts.get(place) ?? 0) + 1)
  const addPiece = (code: number) => add(half + (code % half))
  let previous = ''
  for (const run of comparableRuns(text)) {
    if (run.unspaced) {
      hashPieces(run.text, 1, 3, addPiece)
      hashPieces(run.text, 2, 2, code => add(code % half))
      previous = ''
      continue
    }
    const word = stem(run.text)
    add(hash(word) % half)
    if (previous !== '') add(hash(`${previous} ${word}`) % half)
    hashPieces(` ${run.text} `, shortestPiece, longestPiece, addPiece)
    previous = word
  }
  return counts
}

export function rarityOf(all: readonly ReadonlyMap<number, number>[]): Rarity {
  const seenIn = new Float32Array(placeCount)
  for (const counts of all) for (const place of counts.keys()) seenIn[place] = (seenIn[place] ?? 0) + 1
  return seenIn.map(count => Math.log((1 + all.length) / (1 + count)) + 1)
}

/** Places that the shop's wordings never use say nothing and are left out. */
export function sparseOf(counts: ReadonlyMap<number, number>, rarity: Rarity, unseen: number): Sparse {
  const known = [...counts].filter(([place]) => (rarity[place] ?? unseen) < unseen)
  const places = Int32Array.from(known, ([place]) => place)
  const values = Float32Array.from(known, ([place, count]) => (1 + Math.log(count)) * (rarity[place] ?? 0))
  const lengths = [0, 0]
  for (const [index, place] of places.entries()) {
    const block = place < half ? 0 : 1
    lengths[block] = (lengths[block] ?? 0) + (values[index] ?? 0) ** 2
  }
  for (const [index, place] of places.entries()) {
    const length = Math.sqrt(lengths[place < half ? 0 : 1] ?? 0)
    values[index] = (values[index] ?? 0) / length
  }
  return { places, values }
}
