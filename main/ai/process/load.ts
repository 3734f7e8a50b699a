import type { ModelCall } from '#main/ai/modelCalls.ts'
import { LoadFailure, type LoadedModel } from '#main/ports/languageModel.ts'
import { readHead, type FileHead } from './gguf.ts'
import type { Library } from './library.ts'
import { bytesNeeded, freeBytes } from './memory.ts'
import { purposeFor } from './purpose.ts'
import type { Rounds } from './rounds.ts'
import { createSearcher, type Searcher } from './searcher.ts'
import { createWriter, type Writer } from './writer.ts'

export type LoadCall = Extract<ModelCall, { type: 'load' }>

/** Tokens that one go through the model takes at most. */
export const batchTokens = 512
const mostTokens = { writing: 8192, searching: 2048 }
/** A shop's fixed part, a message and an answer must fit. */
const leastTokens = 2048

/** Opens a model file, after looking at it ourselves. Throws LoadFailure. */
export async function load(call: LoadCall, { library, rounds }: { library: Library; rounds: Rounds }): Promise<Opened> {
  const startedAt = performance.now()
  const head = await readHead(call.file)
  const purpose = purposeFor(call.use, head)
  await library.useThreads(call.threads)
  return await library.guarded(async () => {
    const llama = await library.open(call.gpu)
    const size = sizeFor(call, head, llama.gpu === false)
    const model = await llama.loadModel({ modelPath: call.file })
    try {
      const about = async (contextTokens: number, more: Pick<LoadedModel, 'dimension' | 'canRank'>) => ({
        gpu: llama.gpu === false || model.gpuLayers === 0 ? null : ((await llama.getGpuDeviceNames())[0] ?? llama.gpu),
        contextTokens,
        ...more,
        memoryBytes: process.memoryUsage.rss(),
      })
      if (purpose === 'writing') {
        // How much fits on a graphics card is for the library to find out.
        const most = size.tokens
        const contextSize = llama.gpu === false ? most : { min: Math.min(leastTokens, most), max: most }
        const options = {
          contextSize,
          sequences: size.sequences,
          batchSize: batchTokens,
          // Some models look back only so far in some layers; without this, going back to the fixed part would lose some of it.
          swaFullCache: true,
        }
        const context = await library.withAnyThreads(llama, threads =>
          model.createContext({ ...options, threads, failedCreationRemedy: false }),
        )
        const loaded = await about(context.contextSize, { dimension: null, canRank: false })
        return { use: 'writing', writer: createWriter({ model, context, loaded, startedAt, rounds }) }
      }
      // These read a text in one go: nothing of it may come in a second batch.
      const options = { contextSize: size.tokens, batchSize: size.tokens }
      // A model that ranks has no vectors: llama.cpp would read some from memory that is not theirs.
      const { ranking, embedding } = await library.withAnyThreads(llama, async threads => ({
        ranking: purpose === 'ranking' ? await model.createRankingContext({ ...options, threads }) : null,
        embedding: purpose === 'embedding' ? await model.createEmbeddingContext({ ...options, threads }) : null,
      }))
      const dimension = embedding === null ? null : model.embeddingVectorSize
      const loaded = await about(size.tokens, { dimension, canRank: ranking !== null })
      const contextTokens = size.tokens
      return {
        use: 'searching',
        searcher: createSearcher({ model, embedding, ranking, contextTokens, loaded, rounds }),
      }
    } catch (error) {
      await model.dispose()
      throw error
    }
  })
}

export type Opened = { use: 'writing'; writer: Writer } | { use: 'searching'; searcher: Searcher }

/** Tokens and conversations that fit into the memory; less context rather than none. Throws LoadFailure. */
function sizeFor({ use, contextTokens, sequences }: LoadCall, head: FileHead, inMainMemory: boolean) {
  const made = head.values.get(`${head.architecture}.context_length`)
  const trained = typeof made === 'number' && made > 0 ? made : leastTokens
  const most = Math.max(8, Math.min(contextTokens ?? mostTokens[use], trained))
  const lanes = use === 'writing' ? Math.max(1, sequences) : 1
  if (!inMainMemory) return { tokens: most, sequences: lanes }
  const free = freeBytes()
  for (let tokens = most; ; tokens = Math.max(Math.floor(tokens / 2), leastTokens)) {
    if (bytesNeeded(head, { tokens, sequences: lanes }) <= free) return { tokens, sequences: lanes }
    if (contextTokens !== null || tokens <= leastTokens) throw new LoadFailure('too-little-memory')
  }
}
