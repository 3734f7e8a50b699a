import { foldText } from '#domain/text/normalize.ts'

/** The hash of a feature has this many bits; a model keeps as many of the lower ones as its tables have places. */
export const featureBits = 20

/** A word, a sign, or one character of a script without blanks, folded. */
export interface Token {
  text: string
  kind: 'word' | 'character' | 'sign'
}

/** What a text consists of, each feature once. */
export interface Features {
  tokens: readonly Token[]
  /** Hashes of `featureBits` bits: first the `wordCount` word features, then those of pieces of words. */
  places: Uint32Array
  /** How often each occurs. */
  counts: Uint16Array
  wordCount: number
  /** Every occurrence: the index into `places`, and the token it belongs to (a pair belongs to its second). */
  occurrences: Uint32Array
  owners: Uint16Array
}

const longestRead = 4000
const tokenPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}ー]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}\p{M}])+(?:'\p{L}+)*|\p{Extended_Pictographic}|[!?.:;()]+|[^\s]/gu
const startsUnspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const startsWord = /^[\p{L}\p{N}]/u
const longestGram = 5
const shortestGram = 2
const longestWord = 40
const wordSeed = 0x811c9dc5
const pieceSeed = 0x2f0b4c47
const blank = 32
const beginning = 0x1b873593
const mask = 2 ** featureBits - 1

/** Words, pairs of words, and pieces of 2 to 5 letters within words; for scripts without blanks characters, pairs and threes. */
export function featuresOf(text: string): Features {
  const tokens: Token[] = []
  const words = new Collector(scratch.words)
  const pieces = new Collector(scratch.pieces)
  let previous = beginning
  for (const [found] of foldText(text.slice(0, longestRead)).matchAll(tokenPattern)) {
    if (startsUnspaced.test(found)) {
      previous = addUnspaced(found, tokens, words, pieces)
      continue
    }
    const owner = tokens.length
    const kind = startsWord.test(found) ? 'word' : 'sign'
    const hash = hashOf(found, wordSeed)
    tokens.push({ text: found, kind })
    words.add(hash, owner)
    words.add(mixIn(previous, hash), owner)
    previous = hash
    if (kind === 'word') addPieces(found, owner, pieces)
  }
  return joined(tokens, words.take(), pieces.take())
}

/** Pieces of ` word `, so that beginnings and endings are told apart from middles. */
function addPieces(word: string, owner: number, pieces: Collector): void {
  const end = Math.min(word.length, longestWord) + 1
  for (let start = -1; start < end - 1; start++) {
    let hash = pieceSeed
    for (let length = 1; length <= longestGram; length++) {
      const at = start + length - 1
      if (at >= end) break
      hash = mixIn(hash, at < 0 || at === end - 1 ? blank : word.charCodeAt(at))
      if (length >= shortestGram) pieces.add(hash, owner)
    }
  }
}

/** Pairs count as words, because most words of these scripts have two characters. */
function addUnspaced(run: string, tokens: Token[], words: Collector, pieces: Collector): number {
  let before = beginning
  let previous = beginning
  for (const character of run) {
    const owner = tokens.length
    const hash = hashOf(character, pieceSeed)
    tokens.push({ text: character, kind: 'character' })
    pieces.add(hash, owner)
    words.add(mixIn(previous, hash), owner)
    if (previous !== beginning) pieces.add(mixIn(mixIn(before, previous), hash), owner)
    before = previous
    previous = hash
  }
  words.add(mixIn(previous, beginning), tokens.length - 1)
  return hashOf(run, wordSeed)
}

function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let index = 0; index < text.length; index++) hash = mixIn(hash, text.charCodeAt(index))
  return hash
}

/** One step of FNV-1a. */
function mixIn(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193)
}

/** So that neighbouring features land far apart. */
function placeOf(hash: number): number {
  let code = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  code = Math.imul(code ^ (code >>> 13), 0xc2b2ae35)
  return (code ^ (code >>> 16)) & mask
}

/** For each place its index in the text at hand, plus 1; all 0 between texts. Kept, because new ones for each text are slow. */
const scratch = { words: new Int32Array(2 ** featureBits), pieces: new Int32Array(2 ** featureBits) }

type Collected = ReturnType<Collector['take']>

class Collector {
  readonly #indexOfPlace: Int32Array
  #size = 0
  #occurrenceCount = 0
  #places = new Uint32Array(256)
  #counts = new Uint16Array(256)
  #occurrences = new Uint32Array(256)
  #owners = new Uint16Array(256)

  constructor(indexOfPlace: Int32Array) {
    this.#indexOfPlace = indexOfPlace
  }

  add(hash: number, owner: number): void {
    const place = placeOf(hash)
    let index = (this.#indexOfPlace[place] ?? 0) - 1
    if (index < 0) {
      index = this.#size++
      this.#indexOfPlace[place] = index + 1
      if (index >= this.#places.length) this.#growFeatures()
      this.#places[index] = place
    }
    this.#counts[index] = (this.#counts[index] ?? 0) + 1
    const at = this.#occurrenceCount++
    if (at >= this.#occurrences.length) this.#growOccurrences()
    this.#occurrences[at] = index
    this.#owners[at] = owner
  }

  /** To be called once; only then may the next text be read. */
  take() {
    const places = this.#places.subarray(0, this.#size)
    for (const place of places) this.#indexOfPlace[place] = 0
    return {
      places,
      counts: this.#counts.subarray(0, this.#size),
      occurrences: this.#occurrences.subarray(0, this.#occurrenceCount),
      owners: this.#owners.subarray(0, this.#occurrenceCount),
    }
  }

  #growFeatures(): void {
    this.#places = widened(this.#places, new Uint32Array(this.#places.length * 2))
    this.#counts = widened(this.#counts, new Uint16Array(this.#counts.length * 2))
  }

  #growOccurrences(): void {
    this.#occurrences = widened(this.#occurrences, new Uint32Array(this.#occurrences.length * 2))
    this.#owners = widened(this.#owners, new Uint16Array(this.#owners.length * 2))
  }
}

function widened<Numbers extends Uint32Array | Uint16Array>(old: Numbers, wider: Numbers): Numbers {
  wider.set(old)
  return wider
}

function joined(tokens: readonly Token[], words: Collected, pieces: Collected): Features {
  const wordCount = words.places.length
  const occurrences = new Uint32Array(words.occurrences.length + pieces.occurrences.length)
  occurrences.set(words.occurrences)
  for (const [at, index] of pieces.occurrences.entries()) occurrences[words.occurrences.length + at] = index + wordCount
  const places = new Uint32Array(wordCount + pieces.places.length)
  places.set(words.places)
  places.set(pieces.places, wordCount)
  const counts = new Uint16Array(places.length)
  counts.set(words.counts)
  counts.set(pieces.counts, wordCount)
  const owners = new Uint16Array(occurrences.length)
  owners.set(words.owners)
  owners.set(pieces.owners, words.owners.length)
  return { tokens, places, counts, wordCount, occurrences, owners }
}
