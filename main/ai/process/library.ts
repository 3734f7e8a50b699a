import { availableParallelism } from 'node:os'
import { getLlama, getLlamaGpuTypes, InsufficientMemoryError, LlamaLogLevel, type Llama } from 'node-llama-cpp'
import type { LoadProblem } from '#contract/model.ts'
import { LoadFailure } from '#main/ports/languageModel.ts'

/** llama.cpp, once on the processor and once on the graphics card where that is wanted and there is one. */
export function createLibrary() {
  const opened = new Map<boolean, Promise<Llama>>()
  let threads = 1
  /** What it complained of last: file names and numbers, no text of anybody. */
  let complaints: string[] = []

  async function start(gpu: boolean): Promise<Llama> {
    const common = {
      build: 'never',
      progressLogs: false,
      skipDownload: true,
      maxThreads: threads,
      logLevel: LlamaLogLevel.warn,
      logger: (_level: LlamaLogLevel, message: string) => {
        complaints = [...complaints.slice(-19), message]
      },
    } as const
    if (gpu) {
      for (const kind of await getLlamaGpuTypes('supported')) {
        if (kind === false) continue
        const llama = await getLlama({ ...common, gpu: kind }).catch(() => null)
        if (llama !== null && llama.gpu !== false) return llama
        await llama?.dispose()
      }
    }
    return getLlama({ ...common, gpu: false })
  }

  return {
    async open(gpu: boolean): Promise<Llama> {
      const llama = opened.get(gpu) ?? start(gpu)
      opened.set(gpu, llama)
      try {
        return await llama
      } catch (error) {
        opened.delete(gpu)
        throw error
      }
    },
    /** What is made here may be given more threads later: llama.cpp keeps the number at its making as the most. */
    async withAnyThreads<T>(llama: Llama, make: (threads: number) => Promise<T>): Promise<T> {
      llama.maxThreads = availableParallelism()
      try {
        return await make(llama.maxThreads)
      } finally {
        llama.maxThreads = threads
      }
    },
    /** All that is computed from now on takes as many. */
    async useThreads(count: number) {
      threads = count
      for (const llama of opened.values()) (await llama).maxThreads = count
    },
    /** Does what may fail inside llama.cpp, which says why only in its log. */
    async guarded<T>(work: () => Promise<T>): Promise<T> {
      complaints = []
      try {
        return await work()
      } catch (error) {
        if (error instanceof LoadFailure) throw error
        const said = [error instanceof Error ? error.message : String(error), ...complaints].join('\n')
        throw new LoadFailure(problemOf(error, said), { cause: new Error(said) })
      }
    },
  }
}

export type Library = ReturnType<typeof createLibrary>

const memory =
  /out of memory|insufficient memory|failed to allocate|unable to allocate|not enough (?:memory|v?ram)|bad_alloc/iu
const unknown = /unknown model architecture|unknown (?:pre-)?tokenizer|unknown tokenizer|unsupported|not supported/iu

function problemOf(error: unknown, said: string): LoadProblem {
  if (error instanceof InsufficientMemoryError || memory.test(said)) return 'too-little-memory'
  return unknown.test(said) ? 'unsupported' : 'damaged'
}
