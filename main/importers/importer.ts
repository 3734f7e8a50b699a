import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { BadRow } from '#contract/knowledge.ts'
import type { Importer, ImportedEntry, ReadFile } from '#main/ports/importer.ts'
import { replySchema } from './messages.ts'
import { formatOf, largestFile } from './readFile.ts'

const longestReadMs = 60_000
const idleMs = 5_000
const memoryMb = 768

export interface ImporterOptions {
  /** The program that reads; another place when the code is bundled. */
  workerFile?: string
  longestReadMs?: number
}

/** Reads files one after the other in another process, which is ended at the slightest doubt. */
export function createImporter(options: ImporterOptions = {}): Importer {
  const workerFile = options.workerFile ?? fileURLToPath(new URL('./worker.ts', import.meta.url))
  const limitMs = options.longestReadMs ?? longestReadMs
  let idle: { child: ChildProcess; timer: NodeJS.Timeout } | null = null
  let queue: Promise<unknown> = Promise.resolve()
  let active: ChildProcess | null = null

  function takeChild(): ChildProcess {
    const waiting = idle
    idle = null
    if (waiting === null) return start(workerFile)
    clearTimeout(waiting.timer)
    waiting.child.removeAllListeners('exit')
    return waiting.child
  }

  /** Kept for the next file of the same import. */
  function keep(child: ChildProcess) {
    const timer = setTimeout(() => end(child), idleMs)
    idle = { child, timer }
    child.once('exit', () => {
      clearTimeout(timer)
      if (idle?.child === child) idle = null
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
    if (result === null || format === 'pdf' || format === 'docx') end(child)
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
        end(idle.child)
        idle = null
      }
      if (active !== null) end(active)
      await queue
    },
  }
}

function start(workerFile: string): ChildProcess {
  const { SystemRoot } = process.env
  const limits = [`--max-old-space-size=${memoryMb}`]
  // May read its own program, and nothing else that Node can forbid: no writing, no other processes, no native code.
  const isNode = process.versions['electron'] === undefined
  return fork(workerFile, [], {
    execArgv: isNode ? [...limits, '--permission', '--allow-fs-read=*', '--disable-warning=SecurityWarning'] : limits,
    env: SystemRoot === undefined ? {} : { SystemRoot },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** Null when the process failed, took too long, or said something unexpected. */
function exchange(child: ChildProcess, name: string, bytes: Uint8Array, limitMs: number): Promise<ReadFile | null> {
  const entries: ImportedEntry[] = []
  const badRows: BadRow[] = []
  return new Promise(resolve => {
    const finish = (result: ReadFile | null) => {
      clearTimeout(timer)
      child.removeAllListeners()
      child.on('error', () => finish(null))
      resolve(result)
    }
    const timer = setTimeout(() => finish(null), limitMs)
    child.once('exit', () => finish(null))
    child.once('error', () => finish(null))
    child.on('message', message => {
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
      }
    })
    child.send({ name, bytes }, error => {
      if (error !== null) finish(null)
    })
  })
}

function end(child: ChildProcess) {
  child.removeAllListeners()
  child.on('error', () => undefined)
  child.kill('SIGKILL')
}

function refusedFile(name: string, problem: BadRow['problem']): ReadFile {
  return { name, format: formatOf(name), entries: [], badRows: [{ line: null, problem, detail: '' }] }
}
