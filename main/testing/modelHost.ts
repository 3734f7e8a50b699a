import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createModelEngine } from '#main/ai/engine.ts'
import type { HostLimits } from '#main/ai/host/limits.ts'
import type { HostMachine } from '#main/ai/host/machine.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { EngineStage } from '#contract/model.ts'
import type { ModelFile, ModelRequest } from '#main/ports/languageModel.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import { systemClock } from '#main/system/clock.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { silentLog } from './shop.ts'

export const fakeProcess = fileURLToPath(new URL('./fakeModelProcess.mjs', import.meta.url))
const short: Partial<HostLimits> = { beatMs: 100, cancelMs: 300, startMs: 5000, firstRestartMs: 10, stateMs: 0 }
const usual: HostMachine = { cores: 2, totalBytes: 8e9, freeBytes: () => 6e9, load: () => 0, hasGraphics: false }

export interface ModelHostOptions {
  limits?: Partial<HostLimits>
  machine?: Partial<HostMachine>
  clock?: Clock
  workerFile?: string
  /** Which program the next process runs; the number is that of those before it. */
  fileFor?(count: number): string
  /** What a process says; false: the engine does not hear it. */
  onMessage?(message: unknown, child: HostChild): boolean
}

/** One process with models, as a test sees it. */
export interface HostChild {
  worker: WorkerProcess
  /** Null where the system does not tell. */
  pid: number | null
  /** What was posted to it. */
  posted: unknown[]
}

/** The process with the models as this program starts it. */
export const realProcess = fileURLToPath(new URL('../ai/modelProcess.ts', import.meta.url))

/** The processes that this one started and that still run (Linux). */
export function childPids(): number[] {
  if (process.platform !== 'linux') return []
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8')
  return children.split(' ').filter(Boolean).map(Number)
}

/** The engine over a real process, which speaks for the one with the models: what it does is written in the prefix of a call. */
export function openModelHost({
  limits,
  machine,
  clock = systemClock,
  workerFile = fakeProcess,
  fileFor,
  onMessage,
}: ModelHostOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'keepdesk-models-'))
  /** Every process so far. */
  const children: HostChild[] = []
  const stages: EngineStage[] = []
  let graphicsFailed = false
  const engine = createModelEngine({
    startWorker(file, kind) {
      const before = childPids()
      const worker = startNodeWorker(fileFor?.(children.length) ?? file, kind)
      const pid = childPids().find(one => !before.includes(one)) ?? null
      const child: HostChild = { worker, pid, posted: [] }
      children.push(child)
      return {
        ...worker,
        post(message) {
          child.posted.push(message)
          worker.post(message)
        },
        listen: ({ message, ended }) =>
          worker.listen({
            ended,
            message(heard) {
              if (onMessage?.(heard, child) !== false) message(heard)
            },
          }),
      }
    },
    workerFile,
    graphics: { hasFailed: () => graphicsFailed, setFailed: failed => void (graphicsFailed = failed) },
    machine: { ...usual, ...machine },
    clock,
    log: silentLog,
    limits: { ...short, ...limits },
  })
  engine.onState((use, { stage }) => void (use === 'writing' && stages.push(stage)))

  return {
    engine,
    children,
    /** Of the writing model, in order. */
    stages,
    fileOf(name: string): ModelFile {
      const file = join(folder, name)
      writeFileSync(file, 'weights')
      return { id: name, name, file, sha256: 'ab'.repeat(32) }
    },
    async said(prefix: string, more: Partial<ModelRequest> = {}): Promise<string> {
      let text = ''
      for await (const piece of engine.draft(requestOf(prefix, more))) text += piece
      return text
    },
    async close() {
      await engine.close()
      rmSync(folder, { recursive: true })
    },
  }
}
export type ModelHost = ReturnType<typeof openModelHost>

export function requestOf(prefix: string, more: Partial<ModelRequest> = {}): ModelRequest {
  return { prefix, parts: [], maxTokens: 50, urgency: 'contact', ...more }
}

/** The failure's reason; of what failed in another way, the error itself. */
export async function reasonOf(call: Promise<unknown>): Promise<unknown> {
  try {
    await call
  } catch (error) {
    if (error instanceof Error && 'reason' in error) return error.reason
    return error instanceof Error && 'problem' in error ? error.problem : error
  }
  return 'nothing failed'
}
