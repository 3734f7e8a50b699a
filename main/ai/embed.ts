import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { runs, stem, type Run } from '#domain/text/words.ts'

const dimension = 512
const longestSliceMs = 8

// Measured on the development sets; see scripts/evaluate/retrieval.ts.
const commonWeight = 0.4
const pairWeight = 0.5
const gramWeight = 0.35
const shortestGram = 3
const longestGram = 5
const characterWeight = 0.4
const commonCharacterWeight = 0.1

/** Needs no download: words, word pairs and pieces of words are hashed into a fixed number of places. The same text always gives the same vector. */
export function createBuiltInEmbedder(): Embedder {
  return {
    id: 'built-in-1',
    dimension,
    async embed(texts) {
      const vectors: Float32Array[] = []
      let sliceStart = performance.now()
      for (const text of texts) {
        vectors.push(hashedVector(text))
        if (performance.now() - sliceStart > longestSliceMs) {
          await new Promise(resolve => setImmediate(resolve))
          sliceStart = performance.now()
        }
      }
      return vectors
    },
  }
}

/** Norm 1; all zero when the text has no letter or digit. */
export function hashedVector(text: string): Float32Array {
  const features = new Features()
  let previous = ''
  for (const run of runs(text)) {
    if (run.unspaced) {
      addCharacters(features, run)
      previous = ''
    } else {
      previous = addWord(features, run, previous)
    }
  }
  return features.toVector()
}

class Features {
  readonly #weights = new Map<string, number>()

  add(feature: string, weight: number): void {
    this.#weights.set(feature, (this.#weights.get(feature) ?? 0) + weight)
  }

  toVector(): Float32Array {
    const vector = new Float32Array(dimension)
    for (const [feature, weight] of this.#weights) {
      const code = hash(feature)
      const place = (code >>> 1) % dimension
      const damped = weight > 1 ? 1 + Math.log(weight) : weight
      vector[place] = (vector[place] ?? 0) + (code & 1 ? damped : -damped)
    }
    return normalized(vector)
  }
}

function addWord(features: Features, { text }: Run, previous: string): string {
  const word = stem(text)
  const weight = isCommonWord(text) || isCommonWord(word) ? commonWeight : 1
  features.add(word, weight)
  if (previous !== '') features.add(`${previous} ${word}`, pairWeight * weight)
  const fenced = `<${text}>`
  for (let length = shortestGram; length <= longestGram; length++) {
    for (let start = 0; start + length <= fenced.length; start++) {
      features.add(`#${fenced.slice(start, start + length)}`, gramWeight * weight)
    }
  }
  return word
}

function addCharacters(features: Features, { text }: Run): void {
  const characters = Array.from(text)
  for (const [index, character] of characters.entries()) {
    const isCommon = isCommonWord(character)
    features.add(character, isCommon ? commonCharacterWeight : characterWeight)
    const next = characters[index + 1]
    if (next === undefined) continue
    features.add(character + next, pairOfCharactersWeight(character, next))
  }
}

function pairOfCharactersWeight(first: string, second: string): number {
  if (isCommonWord(first + second)) return 0.15
  return isCommonWord(first) || isCommonWord(second) ? 0.5 : 1
}

/** The same direction with norm 1. */
function normalized(vector: Float32Array): Float32Array {
  let sum = 0
  for (const value of vector) sum += value * value
  if (sum === 0) return vector
  const scale = 1 / Math.sqrt(sum)
  return vector.map(value => value * scale)
}

/** FNV-1a with a final mix, so that neighbouring features land far apart. */
function hash(text: string): number {
  let code = 0x811c9dc5
  for (let index = 0; index < text.length; index++) code = Math.imul(code ^ text.charCodeAt(index), 0x01000193)
  code = Math.imul(code ^ (code >>> 16), 0x85ebca6b)
  code = Math.imul(code ^ (code >>> 13), 0xc2b2ae35)
  return (code ^ (code >>> 16)) >>> 0
}
