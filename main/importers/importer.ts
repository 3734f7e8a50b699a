import { fileURLToPath } from 'node:url'
import type { BadRow } from '#contract/knowledge.ts'
import type { Importer, ImportedEntry, ReadFile } from '#main/ports/importer.ts'
import type { StartWorker, WorkerProcess } from '#main/ports/platform.ts'
import { assertNever } from '#domain/assertNever.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { exchange } from './exchange.ts'
import { replySchema, type Reply } from './messages.ts'
import { formatOf, largestFile } from './formats.ts'

const longestReadMs = 60_000
const idleMs = 5_000

export interface ImporterOptions {
  /** The program that reads. */
  workerFile?: string
  startWorker?: StartWorker
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
    if (waiting === null) return startWorker(workerFile, 'file-reader')
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
    const asked = { request: { name, bytes }, schema: replySchema, limitMs, take: gathered(name) }
    const result = await exchange(child, asked)
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

function gathered(name: string): (reply: Reply) => ReadFile | null {
  const entries: ImportedEntry[] = []
  const badRows: BadRow[] = []
  return reply => {
    switch (reply.type) {
      case 'entries':
        entries.push(...reply.entries)
        return null
      case 'badRows':
        badRows.push(...reply.badRows)
        return null
      case 'done':
        return { name, format: reply.format, entries, badRows }
      default:
        return assertNever(reply)
    }
  }
}

function refusedFile(name: string, problem: BadRow['problem']): ReadFile {
  return { name, format: formatOf(name), entries: [], badRows: [{ line: null, problem, detail: '' }] }
}
