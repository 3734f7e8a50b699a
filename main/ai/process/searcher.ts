import type { LlamaEmbeddingContext, LlamaModel, LlamaRankingContext } from 'node-llama-cpp'
import type { LoadedModel } from '#main/ports/languageModel.ts'
import { CallFailure, stopIfCancelled } from './failure.ts'
import type { Rounds } from './rounds.ts'

interface Deps {
  model: LlamaModel
  embedding: LlamaEmbeddingContext | null
  ranking: LlamaRankingContext | null
  contextTokens: number
  loaded: LoadedModel
  rounds: Rounds
}

/** Tokens that a model puts before and behind a text. */
const around = 4
/** So many texts are a question somebody waits for; more are an import. */
const fewTexts = 4
/** Weight of one text among others' tokens, for taking turns. */
const oneText = 1

/** The model that searches: vectors for texts, or how well texts answer a question. Calls throw CallFailure or the signal's reason. */
export function createSearcher({ model, embedding, ranking, contextTokens, loaded, rounds }: Deps) {
  /** One text after the other, with the others' turns between. */
  async function each<T>(
    texts: readonly string[],
    signal: AbortSignal,
    work: (text: string) => Promise<T>,
  ): Promise<T[]> {
    const results: T[] = []
    if (texts.length === 0) return results
    await rounds.run({
      urgency: texts.length <= fewTexts ? 'contact' : 'background',
      doing: () => 'alone',
      async step() {
        stopIfCancelled(signal)
        results.push(await work(texts[results.length] ?? ''))
        return { tokens: oneText, over: results.length === texts.length }
      },
    })
    stopIfCancelled(signal)
    return results
  }

  return {
    loaded,
    async embed(texts: readonly string[], signal: AbortSignal): Promise<Float32Array<ArrayBuffer>[]> {
      if (embedding === null) throw new CallFailure('none', 'the model has no vectors')
      return await each(texts, signal, async text => {
        const tokens = model.tokenize(text).slice(0, contextTokens - around)
        if (text === '' || tokens.length === 0) return new Float32Array(model.embeddingVectorSize)
        const { vector } = await embedding.getEmbeddingFor(tokens)
        return unit(Float32Array.from(vector))
      })
    },
    /** Null when the model was not made for it. */
    async rank(question: string, texts: readonly string[], signal: AbortSignal): Promise<number[] | null> {
      if (ranking === null) return null
      // A text that is too long is ranked by its best stretch, a question by its beginning.
      const asked = model.tokenize(question).slice(0, Math.floor(contextTokens / 4))
      return await each(texts, signal, async text => {
        const rank = await ranking.rank(asked, model.tokenize(text), { onOverflow: 'maxChunk' })
        return Number.isFinite(rank) ? Math.min(1, Math.max(0, rank)) : 0
      })
    },
    async close() {
      await embedding?.dispose()
      await ranking?.dispose()
      await model.dispose()
    },
  }
}

export type Searcher = ReturnType<typeof createSearcher>

/** The same direction with norm 1. A vector of zeros stays as it is. */
function unit(vector: Float32Array<ArrayBuffer>): Float32Array<ArrayBuffer> {
  const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0))
  if (!Number.isFinite(norm)) throw new CallFailure('garbage', 'a vector without a length')
  return norm === 0 ? vector : vector.map(value => value / norm)
}
