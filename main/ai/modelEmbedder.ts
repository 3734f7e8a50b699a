import { hash } from '#domain/text/hash.ts'
import { EmbedderAway, type Embedder } from '#main/ports/knowledgeIndex.ts'
import { ModelFailure, type ModelEngine } from '#main/ports/languageModel.ts'

/** So few at a time that a question in between does not wait long. */
const textsAtOnce = 8
/** Questions are short; the rest of a flood says nothing more. */
const longestText = 1_500
/** A text that is too long for the model is halved so often. */
const mostHalvings = 3

export interface ModelEmbedderOptions {
  engine: Pick<ModelEngine, 'embed'>
  /** Of the model's file. */
  sha256: string
  dimension: number
  /** What the model wants to read before a question, as its maker says: "query: ". */
  prefix: string
}

/**
 * The vectors of an installed model. Questions are compared with questions (those the entries are asked with), so both are
 * given the same prefix. Another file or another prefix is another embedder.
 */
export function createModelEmbedder({ engine, sha256, dimension, prefix }: ModelEmbedderOptions): Embedder {
  async function vectorsOf(texts: readonly string[]): Promise<Float32Array[]> {
    try {
      const vectors = await engine.embed(texts.map(text => prefix + text))
      if (vectors.length === texts.length && vectors.every(vector => vector.length === dimension)) {
        return vectors.map(sound)
      }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      if (error.reason !== 'too-long') throw new EmbedderAway('The model gives no vectors now', { cause: error })
      return texts.length > 1 ? oneByOne(texts) : [await shortened(texts[0] ?? '')]
    }
    throw new EmbedderAway('The model gave other vectors than it should')
  }

  /** One text that cannot be done does not hold up the others. */
  async function oneByOne(texts: readonly string[]): Promise<Float32Array[]> {
    const vectors: Float32Array[] = []
    for (const text of texts) vectors.push(...(await vectorsOf([text])))
    return vectors
  }

  /** As much of it as the model can take; if nothing helps, it is a text without words. */
  async function shortened(text: string): Promise<Float32Array> {
    for (let halving = 1; halving <= mostHalvings; halving++) {
      const shorter = text.slice(0, Math.floor(text.length / 2 ** halving))
      try {
        const [vector] = await engine.embed([prefix + shorter])
        if (vector?.length === dimension) return sound(vector)
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        if (error.reason !== 'too-long') throw new EmbedderAway('The model gives no vectors now', { cause: error })
      }
    }
    return new Float32Array(dimension)
  }

  return {
    id: `model-${sha256.slice(0, 24)}-${hash(prefix).toString(16)}`,
    dimension,
    async embed(texts) {
      const vectors: Float32Array[] = []
      for (let from = 0; from < texts.length; from += textsAtOnce) {
        const some = texts.slice(from, from + textsAtOnce).map(text => text.slice(0, longestText))
        vectors.push(...(await vectorsOf(some)))
      }
      return vectors
    },
  }
}

/** Of norm 1; what is no direction at all is taken for a text without words. */
function sound(vector: Float32Array): Float32Array {
  const norm = Math.hypot(...vector)
  return Number.isFinite(norm) && norm > 1e-6 ? vector.map(value => value / norm) : new Float32Array(vector.length)
}
