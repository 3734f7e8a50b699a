import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Clock } from '#main/ports/clock.ts'
import type { ModelUse } from '#contract/model.ts'
import {
  ModelFailure,
  type EngineState,
  type GraphicsMemory,
  type ModelEngine,
  type ModelRequest,
  type WritingModel,
} from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { StartWorker } from '#main/ports/platform.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { createCalls, type Call } from './host/calls.ts'
import { createDeaths } from './host/deaths.ts'
import { createKeeper } from './host/keeper.ts'
import { hostLimits, type HostLimits } from './host/limits.ts'
import { thisMachine, type HostMachine } from './host/machine.ts'
import { createPieces } from './host/pieces.ts'
import type { Value } from './host/process.ts'
import { createStates } from './host/states.ts'
import { createSuspects } from './host/suspects.ts'
import type { Work } from './modelCalls.ts'

export interface ModelEngineOptions {
  startWorker?: StartWorker | undefined
  /** The program that computes. */
  workerFile?: string
  graphics: GraphicsMemory
  machine?: HostMachine
  clock: Clock
  log: Log
  limits?: Partial<HostLimits>
}

/** The host of the process with the models: nothing runs while none is in use, and its death is felt by nobody else. */
export function createModelEngine({
  startWorker = startNodeWorker,
  workerFile = fileURLToPath(new URL('./modelProcess.ts', import.meta.url)),
  graphics,
  machine = thisMachine(),
  clock,
  log,
  limits: changed = {},
}: ModelEngineOptions): ModelEngine {
  const limits = { ...hostLimits, ...changed }
  const quiet = new Map<ModelUse, AbortController>()
  /** The shop's fixed part, evaluated again whenever the model was loaded again. */
  let prefix: string | null = null

  const calls = createCalls({
    processOf: use => keeper.processOf(use),
    onIdle: use => void restLater(use),
    suspects: createSuspects(),
    clock,
    limits,
  })
  const states = createStates({ stateOf, clock, everyMs: limits.stateMs })
  const keeper = createKeeper({
    startWorker: () => startWorker(workerFile, 'model'),
    machine,
    graphics,
    deaths: createDeaths(limits),
    clock,
    log,
    limits,
    isWorking: calls.isWorking,
    onReady({ use }) {
      if (use === 'writing') void prepareAgain()
      if (!calls.hasAny(use)) void restLater(use)
      calls.pump()
    },
    onEnd: calls.afterEnd,
    onReplace: use => calls.drop(use, 'in-flight'),
    onChange(use) {
      const stage = keeper.slot(use)?.stage
      if (stage === undefined || stage === 'failed') calls.drop(use, 'all')
      states.changed(use)
    },
  })

  function stateOf(use: ModelUse): EngineState {
    const slot = keeper.slot(use)
    const gpuFailed = graphics.hasFailed()
    if (slot === null) return { modelId: null, stage: 'off', problem: null, gpuFailed }
    return { modelId: slot.model.id, stage: slot.stage, problem: slot.problem, gpuFailed }
  }

  async function restLater(use: ModelUse) {
    quiet.get(use)?.abort()
    if (keeper.slot(use) === null) return
    const waiting = new AbortController()
    quiet.set(use, waiting)
    await clock.sleep(limits.idleMs, waiting.signal)
    if (!waiting.signal.aborted && !calls.hasAny(use)) keeper.rest(use)
  }

  function ask(call: Call): Promise<Value> {
    const stage = keeper.slot(call.use)?.stage
    if (stage === undefined || stage === 'failed') return Promise.reject(new ModelFailure('none'))
    quiet.get(call.use)?.abort()
    keeper.wake(call.use)
    return calls.ask(call)
  }

  function askInBackground(use: ModelUse, body: Call['body'], signal?: AbortSignal): Promise<Value> {
    return ask({ use, body, urgency: 'background', key: null, limitMs: limits.callMs, signal })
  }

  async function prepareAgain() {
    if (prefix === null || keeper.slot('writing')?.stage !== 'ready') return
    // What it could not do now, the first answer does.
    await askInBackground('writing', { type: 'prepare', prefix }).catch(() => undefined)
  }

  function forWriting({ key, limitMs = limits.callMs, urgency, signal }: ModelRequest): Omit<Call, 'body'> {
    return { use: 'writing', key: key ?? null, limitMs, urgency, signal }
  }

  return {
    use: (use, model) => keeper.take(use, model),
    state: stateOf,
    onState: states.listen,

    current(): WritingModel | null {
      const slot = keeper.slot('writing')
      if (slot?.loaded == null) return null
      const { id, name, sha256 } = slot.model
      return { id, name, sha256, contextTokens: slot.loaded.contextTokens }
    },

    async *draft(request) {
      const pieces = createPieces()
      const broken = new AbortController()
      const signal = request.signal ? AbortSignal.any([request.signal, broken.signal]) : broken.signal
      const body = { type: 'draft', ...workOf(request) } as const
      ask({ ...forWriting(request), body, signal, onText: pieces.push }).then(pieces.finish, pieces.fail)
      try {
        yield* pieces.read()
      } finally {
        broken.abort()
      }
    },

    async complete(request) {
      const { $schema: _, ...schema } = z.toJSONSchema(request.schema)
      const value = await ask({ ...forWriting(request), body: { type: 'complete', ...workOf(request), schema } })
      try {
        return request.schema.parse(JSON.parse(value.of === 'json' ? value.json : ''))
      } catch (cause) {
        throw new ModelFailure('garbage', { cause })
      }
    },

    async prepare(given) {
      prefix = given
      await prepareAgain()
    },

    async embed(texts, signal) {
      const value = await askInBackground('searching', { type: 'embed', texts }, signal)
      const dimension = keeper.slot('searching')?.loaded?.dimension
      const vectors = value.of === 'vectors' ? value.vectors : []
      const isWhole = vectors.length === texts.length && vectors.every(({ length }) => length === dimension)
      if (!isWhole || vectors.some(vector => vector.some(number => !Number.isFinite(number)))) {
        throw new ModelFailure('garbage')
      }
      return vectors
    },

    async rank(question, texts, signal) {
      const value = await askInBackground('searching', { type: 'rank', question, texts }, signal)
      const ranks = value.of === 'ranks' ? value.ranks : []
      if (ranks !== null && (ranks.length !== texts.length || ranks.some(rank => !(rank >= 0 && rank <= 1)))) {
        throw new ModelFailure('garbage')
      }
      return ranks
    },

    async measure() {
      const value = await askInBackground('writing', { type: 'measure' })
      if (value.of !== 'measured') throw new ModelFailure('garbage')
      const { promptTokensPerSecond, replyTokensPerSecond, loadMs } = value
      return { promptTokensPerSecond, replyTokensPerSecond, loadMs }
    },

    async forgetGraphicsFailure() {
      graphics.setFailed(false)
      keeper.renew()
      states.changed('writing')
      states.changed('searching')
    },

    async close() {
      states.close()
      calls.drop('writing', 'all')
      calls.drop('searching', 'all')
      keeper.close()
      for (const waiting of quiet.values()) waiting.abort()
    },
  }
}

function workOf({ prefix, parts, maxTokens, urgency, temperature = 0, seed = 0 }: ModelRequest): Work {
  return { prefix, parts: parts.map(({ text, needed }) => ({ text, needed })), maxTokens, urgency, temperature, seed }
}
