import { statSync } from 'node:fs'
import { isTooBig, memoryCap, roomFor, smallerRoom, smallestRoom, type Room } from '#domain/models/room.ts'
import { threadsFor } from '#domain/models/threads.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { EngineStage, LoadProblem, ModelUse } from '#contract/model.ts'
import { LoadFailure, type GraphicsMemory, type LoadedModel, type ModelFile } from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import type { Deaths } from './deaths.ts'
import { problemOf } from './failures.ts'
import type { HostLimits } from './limits.ts'
import type { HostMachine } from './machine.ts'
import { createModelProcess, type EndReason, type Final, type ModelProcess } from './process.ts'
import { freshSlot, isWanted, type Slot } from './slot.ts'

type Refusal = Extract<Final, { type: 'failed' }>

/** Of what llama.cpp says about a file. */
const LONGEST_DETAIL = 300

/** Keeps the process running with the models that are wanted: starts it, loads, starts it again, ends it. */
export function createKeeper({
  startWorker,
  machine,
  graphics,
  deaths,
  clock,
  log,
  limits,
  isWorking,
  onReady,
  onEnd,
  onReplace,
  onChange,
}: {
  startWorker(): WorkerProcess
  machine: HostMachine
  graphics: GraphicsMemory
  deaths: Deaths
  clock: Clock
  log: Log
  limits: HostLimits
  /** Calls are in flight. */
  isWorking(): boolean
  /** This one can be called. */
  onReady(slot: Slot): void
  /** `repeat`: the graphics card is at fault, so its calls are repeated without it. Says whether one message is at fault. */
  onEnd(end: { repeat: boolean }): boolean
  /** Another model comes in its place. */
  onReplace(use: ModelUse): void
  onChange(use: ModelUse): void
}) {
  const slots = new Map<ModelUse, Slot>()
  /** What the present process holds. */
  const held = new Map<ModelUse, Slot>()
  let process: ModelProcess | null = null
  let loading: { slot: Slot; gpu: boolean } | null = null
  let isSmall = false
  let isRunning = false
  let isToRunAgain = false
  let isClosed = false
  let backingOff: AbortController | null = null
  let ownThreads = 0

  function setStage(slot: Slot, stage: EngineStage, problem: LoadProblem | null = null) {
    slot.stage = stage
    slot.problem = problem
    if (slots.get(slot.use) === slot) onChange(slot.use)
  }

  function fail(slot: Slot, problem: LoadProblem) {
    slot.loaded = null
    setStage(slot, 'failed', problem)
    slot.firstLoad?.reject(new LoadFailure(problem))
    slot.firstLoad = null
  }

  function threads(): number {
    const own = isWorking() ? ownThreads : 0
    ownThreads = threadsFor({ cores: machine.cores, load: machine.load(), own })
    return ownThreads
  }

  /** Whether there is one, and with how much memory, shows only when a model is loaded. */
  function mayUseGraphics(): boolean {
    return machine.hasGraphics && !graphics.hasFailed()
  }

  function start(): ModelProcess {
    isSmall = deaths.isTooMany(clock.now())
    const started = createModelProcess({
      worker: startWorker(),
      clock,
      limits,
      threads,
      memoryCap: () =>
        Math.min(
          limits.memoryCap,
          memoryCap([...held.values(), ...(loading ? [loading.slot] : [])], machine.totalBytes),
        ),
      onEnd: why => afterEnd(why),
    })
    process = started
    return started
  }

  function afterEnd(why: EndReason) {
    const lost = loading
    const working = isWorking()
    const onGraphics =
      lost === null || working ? [...held.values()].some(({ loaded }) => loaded?.gpu != null) : lost.gpu
    const firstLoad = working || held.size > 0 ? undefined : (lost?.slot ?? [...slots.values()].find(isWanted))
    loading = null
    process = null
    held.clear()
    const repeat = onGraphics && (working || lost !== null) && why !== 'memory'
    const isMessage = onEnd({ repeat: repeat || why === 'closed' })
    if (why !== 'closed') {
      log.warn('the process of the language model ended', { why, working, loading: lost !== null, onGraphics })
      if (repeat) graphics.setFailed(true)
      else if (firstLoad?.firstLoad != null) afterFirstLoad(firstLoad, why)
      // A message is refused soon; it must not take the model away from all others.
      else if (!isMessage) afterDeath()
    }
    for (const slot of slots.values()) if (slot.stage === 'ready') setStage(slot, 'restarting')
    void run()
  }

  function afterFirstLoad(slot: Slot, why: EndReason) {
    slot.failedLoads += 1
    slot.room = smallestRoom
    if (why === 'slow') fail(slot, 'too-slow')
    else if (slot.failedLoads > 1) fail(slot, why === 'memory' ? 'too-little-memory' : 'crashed')
  }

  function afterDeath() {
    deaths.note(clock.now())
    if (isSmall) giveUp()
  }

  function giveUp() {
    for (const slot of slots.values()) if (isWanted(slot)) fail(slot, 'crashed')
  }

  function failAll(cause: unknown) {
    log.error('the process of the language model could not be started', cause)
    giveUp()
  }

  async function run() {
    if (isRunning) {
      isToRunAgain = true
      return
    }
    isRunning = true
    do {
      isToRunAgain = false
      await bringUp().catch(failAll)
    } while (isToRunAgain && !isClosed)
    isRunning = false
  }

  async function bringUp() {
    if (isClosed || ![...slots.values()].some(isWanted)) return process?.end('closed')
    const present = process ?? (await startAgain())
    if (present === null || !(await present.ready)) return
    for (const [use, slot] of held) {
      if (slots.get(use) === slot && isWanted(slot)) continue
      held.delete(use)
      if ((await present.ask({ type: 'unload', use }, limits.unloadMs)) === null) return
    }
    for (const slot of slots.values()) {
      if (isWanted(slot) && held.get(slot.use) !== slot) await load(slot, present, roomNow(slot))
      if (process !== present) return
    }
  }

  /** Null: meanwhile nothing is wanted any more. */
  async function startAgain(): Promise<ModelProcess | null> {
    const delayMs = deaths.delayMs(clock.now())
    if (delayMs > 0) {
      backingOff = new AbortController()
      await clock.sleep(delayMs, backingOff.signal)
      backingOff = null
    }
    if (isClosed || ![...slots.values()].some(isWanted)) return null
    return start()
  }

  function roomNow({ fileBytes, failedLoads }: Slot): Room {
    if (failedLoads > 0 || isSmall) return smallestRoom
    return roomFor(fileBytes, { totalBytes: machine.totalBytes, freeBytes: machine.freeBytes() })
  }

  async function load(slot: Slot, present: ModelProcess, room: Room) {
    const { use, model, fileBytes } = slot
    const gpu = mayUseGraphics() && !isSmall
    slot.room = room
    loading = { slot, gpu }
    const reply = await present.ask(
      { type: 'load', use, file: model.file, gpu, threads: threads(), ...room },
      limits.loadMs + fileBytes * limits.loadMsPerByte,
    )
    if (reply === null) return
    loading = null
    if (reply.type === 'done' && reply.value.of === 'loaded') {
      held.set(use, slot)
      if (slots.get(use) !== slot || slot.stage === 'resting') isToRunAgain = true
      else afterLoad(slot, reply.value.loaded)
    } else if (reply.type === 'failed') await afterRefusal(slot, present, reply)
    else present.end('garbage')
  }

  async function afterRefusal(slot: Slot, present: ModelProcess, { reason, detail }: Refusal) {
    const problem = problemOf(reason)
    const smaller = problem === 'too-little-memory' ? smallerRoom(slot.room) : null
    if (smaller !== null && slots.get(slot.use) === slot) return load(slot, present, smaller)
    log.warn('a language model could not be loaded', { problem, detail: detail.slice(0, LONGEST_DETAIL) })
    fail(slot, problem)
  }

  function afterLoad(slot: Slot, loaded: LoadedModel) {
    slot.loaded = loaded
    slot.failedLoads = 0
    setStage(slot, 'ready')
    slot.firstLoad?.resolve(loaded)
    slot.firstLoad = null
    onReady(slot)
  }

  return {
    slot: (use: ModelUse) => slots.get(use) ?? null,
    processOf(use: ModelUse): ModelProcess | null {
      return slots.get(use)?.stage === 'ready' ? process : null
    },

    async take(use: ModelUse, model: ModelFile | null): Promise<LoadedModel | null> {
      if (isClosed) return null
      const before = slots.get(use)
      slots.delete(use)
      before?.firstLoad?.resolve(null)
      if (loading !== null && loading.slot === before) process?.end('closed')
      if (model === null) {
        onChange(use)
        void run()
        return null
      }
      const fileBytes = statSync(model.file, { throwIfNoEntry: false })?.size ?? null
      const firstLoad = Promise.withResolvers<LoadedModel | null>()
      const slot = freshSlot(use, model, fileBytes ?? 0, firstLoad)
      slots.set(use, slot)
      onReplace(use)
      if (isSmall) process?.end('closed')
      if (fileBytes === null) fail(slot, 'missing')
      else if (!mayUseGraphics() && isTooBig(fileBytes, machine.totalBytes)) fail(slot, 'too-little-memory')
      else setStage(slot, 'loading')
      deaths.forget()
      backingOff?.abort()
      void run()
      return firstLoad.promise
    },

    /** Unloads it until the next call. */
    rest(use: ModelUse) {
      const slot = slots.get(use)
      if (slot?.stage !== 'ready') return
      setStage(slot, 'resting')
      void run()
    },
    wake(use: ModelUse) {
      const slot = slots.get(use)
      if (slot?.stage !== 'resting') return
      setStage(slot, 'loading')
      void run()
    },
    /** A process in its place, with the same models. */
    renew() {
      process?.end('closed')
    },
    /** For good. */
    close() {
      isClosed = true
      for (const { firstLoad } of slots.values()) firstLoad?.resolve(null)
      slots.clear()
      backingOff?.abort()
      process?.end('closed')
    },
  }
}
