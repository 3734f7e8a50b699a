import { spellingDimension, spellingVector } from '#domain/knowledge/spelling.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import type { Log } from '#main/ports/log.ts'
import { loadLearned } from './learned.ts'
import { WeightsError } from './weights.ts'

const longestSliceMs = 8

/** The trained embedding of the folder with the weights; without a whole file the untrained one, and a line in the log. */
export function createEmbedder({ folder, log }: { folder: string; log: Log }): Embedder {
  try {
    const { id, dimension, vector } = loadLearned(folder)
    return { id: `learned-${id}`, dimension, embed: texts => embedAll(texts, vector) }
  } catch (error) {
    if (!(error instanceof WeightsError)) throw error
    log.warn('the trained embedding cannot be used, search compares spelling instead', { reason: error.message })
    return createBuiltInEmbedder()
  }
}

/** Needs no file: words, word pairs and pieces of words are hashed into a fixed number of places. */
export function createBuiltInEmbedder(): Embedder {
  return {
    id: 'built-in-2',
    dimension: spellingDimension,
    embed: texts => embedAll(texts, text => spellingVector(text)),
  }
}

async function embedAll(texts: readonly string[], vectorOf: (text: string) => Float32Array): Promise<Float32Array[]> {
  const vectors: Float32Array[] = []
  let sliceStart = performance.now()
  for (const text of texts) {
    vectors.push(vectorOf(text))
    if (performance.now() - sliceStart > longestSliceMs) {
      await new Promise(resolve => setImmediate(resolve))
      sliceStart = performance.now()
    }
  }
  return vectors
}
