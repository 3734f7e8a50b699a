import { f32, text, u32, type Gguf, type Tensor } from './gguf.ts'
import { constantTensor, randomTensor } from './tensors.ts'
import { chatVocabulary } from './vocabulary.ts'

export interface RandomLlama {
  name: string
  layers: number
  /** Of the numbers between the layers; a multiple of 32 for each head. */
  width: number
  heads: number
  /** How many heads share keys with others: `heads / keyHeads` each. */
  keyHeads: number
  feedForward: number
  context: number
  /** Tokens in the vocabulary; at least those that it needs. */
  vocabulary: number
  type: 'f16' | 'q8'
  /** `ascii`: each token that it writes is one letter, so that none waits for others to be one together. */
  writes: 'anything' | 'ascii'
  seed: number
}

const tiny: RandomLlama = {
  name: 'random',
  layers: 2,
  width: 64,
  heads: 2,
  keyHeads: 1,
  feedForward: 128,
  context: 2048,
  vocabulary: 0,
  type: 'q8',
  writes: 'anything',
  seed: 1,
}

/** About 32 million numbers, 34 MB: several hundred tokens a second on one core. */
export const mediumLlama: Partial<RandomLlama> = {
  name: 'medium',
  layers: 8,
  width: 512,
  heads: 8,
  keyHeads: 4,
  feedForward: 1408,
  context: 4096,
  vocabulary: 8000,
}

/** About 300 million numbers, 320 MB: some 30 tokens a second on a desktop computer. */
export const largeLlama: Partial<RandomLlama> = {
  name: 'large',
  layers: 20,
  width: 1024,
  heads: 16,
  keyHeads: 8,
  feedForward: 3584,
  context: 4096,
  vocabulary: 16_000,
}

/**
 * A model of the llama architecture with noise for weights: it writes nonsense that does not end by itself, at the
 * speed of any model of its size. The same nonsense for the same seed.
 */
export function randomLlama(changes: Partial<RandomLlama> = {}): Gguf {
  const model = { ...tiny, ...changes }
  const { layers, width, heads, keyHeads, feedForward, type, seed } = model
  const headWidth = width / heads
  const vocabulary = chatVocabulary({ found: [], written: [] }, model.vocabulary)
  const tensors: Tensor[] = []
  function matrix(name: string, columns: number, rows: number, more: { deviation?: number; silentFrom?: number } = {}) {
    const deviation = 1 / Math.sqrt(columns)
    tensors.push(randomTensor(`${name}.weight`, [columns, rows], { type, seed, deviation, ...more }))
  }
  const norm = (name: string) => void tensors.push(constantTensor(`${name}.weight`, width, 1))

  matrix('token_embd', width, vocabulary.size, { deviation: 1 })
  for (let layer = 0; layer < layers; layer++) {
    const at = `blk.${layer}`
    norm(`${at}.attn_norm`)
    matrix(`${at}.attn_q`, width, width)
    matrix(`${at}.attn_k`, width, keyHeads * headWidth)
    matrix(`${at}.attn_v`, width, keyHeads * headWidth)
    matrix(`${at}.attn_output`, width, width)
    norm(`${at}.ffn_norm`)
    matrix(`${at}.ffn_gate`, width, feedForward)
    matrix(`${at}.ffn_up`, width, feedForward)
    matrix(`${at}.ffn_down`, feedForward, width)
  }
  norm('output_norm')
  matrix('output', width, vocabulary.size, { silentFrom: model.writes === 'ascii' ? 127 : vocabulary.readable })
  return {
    metadata: [
      ['general.architecture', text('llama')],
      ['general.type', text('model')],
      ['general.name', text(model.name)],
      ['general.file_type', u32(type === 'q8' ? 7 : 1)],
      ['general.quantization_version', u32(2)],
      ['llama.vocab_size', u32(vocabulary.size)],
      ['llama.context_length', u32(model.context)],
      ['llama.embedding_length', u32(width)],
      ['llama.block_count', u32(layers)],
      ['llama.feed_forward_length', u32(feedForward)],
      ['llama.rope.dimension_count', u32(headWidth)],
      ['llama.rope.freq_base', f32(10_000)],
      ['llama.attention.head_count', u32(heads)],
      ['llama.attention.head_count_kv', u32(keyHeads)],
      ['llama.attention.layer_norm_rms_epsilon', f32(1e-5)],
      ...vocabulary.entries,
    ],
    tensors,
  }
}
