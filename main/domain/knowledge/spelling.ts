import { isCommonWord } from '#domain/text/commonWords.ts'
import { hash, hashPieces } from '#domain/text/hash.ts'
import { comparableRuns, stem, type Run } from '#domain/text/words.ts'

export const spellingDimension = 512

// Measured on the development sets; see scripts/evaluate/retrieval.ts.
const commonWeight = 0.4
const pairWeight = 0.5
const pieceWeight = 0.35
const shortestPiece = 3
const longestPiece = 5
const characterWeight = 0.4
const commonCharacterWeight = 0.1
const commonPairWeight = 0.15
const partlyCommonPairWeight = 0.5
/** Pieces are hashed apart from whole words. */
const wordSeed = 0x2f0b4c27

/**
 * Words, word pairs and pieces of words, hashed into a fixed number of places: texts that are spelt alike point the same
 * way. Norm 1; all zero when the text has no letter or digit.
 */
export function spellingVector(text: string, dimension = spellingDimension): Float32Array {
  return spellingOf(comparableRuns(text), dimension)
}

export function spellingOf(parts: readonly Run[], dimension: number): Float32Array {
  const vector = new Float32Array(dimension)
  addSpelling(vector, parts)
  return normalized(vector)
}

/** The same without the norm, added to a vector. */
export function addSpelling(vector: Float32Array, parts: readonly Run[]): void {
  let previous = ''
  for (const run of parts) {
    if (run.unspaced) {
      addCharacters(vector, run)
      previous = ''
    } else {
      previous = addWord(vector, run, previous)
    }
  }
}

function add(vector: Float32Array, code: number, weight: number): void {
  const place = (code >>> 1) % vector.length
  vector[place] = (vector[place] ?? 0) + (code & 1 ? weight : -weight)
}

function addWord(vector: Float32Array, { text }: Run, previous: string): string {
  const word = stem(text)
  const weight = isCommonWord(text) || isCommonWord(word) ? commonWeight : 1
  add(vector, hash(word, wordSeed), weight)
  if (previous !== '') add(vector, hash(`${previous} ${word}`, wordSeed), pairWeight * weight)
  hashPieces(`<${text}>`, shortestPiece, longestPiece, code => add(vector, code, pieceWeight * weight))
  return word
}

function addCharacters(vector: Float32Array, { text }: Run): void {
  const characters = Array.from(text)
  for (const [index, character] of characters.entries()) {
    add(vector, hash(character, wordSeed), isCommonWord(character) ? commonCharacterWeight : characterWeight)
    const next = characters[index + 1]
    if (next !== undefined) add(vector, hash(character + next, wordSeed), weightOfPair(character, next))
  }
}

function weightOfPair(first: string, second: string): number {
  if (isCommonWord(first + second)) return commonPairWeight
  return isCommonWord(first) || isCommonWord(second) ? partlyCommonPairWeight : 1
}

/** The same direction with norm 1; all zero stays so. */
export function normalized(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const scale = 1 / Math.sqrt(squares)
  const scaled = new Float32Array(vector.length)
  for (let place = 0; place < vector.length; place++) scaled[place] = (vector[place] ?? 0) * scale
  return scaled
}

export function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0)
  return sum
}

/** The direction between all of them, with norm 1. */
export function middleOf(vectors: readonly Float32Array[]): Float32Array {
  const [first] = vectors
  if (first === undefined) return new Float32Array(0)
  const sum = new Float32Array(first.length)
  for (const vector of vectors) {
    for (let place = 0; place < sum.length; place++) sum[place] = (sum[place] ?? 0) + (vector[place] ?? 0)
  }
  const middle = normalized(sum)
  return middle.some(value => value !== 0) ? middle : first
}
