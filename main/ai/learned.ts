import { join } from 'node:path'
import { z } from 'zod'
import { normalized } from '#domain/knowledge/spelling.ts'
import { comparableRuns } from '#domain/text/words.ts'
import { bagOf, bucketCount, characterBagOf, characterBucketCount, type Bag } from './bag.ts'
import { loadWeights, type Tensor } from './weights.ts'

const aboutSchema = z.object({
  buckets: z.literal(bucketCount),
  characterBuckets: z.literal(characterBucketCount),
  dimension: z.number().int().positive(),
})
/** A character of a script without blanks tells about half as much as a word. */
const wordsPerCharacter = 0.5

export interface Learned {
  id: string
  dimension: number
  /** Norm 1; all zero when the text has no letter or digit. */
  vector(text: string): Float32Array
}

interface Table {
  rows: Tensor['values']
  /** How much each row counts. */
  weights: Tensor['values']
}

/**
 * The trained tables of `scripts/train/embedding.ts`: one for words of scripts with blanks, one for characters of the others.
 * What neither was trained on has rows in random directions, so texts are near when they share it. Throws WeightsError.
 */
export function loadLearned(folder: string): Learned {
  const { id, about, tensor } = loadWeights(join(folder, 'embedding.bin'), 'embedding', aboutSchema)
  const { dimension } = about
  const words = { rows: tensor('rows').values, weights: tensor('weights').values }
  const characters = { rows: tensor('characterRows').values, weights: tensor('characterWeights').values }

  function sumOf({ rows, weights }: Table, bag: Bag): Float32Array {
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
      const spaced = bagOf(all)
      const ofWords = sumOf(words, spaced)
      const unspaced = characterBagOf(all)
      if (unspaced.words.length === 0) return ofWords
      const ofCharacters = sumOf(characters, unspaced)
      const share = Math.sqrt(unspaced.words.length * wordsPerCharacter)
      const wordShare = Math.sqrt(spaced.words.length)
      return normalized(ofCharacters.map((value, place) => share * value + wordShare * (ofWords[place] ?? 0)))
    },
  }
}
