import { execFileSync, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { z } from 'zod'
import { threadsFor } from '#domain/models/threads.ts'
import { createModelEngine } from '#main/ai/engine.ts'
import { thisMachine, type HostMachine } from '#main/ai/host/machine.ts'
import type { ModelEngine, ModelFile } from '#main/ports/languageModel.ts'
import type { StartWorker } from '#main/ports/platform.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { systemClock } from '#main/system/clock.ts'
import { mediumLlama, largeLlama, randomLlama, type RandomLlama } from '#main/testing/models/randomLlama.ts'
import { parameters, writeGguf } from '#main/testing/models/gguf.ts'
import type { Written } from './modelDirect.ts'
import type { Workplace } from './shop.ts'

export type Size = 'tiny' | 'medium' | 'large'
const sizes: Readonly<Record<Size, Partial<RandomLlama>>> = { tiny: {}, medium: mediumLlama, large: largeLlama }

export interface BenchModel extends ModelFile {
  megabytes: number
  millions: number
}

export function makeModel(place: Workplace, size: Size): BenchModel {
  const made = randomLlama({ ...sizes[size], writes: 'ascii' })
  const file = join(place.folder, `${size}.gguf`)
  const megabytes = writeGguf(file, made) / 1e6
  return { id: size, name: size, file, sha256: '', megabytes, millions: parameters(made) / 1e6 }
}

/** This machine as if nothing else ran on it, so that both sides compute with as many threads all the time. */
export function quietMachine(): HostMachine {
  return { ...thisMachine(), load: () => 0 }
}
export const quietThreads = () => threadsFor({ cores: thisMachine().cores, load: 0, own: 0 })

export function startEngine(
  options: { machine?: HostMachine; startWorker?: StartWorker; idleMs?: number } = {},
): ModelEngine {
  return createModelEngine({
    startWorker: options.startWorker ?? startNodeWorker,
    // Nothing of these figures is about graphics cards.
    graphics: { hasFailed: () => true, setFailed() {} },
    machine: options.machine ?? quietMachine(),
    clock: systemClock,
    log: { info() {}, warn() {}, error() {} },
  })
}

export interface Direct {
  pid: number | null
  load(file: string, threads: number): Promise<void>
  write(tokens: number, limitMs?: number): Promise<Written>
  count(text: string): Promise<number>
  end(): void
}

const writtenSchema = z.object({ tokens: z.number(), ms: z.number() })

/** The plain process. One request after the other. */
export async function startDirect(): Promise<Direct> {
  const child = fork(join(import.meta.dirname, 'modelDirect.ts'), [], { serialization: 'advanced' })
  const endWithUs = () => void child.kill('SIGKILL')
  process.once('exit', endWithUs)
  const broken = new Promise<never>((_, reject) => {
    child.once('exit', code => reject(new Error(`the plain process ended with ${code}`)))
  })
  broken.catch(() => undefined)
  const heard = async () => {
    const [message]: unknown[] = await Promise.race([once(child, 'message'), broken])
    return message
  }
  async function ask(request: object): Promise<unknown> {
    const answer = heard()
    child.send(request)
    return answer
  }
  await heard()
  return {
    pid: child.pid ?? null,
    async load(file, threads) {
      await ask({ type: 'load', file, threads, contextTokens: 2048 })
    },
    write: async (tokens, limitMs = 60_000) => writtenSchema.parse(await ask({ type: 'write', tokens, limitMs })),
    count: async text => z.object({ count: z.number() }).parse(await ask({ type: 'count', text })).count,
    end() {
      process.removeListener('exit', endWithUs)
      child.kill('SIGKILL')
    },
  }
}

/** A busy machine makes the figures bad, and does not end them. */
const MOST_MS = 600_000
const QUESTION = 'Where is my order? It should have come last week, and I need it on Friday.'
let asked = 0

/** A reply of so many tokens: when its first and its last text came, from the call on. */
export async function written(
  engine: ModelEngine,
  tokens: number,
  { prefix = '', text = QUESTION }: { prefix?: string; text?: string } = {},
): Promise<{ firstMs: number; lastMs: number; letters: number }> {
  const started = performance.now()
  let [firstMs, lastMs, letters] = [0, 0, 0]
  const parts = [{ text: `${++asked} ${text}`, needed: Infinity }]
  for await (const piece of engine.draft({ prefix, parts, maxTokens: tokens, urgency: 'contact', limitMs: MOST_MS })) {
    lastMs = performance.now() - started
    if (letters === 0) firstMs = lastMs
    letters += piece.length
  }
  if (letters === 0) throw new Error('the engine wrote nothing')
  return { firstMs, lastMs, letters }
}

/** The process with the models that this parent has started last, null when there is none. */
export function modelProcessOf(parent: number): number | null {
  const lines = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const pids = lines.flatMap(line => {
    const [, pid, ppid, args = ''] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? []
    return Number(ppid) === parent && args.includes('modelProcess') ? [Number(pid)] : []
  })
  return pids.at(-1) ?? null
}
