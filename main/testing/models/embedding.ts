import { createRandom } from '../random.ts'
import { bert, bertLayer } from './bert.ts'
import type { Gguf } from './gguf.ts'
import { sparseTensor } from './tensors.ts'
import { wordPieces } from './wordPieces.ts'

export interface Embedding {
  name?: string
  /** Length of its vectors; a multiple of 32. */
  dimension?: number
  layers?: number
  context?: number
  seed?: number
  /** Words that mean the same, each in letters a to z. */
  alike?: readonly (readonly string[])[]
}

/** In every number of every vector, so that no text is without a direction. */
const LEAST = 0.03

/**
 * A model of the BERT architecture for vectors. Each piece of a word has a fixed random direction, the layers add
 * nothing, and the vector of a text is the average of its pieces: so texts are the nearer, the more words they share.
 * Words like "the" and punctuation have no direction.
 */
export function embedding({
  name = 'embedding',
  dimension = 64,
  layers = 1,
  context = 512,
  seed = 1,
  alike = [],
}: Embedding = {}): Gguf {
  const { tokens, entries, says } = wordPieces(alike.flat())
  const meanings = new Map(alike.flatMap((group, index) => group.map(word => [`\u2581${word}`, index])))
  const tokenEmbeddings = sparseTensor('token_embd.weight', [dimension, tokens.length], 'f16', set => {
    const random = createRandom(seed)
    const direction = () => Array.from({ length: dimension }, () => (random.chance(0.5) ? 1 : -1))
    const shared = alike.map(direction)
    tokens.forEach((token, row) => {
      const own = direction()
      const meaning = meanings.get(token)
      const values = (meaning === undefined ? undefined : shared[meaning]) ?? own
      if (says(token)) values.forEach((value, column) => set(row, column, value))
    })
  })
  return bert({ name, width: dimension, heads: dimension / 32, layers, context, pooling: 1 }, entries, [
    tokenEmbeddings,
    ...Array.from({ length: layers }, (_, layer) =>
      bertLayer(layer, dimension, { bias: layer === layers - 1 ? LEAST : 0 }),
    ).flat(),
  ])
}
