import { fileURLToPath } from 'node:url'
import type { StartWorker, WorkerProcess } from '#main/ports/platform.ts'
import { exchange, type Exchange } from './exchange.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'

export interface WorkerOptions {
  startWorker?: StartWorker | undefined
  workerFile?: string
}

/** Reads files one after the other, each in a process of its own that ends with it. */
export function createOneByOne({
  startWorker = startNodeWorker,
  workerFile = fileURLToPath(new URL('./worker.ts', import.meta.url)),
}: WorkerOptions) {
  let queue: Promise<unknown> = Promise.resolve()
  let active: WorkerProcess | null = null

  async function readNow<Message, Result>(asked: Exchange<Message, Result>): Promise<Result | null> {
    const child = startWorker(workerFile, 'file-reader')
    active = child
    const result = await exchange(child, asked)
    active = null
    child.kill()
    return result
  }

  return {
    /** Null when the process failed, took too long, or said something unexpected. */
    read<Message, Result>(asked: Exchange<Message, Result>): Promise<Result | null> {
      const result = queue.then(() => readNow(asked))
      queue = result.catch(() => undefined)
      return result
    },
    async close() {
      active?.kill()
      await queue
    },
  }
}
