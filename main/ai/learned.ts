import { join } from 'node:path'
import { z } from 'zod'
import { dot, normalized, spellingOf } from '#domain/knowledge/spelling.ts'
import { comparableRuns } from '#domain/text/words.ts'
import { bagOf, bucketCount } from './bag.ts'
import { loadWeights } from './weights.ts'

const aboutSchema = z.object({ buckets: z.literal(bucketCount), dimension: z.number().int().positive() })
/** A character of a script without blanks tells about half as much as a word. */
const wordsPerCharacter = 0.5

export interface Learned {
  id: string
  dimension: number
  /** Norm 1; all zero when the text has no letter or digit. */
  vector(text: string): Float32Array
}

/**
 * The trained table of `scripts/train/embedding.ts`. It knows words of scripts with blanks; characters of the others are
 * hashed, because no data of free licence teaches them. Throws WeightsError.
 */
export function loadLearned(folder: string): Learned {
  const { id, about, tensor } = loadWeights(join(folder, 'embedding.bin'), 'embedding', aboutSchema)
  const { dimension } = about
  const rows = tensor('rows').values
  const weights = tensor('weights').values

  function ofWords(bag: ReturnType<typeof bagOf>): Float32Array {
    const sum = new Float32Array(dimension)
    const add = (bucket: number) => {
      const weight = weights[bucket] ?? 0
      const start = bucket * dimension
      for (let place = 0; place < dimension; place++)
        sum[place] = (sum[place] ?? 0) + weight * (rows[start + place] ?? 0)
    }
    for (const word of bag.words) word.forEach(add)
    for (const pair of bag.pairs) if (pair !== null) add(pair)
    return normalized(sum)
  }

  return {
    id,
    dimension,
    vector(text) {
      const all = comparableRuns(text)
      const unspaced = all.filter(run => run.unspaced)
      const bag = bagOf(all)
      if (unspaced.length === 0) return ofWords(bag)
      const characters = spellingOf(unspaced, dimension)
      if (bag.words.length === 0) return characters
      const count = unspaced.reduce((sum, run) => sum + run.text.length, 0) * wordsPerCharacter
      const words = ofWords(bag)
      const [ofThem, ofThese] = [Math.sqrt(bag.words.length), Math.sqrt(count)]
      return dot(words, words) === 0
        ? characters
        : normalized(words.map((value, place) => ofThem * value + ofThese * (characters[place] ?? 0)))
    },
  }
}
