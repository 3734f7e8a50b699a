import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startApp } from '../../e2e/app.ts'
import type { Figure, Part } from './figures.ts'
import { filledFolder, type Workplace } from './shop.ts'

const RUNS = 9
const TARGET_MS = 1500
/** `dd` with nothing to copy drops one file from the page cache, without touching anybody else's files. */
const DD = '/usr/bin/dd'

/** From spawn to the ready line, on a folder with 10,000 conversations. */
export async function startup(place: Workplace): Promise<Part> {
  const data = await filledFolder(place, 10_000, 100_000)
  const loaded = await filesLoaded(place, data)
  const warm: number[] = []
  for (let run = 0; run <= RUNS; run += 1) {
    const ms = await startOnce(data)
    if (run > 0) warm.push(ms)
  }
  const target: Figure['target'] = { of: 'p95', below: TARGET_MS }
  const figures: Figure[] = [{ what: 'ready, files in memory', unit: 'ms', values: warm, target }]
  if (existsSync(DD)) {
    const cold: number[] = []
    for (let run = 0; run < RUNS; run += 1) {
      await forget([...loaded, ...filesIn(data)])
      cold.push(await startOnce(data))
    }
    figures.push({ what: 'ready, files not in memory', unit: 'ms', values: cold, target })
  }
  rmSync(data, { recursive: true, force: true })
  return { name: 'Start', sizes: '10,000 conversations, 100,000 messages, 1,000 entries of knowledge', figures }
}

async function startOnce(data: string): Promise<number> {
  const app = await startApp(data)
  await app.stop()
  return app.readyMs
}

/** The files that a start reads as code. */
async function filesLoaded(place: Workplace, data: string): Promise<string[]> {
  const list = join(place.folder, 'loaded.txt')
  await withNodeOptions(`--import=${join(import.meta.dirname, 'noteFiles.mjs')}`, { KEEPDESK_BENCH_FILES: list }, () =>
    startOnce(data),
  )
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(existsSync) : []
}

/** For programs started meanwhile. */
export async function withNodeOptions<T>(options: string, env: Record<string, string>, work: () => Promise<T>) {
  const before = { ...process.env }
  Object.assign(process.env, env, { NODE_OPTIONS: options })
  try {
    return await work()
  } finally {
    for (const name of ['NODE_OPTIONS', ...Object.keys(env)]) {
      if (before[name] === undefined) delete process.env[name]
      else process.env[name] = before[name]
    }
  }
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(file => statSync(file).isFile())
}

async function forget(files: readonly string[]) {
  const run = promisify(execFile)
  await run('/usr/bin/sync', ['-d', ...files])
  for (let start = 0; start < files.length; start += 8) {
    const some = files.slice(start, start + 8)
    await Promise.all(some.map(file => run(DD, [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none'])))
  }
}
