import type { Shape } from '#domain/models/fit.ts'
import { LoadFailure } from '#main/ports/languageModel.ts'
import type { ModelFacts, ReadModel } from '#main/ports/modelReader.ts'
import { readHead, type FileHead } from './process/gguf.ts'
import { purposeFor } from './process/purpose.ts'

/** `general.file_type` (llama.h, llama_ftype). */
const fileTypes: Readonly<Record<number, string>> = {
  0: 'F32', 1: 'F16', 2: 'Q4_0', 3: 'Q4_1', 7: 'Q8_0', 8: 'Q5_0', 9: 'Q5_1', 10: 'Q2_K', 11: 'Q3_K_S', 12: 'Q3_K_M',
  13: 'Q3_K_L', 14: 'Q4_K_S', 15: 'Q4_K_M', 16: 'Q5_K_S', 17: 'Q5_K_M', 18: 'Q6_K', 19: 'IQ2_XXS', 20: 'IQ2_XS',
  21: 'Q2_K_S', 22: 'IQ3_XS', 23: 'IQ3_XXS', 24: 'IQ1_S', 25: 'IQ4_NL', 26: 'IQ3_S', 27: 'IQ3_M', 28: 'IQ2_S',
  29: 'IQ2_M', 30: 'IQ4_XS', 31: 'IQ1_M', 32: 'BF16', 36: 'TQ1_0', 37: 'TQ2_0', 38: 'MXFP4',
} // prettier-ignore

/** What a file says of itself, read in this process: nothing of it is given to native code. */
export const readModel: ReadModel = async file => factsOf(await readHead(file))

function factsOf(head: FileHead): ModelFacts {
  const { architecture, values, numbers } = head
  const text = (key: string) => {
    const value = values.get(key)
    return typeof value === 'string' && value !== '' ? value : null
  }
  const fileType = values.get('general.file_type')
  return {
    use: purposeOf(head),
    name: text('general.name'),
    architecture,
    parameters: numbers / 1e9,
    quantization: typeof fileType === 'number' ? (fileTypes[fileType] ?? null) : null,
    contextTokens: numberOf(head, 'context_length'),
    hasChatTemplate: text('tokenizer.chat_template') !== null,
    shape: shapeOf(head),
  }
}

/** Throws LoadFailure for what is made for neither use. */
function purposeOf(head: FileHead): ModelFacts['use'] {
  try {
    purposeFor('writing', head)
    return 'writing'
  } catch (error) {
    if (!(error instanceof LoadFailure) || error.problem !== 'other-use') throw error
    if (purposeFor('searching', head) === 'ranking') throw error
    return 'searching'
  }
}

function numberOf({ architecture, values }: FileHead, key: string): number | null {
  const value = values.get(`${architecture}.${key}`)
  return typeof value === 'number' && value > 0 ? value : null
}

function shapeOf(head: FileHead): Shape {
  const width = numberOf(head, 'embedding_length') ?? 0
  const heads = numberOf(head, 'attention.head_count') ?? 1
  const shared = numberOf(head, 'attention.head_count_kv') ?? heads
  const perHead = numberOf(head, 'attention.key_length') ?? width / heads
  return {
    layers: numberOf(head, 'block_count') ?? 0,
    keyWidth: shared * perHead,
    vocabulary: head.lengths.get('tokenizer.ggml.tokens') ?? 0,
    width,
  }
}
