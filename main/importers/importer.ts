import { fileURLToPath } from 'node:url'
import type { BadRow } from '#contract/knowledge.ts'
import type { Importer, ImportedEntry, ReadFile } from '#main/ports/importer.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import { assertNever } from '#domain/assertNever.ts'
import { startNodeWorker } from './nodeWorker.ts'
import { replySchema } from './messages.ts'
import { formatOf, largestFile } from './formats.ts'

const longestReadMs = 60_000
const idleMs = 5_000

export interface ImporterOptions {
  /** The program that reads. */
  workerFile?: string
  startWorker?: (file: string) => WorkerProcess
  longestReadMs?: number
}

/** Reads files one after the other in another process, which is ended at the slightest doubt. */
export function createImporter(options: ImporterOptions = {}): Importer {
  const workerFile = options.workerFile ?? fileURLToPath(new URL('./worker.ts', import.meta.url))
  const startWorker = options.startWorker ?? startNodeWorker
  const limitMs = options.longestReadMs ?? longestReadMs
  let idle: { child: WorkerProcess; timer: NodeJS.Timeout } | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let active: WorkerProcess | null = null

  function takeChild(): WorkerProcess {
    const waiting = idle
    idle = null
    if (waiting === null) return startWorker(workerFile)
    clearTimeout(waiting.timer)
    return waiting.child
  }

  /** Kept for the next file of the same import. */
  function keep(child: WorkerProcess) {
    const timer = setTimeout(() => child.kill(), idleMs)
    idle = { child, timer }
    child.listen({
      message: () => undefined,
      ended() {
        clearTimeout(timer)
        if (idle?.child === child) idle = null
      },
    })
  }

  async function readNow(name: string, bytes: Uint8Array): Promise<ReadFile> {
    const format = formatOf(name)
    if (bytes.length > largestFile) return refusedFile(name, 'too-big')
    const child = takeChild()
    active = child
    const result = await exchange(child, name, bytes, limitMs)
    active = null
    // A process that has opened a PDF or a Word file is never trusted with another one.
    if (result === null || format === 'pdf' || format === 'docx') child.kill()
    else keep(child)
    return result ?? refusedFile(name, 'unreadable')
  }

  return {
    read(name, bytes) {
      const result = queue.then(() => readNow(name, bytes))
      queue = result.catch(() => undefined)
      return result
    },
    async close() {
      if (idle !== null) {
        clearTimeout(idle.timer)
        idle.child.kill()
        idle = null
      }
      active?.kill()
      await queue
    },
  }
}

/** Null when the process failed, took too long, or said something unexpected. */
function exchange(child: WorkerProcess, name: string, bytes: Uint8Array, limitMs: number): Promise<ReadFile | null> {
  const entries: ImportedEntry[] = []
  const badRows: BadRow[] = []
  return new Promise(resolve => {
    const finish = (result: ReadFile | null) => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(() => finish(null), limitMs)
    child.listen({
      ended: () => finish(null),
      message(message) {
        const reply = replySchema.safeParse(message)
        if (!reply.success) return finish(null)
        switch (reply.data.type) {
          case 'entries':
            entries.push(...reply.data.entries)
            break
          case 'badRows':
            badRows.push(...reply.data.badRows)
            break
          case 'done':
            finish({ name, format: reply.data.format, entries, badRows })
            break
          default:
            assertNever(reply.data)
        }
      },
    })
    child.post({ name, bytes })
  })
}

function refusedFile(name: string, problem: BadRow['problem']): ReadFile {
  return { name, format: formatOf(name), entries: [], badRows: [{ line: null, problem, detail: '' }] }
}
