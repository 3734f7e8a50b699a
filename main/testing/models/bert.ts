import { bool, f32, text, u32, type Gguf, type MetadataValue, type Tensor } from './gguf.ts'
import { constantTensor, sparseTensor, type Fill } from './tensors.ts'

export interface BertSizes {
  name: string
  width: number
  heads: number
  layers: number
  context: number
  /** 1: the average of all tokens, 4: a score. */
  pooling: 1 | 4
}

/** What all models of this architecture have, around what makes each. */
export function bert(
  { name, width, heads, layers, context, pooling }: BertSizes,
  vocabulary: readonly (readonly [string, MetadataValue])[],
  tensors: readonly Tensor[],
  positions = nothing,
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
      ['bert.feed_forward_length', u32(HIDDEN)],
      ['bert.attention.head_count', u32(heads)],
      ['bert.attention.layer_norm_epsilon', f32(1e-12)],
      ['bert.attention.causal', bool(false)],
      ['bert.pooling_type', u32(pooling)],
      ...vocabulary,
    ],
    tensors: [
      sparseTensor('token_types.weight', [width, 2], 'f32', nothing),
      sparseTensor('position_embd.weight', [width, context], 'f32', positions),
      ...norm('token_embd_norm', width),
      ...tensors,
    ],
  }
}

const norm = (name: string, width: number, bias = 0) => [
  constantTensor(`${name}.weight`, width, 1),
  constantTensor(`${name}.bias`, width, bias),
]

const nothing: Fill = () => {}

/** What a matrix does where it is not zero. A bias is filled as its row 0. */
export function linear(name: string, columns: number, rows: number, weight = nothing, bias = nothing): Tensor[] {
  return [
    sparseTensor(`${name}.weight`, [columns, rows], 'f32', weight),
    { ...sparseTensor(`${name}.bias`, [rows, 1], 'f32', bias), shape: [rows] },
  ]
}

export type LayerPart = 'q' | 'qBias' | 'k' | 'v' | 'out' | 'up' | 'upBias' | 'down'

export const HIDDEN = 32

/** A layer that passes on what it gets, and adds what its parts say; in the end `bias` to every number. */
export function bertLayer(
  layer: number,
  width: number,
  { bias = 0, ...parts }: Partial<Record<LayerPart, Fill>> & { bias?: number } = {},
): Tensor[] {
  const at = `blk.${layer}`
  return [
    ...linear(`${at}.attn_q`, width, width, parts.q, parts.qBias),
    ...linear(`${at}.attn_k`, width, width, parts.k),
    ...linear(`${at}.attn_v`, width, width, parts.v),
    ...linear(`${at}.attn_output`, width, width, parts.out),
    ...norm(`${at}.attn_output_norm`, width),
    ...linear(`${at}.ffn_up`, width, HIDDEN, parts.up, parts.upBias),
    ...linear(`${at}.ffn_down`, HIDDEN, width, parts.down),
    ...norm(`${at}.layer_output_norm`, width, bias),
  ]
}
