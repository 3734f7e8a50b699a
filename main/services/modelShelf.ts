import type { Hardware, InstalledModel, ModelProblem, ModelUse } from '#contract/model.ts'
import { answerSeconds, memoryNeed, roomFor } from '#domain/models/fit.ts'
import type { Clock } from '#main/ports/clock.ts'
import { LoadFailure, ModelFailure, type ModelEngine } from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { ModelFolder } from '#main/ports/modelFolder.ts'
import type { ModelFacts, ReadModel } from '#main/ports/modelReader.ts'
import type { ModelRecord } from '#main/ports/modelStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NotFound, Unusable } from './errors.ts'

export const uses: readonly ModelUse[] = ['writing', 'searching']

export interface ShelfDeps {
  stores: Pick<Stores, 'transaction' | 'models'>
  folder: ModelFolder
  read: ReadModel
  engine: ModelEngine
  hardware(): Promise<Hardware>
  onChange(): void
  clock: Clock
  log: Log
}

export interface Arrival {
  id: string
  catalogueId: string | null
  /** What the owner or the catalogue calls it. */
  name: string
  sha256: string
  bytes: number
}

/** Models that are here, and which of them is used for what. Loading and trying come one after the other. */
export function createModelShelf({ stores, folder, read, engine, hardware, onChange, clock, log }: ShelfDeps) {
  const store = stores.models
  const stopping = new AbortController()
  let last: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = last.then(work)
    last = next.catch(() => undefined)
    return next
  }

  function recordOf(id: string): ModelRecord {
    const record = store.get(id)
    if (!record) throw new NotFound()
    return record
  }

  function shown(record: ModelRecord): InstalledModel {
    const { modifiedMs: _modifiedMs, shape: _shape, ...model } = record
    return { ...model, inUse: store.inUse(record.use) === record.id }
  }

  function noteProblem(id: string, problem: ModelProblem | null) {
    // What the end of the program breaks off is no fault of the model.
    if (stopping.signal.aborted) return
    const record = store.get(id)
    if (record && record.problem !== problem) store.put({ ...record, problem })
  }

  /** It is the file that was checked when it came. Throws Unusable. */
  async function verify(record: ModelRecord) {
    const facts = await folder.facts(record.id)
    if (facts === null) throw new Unusable('missing')
    if (facts.bytes !== record.bytes) throw new Unusable('damaged')
    if (facts.modifiedMs === record.modifiedMs) return
    if ((await folder.sha256(record.id, stopping.signal)) !== record.sha256) throw new Unusable('damaged')
    store.put({ ...record, modifiedMs: facts.modifiedMs })
  }

  const needOf = (record: ModelRecord) => memoryNeed(record.bytes, record.shape, record.contextTokens)

  async function checkMemory(record: ModelRecord) {
    const inUseNow = store.inUse(record.use)
    const going = inUseNow === null ? null : store.get(inUseNow)
    const isLoaded = engine.state(record.use).stage === 'ready'
    const room = roomFor(await hardware(), going && isLoaded ? needOf(going) : 0)
    const neededBytes = needOf(record)
    if (Math.max(room.memory, room.graphics) < neededBytes) throw new Unusable('too-little-memory', { neededBytes })
  }

  /** Throws Unusable. */
  async function load(record: ModelRecord) {
    await verify(record)
    await checkMemory(record)
    const { id, name, sha256 } = record
    try {
      await engine.use(record.use, { id, name, sha256, file: folder.file(id) })
    } catch (cause) {
      throw unusable(cause)
    }
  }

  /** Measured as it is loaded now. Throws Unusable. */
  async function measureNow(record: ModelRecord) {
    if (record.use !== 'writing') return
    try {
      const speed = await engine.measure()
      const { replyTokensPerSecond } = speed
      const measured = { answerSeconds: answerSeconds(speed), replyTokensPerSecond }
      store.put({ ...recordOf(record.id), measured, problem: null })
    } catch (cause) {
      throw unusable(cause)
    }
  }

  async function bringBack(use: ModelUse) {
    const id = store.inUse(use)
    const record = id === null ? null : store.get(id)
    try {
      if (!record) {
        await engine.use(use, null)
        return
      }
      await load(record)
      noteProblem(record.id, null)
    } catch (error) {
      if (!(error instanceof Unusable) || !record) throw error
      log.warn('the model in use cannot be loaded', { problem: error.problem })
      noteProblem(record.id, error.problem)
    }
  }

  /** From now on this one; when it does not work, the one before goes on. Throws Unusable. */
  async function take(record: ModelRecord) {
    const before = store.inUse(record.use)
    try {
      await load(record)
      // Whoever hears that it works must see that it is the one.
      store.setInUse(record.use, record.id)
      if (record.measured === null) await measureNow(record)
    } catch (error) {
      store.setInUse(record.use, before)
      if (error instanceof Unusable) noteProblem(record.id, error.problem)
      await bringBack(record.use)
      throw error
    }
    noteProblem(record.id, null)
  }

  /** The unfinished file becomes a model. Throws Unusable, and then it is still there. */
  async function place(arrival: Arrival, facts: ModelFacts): Promise<ModelRecord> {
    const { id, catalogueId, name, sha256, bytes } = arrival
    await folder.finish(id)
    const placed = await folder.facts(id)
    if (placed === null) throw new Unusable('missing')
    const record: ModelRecord = {
      id,
      catalogueId,
      name,
      use: facts.use,
      bytes,
      sha256,
      modifiedMs: placed.modifiedMs,
      architecture: facts.architecture,
      parameters: facts.parameters,
      quantization: facts.quantization,
      contextTokens: facts.contextTokens,
      shape: facts.shape,
      installedAt: clock.now(),
      measured: null,
      problem: null,
    }
    try {
      stores.transaction(() => {
        store.put(record)
        store.removeTransfer(id)
      })
    } catch (error) {
      // Nobody would know of the file under its name.
      await folder.takeBack(id)
      throw error
    }
    return record
  }

  async function removeNow(record: ModelRecord) {
    if (store.inUse(record.use) === record.id) {
      store.setInUse(record.use, null)
      await engine.use(record.use, null)
    }
    await folder.remove(record.id)
    store.remove(record.id)
  }

  async function telling<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await inTurn(work)
    } finally {
      onChange()
    }
  }

  /** Memory that the models in use hold and would give back. */
  function heldBytes(): number {
    const held = uses.map(use => (engine.state(use).stage === 'ready' ? store.get(store.inUse(use) ?? '') : null))
    return held.reduce((sum, record) => sum + (record === null ? 0 : needOf(record)), 0)
  }

  return {
    heldBytes,
    list: (): InstalledModel[] => store.list().map(shown),
    /** Whether the file is a model of the use that was said. Throws Unusable. */
    async inspect(file: string, use: ModelUse | null): Promise<ModelFacts> {
      const facts = await read(file).catch((cause: unknown) => {
        throw unusable(cause)
      })
      if (use !== null && facts.use !== use) throw new Unusable('other-use')
      if (facts.use === 'writing' && !facts.hasChatTemplate) throw new Unusable('unsupported')
      return facts
    },
    /** Puts a checked file in its place and tries it. Throws Unusable when it cannot be used; it is here all the same. */
    install: (arrival: Arrival, facts: ModelFacts): Promise<InstalledModel> =>
      telling(async () => {
        const older =
          arrival.catalogueId === null ? [] : store.list().filter(one => one.catalogueId === arrival.catalogueId)
        const record = await place(arrival, facts)
        for (const one of older) await removeNow(one)
        await take(record)
        return shown(recordOf(record.id))
      }),
    use: (id: string) => telling(() => take(recordOf(id))),
    useBuiltIn: (use: ModelUse) =>
      telling(async () => {
        store.setInUse(use, null)
        await engine.use(use, null)
      }),
    measure: (id: string): Promise<InstalledModel> =>
      telling(async () => {
        const record = recordOf(id)
        if (store.inUse(record.use) === id) {
          await measureNow(record)
        } else {
          try {
            await load(record)
            await measureNow(record)
          } catch (error) {
            if (error instanceof Unusable) noteProblem(id, error.problem)
            throw error
          } finally {
            await bringBack(record.use)
          }
        }
        return shown(recordOf(id))
      }),
    tryGraphicsAgain: () =>
      telling(async () => {
        store.setGraphicsFailed(false)
        await engine.forgetGraphicsFailure()
      }),
    remove: (id: string) => telling(() => removeNow(recordOf(id))),
    /** Loads what is in use, in the background. */
    start() {
      for (const use of uses) {
        if (store.inUse(use) === null) continue
        telling(() => bringBack(use)).catch((error: unknown) => log.error('a model was not loaded', error))
      }
    },
    async stop() {
      stopping.abort()
      await last
    },
  }
}
export type ModelShelf = ReturnType<typeof createModelShelf>

function unusable(error: unknown): unknown {
  if (error instanceof LoadFailure) return new Unusable(error.problem, { cause: error })
  if (error instanceof ModelFailure) {
    const isSlow = error.reason === 'time' || error.reason === 'busy'
    return new Unusable(isSlow ? 'too-slow' : 'crashed', { cause: error })
  }
  return error
}
