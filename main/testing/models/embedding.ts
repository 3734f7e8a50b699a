import { createRandom } from '../random.ts'
import { bool, f32, text, u32, type Gguf, type MetadataValue, type Tensor } from './gguf.ts'
import { constantTensor, sparseTensor, zeroTensor } from './tensors.ts'
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
  return bert(
    { name, width: dimension, heads: dimension / 32, layers, feedForward: 32, context, pooling: 1 },
    entries,
    [tokenEmbeddings, ...Array.from({ length: layers }, (_, layer) => idleLayer(layer, dimension)).flat()],
  )
}

export interface BertSizes {
  name: string
  width: number
  heads: number
  layers: number
  feedForward: number
  context: number
  /** 1: the average of all tokens, 4: a score. */
  pooling: 1 | 4
}

/** What all models of this architecture have, around what makes each. */
export function bert(
  { name, width, heads, layers, feedForward, context, pooling }: BertSizes,
  vocabulary: readonly (readonly [string, MetadataValue])[],
  tensors: readonly Tensor[],
): Gguf {
  return {
    metadata: [
      ['general.architecture', text('bert')],
      ['general.type', text('model')],
      ['general.name', text(name)],
      ['general.file_type', u32(1)],
      ['bert.context_length', u32(context)],
      ['bert.embedding_length', u32(width)],
      ['bert.block_count', u32(layers)],
      ['bert.feed_forward_length', u32(feedForward)],
      ['bert.attention.head_count', u32(heads)],
      ['bert.attention.layer_norm_epsilon', f32(1e-12)],
      ['bert.attention.causal', bool(false)],
      ['bert.pooling_type', u32(pooling)],
      ...vocabulary,
    ],
    tensors: [
      zeroTensor('token_types.weight', [width, 2], 'f32'),
      zeroTensor('position_embd.weight', [width, context], 'f32'),
      ...norm('token_embd_norm', width),
      ...tensors,
    ],
  }
}

const norm = (name: string, width: number) => [
  constantTensor(`${name}.weight`, width, 1),
  constantTensor(`${name}.bias`, width, 0),
]

const linear = (name: string, columns: number, rows: number) => [
  zeroTensor(`${name}.weight`, [columns, rows], 'f16'),
  constantTensor(`${name}.bias`, rows, 0),
]

/** A layer that passes on what it gets. */
function idleLayer(layer: number, width: number): Tensor[] {
  const at = `blk.${layer}`
  return [
    ...linear(`${at}.attn_q`, width, width),
    ...linear(`${at}.attn_k`, width, width),
    ...linear(`${at}.attn_v`, width, width),
    ...linear(`${at}.attn_output`, width, width),
    ...norm(`${at}.attn_output_norm`, width),
    ...linear(`${at}.ffn_up`, width, 32),
    ...linear(`${at}.ffn_down`, 32, width),
    ...norm(`${at}.layer_output_norm`, width),
  ]
}
