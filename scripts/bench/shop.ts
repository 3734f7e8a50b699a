import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { startApp, type RunningApp } from '../../e2e/app.ts'
import { connectTo, type Client, type Connection } from '../../e2e/client.ts'
import { csvOf, named, pairs, type Pair } from './faq.ts'

export interface Workplace {
  /** Removed at the end. */
  folder: string
  /** Where filled data folders are kept for the next time, if anywhere. */
  seeds: string | null
  say(line: string): void
}

/** Runs one of our scripts with this Node, in its own process; what it prints on stdout. */
export function runScript(file: string, args: readonly string[]): Promise<string> {
  const script = join(import.meta.dirname, file)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let stdout = ''
  child.stdout.on('data', (chunk: Buffer) => void (stdout += chunk.toString('utf8')))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', code => (code === 0 ? resolve(stdout) : reject(new Error(`${file} ended with ${code}`))))
  })
}

/** A fresh data folder with this traffic, and 1,000 questions and answers. */
export async function filledFolder(
  place: Workplace,
  conversations: number,
  messages: number,
  long = { conversations: 0, messages: 0 },
): Promise<string> {
  const sizes = [conversations, messages, ...(long.conversations === 0 ? [] : [long.conversations, long.messages])]
  return prepared(place, `data-${sizes.join('-')}`, async data => {
    place.say(`filling a database with ${conversations} conversations and ${messages} messages ...`)
    await runScript('seedFolder.ts', [data, ...sizes.map(String)])
    await withApp(data, async ({ client }) => void (await importPairs(client, 1000)))
  })
}

/** A fresh data folder of a shop with a large catalogue, imported as its owner would. */
export async function catalogueFolder(place: Workplace, entries: number): Promise<string> {
  return prepared(place, `catalogue-${entries}`, async data => {
    place.say(`importing ${entries} entries ...`)
    await withApp(data, async ({ client }) => void (await importRows(client, pairs(entries, named))))
  })
}

/** Filled once and kept for the next time where there is a place for it. */
export async function prepared(place: Workplace, name: string, fill: (data: string) => Promise<void>): Promise<string> {
  const kept = place.seeds && join(place.seeds, name)
  const own = join(place.folder, `${name}-${Date.now()}`)
  if (!kept || !existsSync(kept)) {
    const made = kept ? `${kept}.making` : own
    if (place.seeds) mkdirSync(place.seeds, { recursive: true })
    await fill(made)
    if (kept) renameSync(made, kept)
  }
  if (kept) cpSync(kept, own, { recursive: true })
  return own
}

export async function withApp<T>(
  dataFolder: string,
  work: (connection: Connection, app: RunningApp) => Promise<T>,
): Promise<T> {
  const app = await startApp(dataFolder)
  const endWithUs = () => void process.kill(app.pid, 'SIGKILL')
  process.once('exit', endWithUs)
  try {
    const connection = await connectTo(app.url)
    try {
      return await work(connection, app)
    } finally {
      connection.close()
    }
  } finally {
    process.removeListener('exit', endWithUs)
    await app.stop()
  }
}

/** For the programs that are started meanwhile. */
export async function withEnvironment<T>(
  changes: Readonly<Record<string, string>>,
  work: () => Promise<T>,
): Promise<T> {
  const before = { ...process.env }
  const { NODE_OPTIONS: options } = changes
  Object.assign(process.env, changes, options && { NODE_OPTIONS: `${before.NODE_OPTIONS ?? ''} ${options}` })
  try {
    return await work()
  } finally {
    for (const name of Object.keys(changes)) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

export interface ImportTimes {
  /** Sent, read by the worker and compared. */
  previewMs: number
  importMs: number
  /** From the first byte to the moment everything can be found. */
  searchableMs: number
  badRows: number
}

/** As the screen does it: upload, look at the preview, take it over, wait until the index holds everything. */
export function importPairs(client: Client, count: number, badEvery?: number): Promise<ImportTimes> {
  return importRows(client, pairs(count), badEvery)
}

export async function importRows(client: Client, rows: readonly Pair[], badEvery?: number): Promise<ImportTimes> {
  const upload = {
    name: `faq-${rows.length}.csv`,
    mime: 'text/csv',
    base64: csvOf(rows, badEvery).toString('base64'),
  }
  const started = performance.now()
  const preview = await client.knowledge.preview({ uploads: [upload] })
  const previewMs = performance.now() - started
  const { added } = await client.knowledge.import({ previewId: preview.previewId })
  const importMs = performance.now() - started - previewMs
  await untilIndexed(client, added)
  const badRows = preview.files[0]?.badRowCount ?? 0
  return { previewMs, importMs, searchableMs: performance.now() - started, badRows }
}

async function untilIndexed(client: Client, atLeast: number) {
  for (;;) {
    const { state, done, total } = await client.knowledge.indexState()
    if (state === 'ready' && done === total && total >= atLeast) return
    await sleep(20)
  }
}

/** How long each call took. */
export async function timed(times: number, call: (index: number) => Promise<unknown>): Promise<number[]> {
  const values: number[] = []
  for (let index = 0; index < times; index += 1) {
    const started = performance.now()
    await call(index)
    values.push(performance.now() - started)
  }
  return values
}
