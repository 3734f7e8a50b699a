import { execFile } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root, startApp } from '../../e2e/app.ts'
import type { Figure, Part } from './figures.ts'
import { processorMs } from './machine.ts'
import { filledFolder, withEnvironment, type Workplace } from './shop.ts'

const RUNS = 9
const TARGET_MS = 1500
/** `dd` with nothing to copy drops one file from the page cache, without touching anybody else's files. */
const DD = '/usr/bin/dd'

/** Where the node shell keeps compiled code. */
const compiled = join(root, 'node_modules/.cache/keepdesk')

/** From spawn to the ready line, on a folder with 10,000 conversations. */
export async function startup(place: Workplace): Promise<Part> {
  const data = await filledFolder(place, 10_000, 100_000)
  const loaded = await filesLoaded(place, data)
  const starts: Record<'warm' | 'cold' | 'first', Start[]> = { warm: [], cold: [], first: [] }
  await startOnce(data)
  for (let run = 0; run < RUNS; run += 1) {
    starts.warm.push(await startOnce(data))
    if (existsSync(DD)) {
      await forget([...loaded, ...filesIn(compiled), ...filesIn(data)])
      starts.cold.push(await startOnce(data))
    }
    starts.first.push(await withEnvironment({ NODE_DISABLE_COMPILE_CACHE: '1' }, () => startOnce(data)))
  }
  const figures = [
    ...figuresOf('ready, files in memory', starts.warm),
    ...figuresOf('ready, files not in memory', starts.cold),
    ...figuresOf('ready, no code compiled before', starts.first),
  ]
  rmSync(data, { recursive: true, force: true })
  return { name: 'Start', sizes: '10,000 conversations, 100,000 messages, 1,000 entries of knowledge', figures }
}

interface Start {
  readyMs: number
  processorMs: number | null
}

function figuresOf(what: string, starts: readonly Start[]): Figure[] {
  if (starts.length === 0) return []
  const processor = starts.flatMap(start => (start.processorMs === null ? [] : [start.processorMs]))
  return [
    { what, unit: 'ms', values: starts.map(({ readyMs }) => readyMs), target: { of: 'p95', below: TARGET_MS } },
    { what: '  processor time of it', unit: 'ms', values: processor },
  ]
}

async function startOnce(data: string): Promise<Start> {
  const app = await startApp(data)
  const used = processorMs(app.pid)
  await app.stop()
  return { readyMs: app.readyMs, processorMs: used }
}

/** The files that a start reads as code. */
async function filesLoaded(place: Workplace, data: string): Promise<string[]> {
  const list = join(place.folder, 'loaded.txt')
  const options = `--import=${join(import.meta.dirname, 'noteFiles.mjs')}`
  await withEnvironment({ NODE_OPTIONS: options, KEEPDESK_BENCH_FILES: list }, () => startOnce(data))
  return existsSync(list) ? readFileSync(list, 'utf8').split('\n').filter(existsSync) : []
}

function filesIn(folder: string): string[] {
  if (!existsSync(folder)) return []
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
