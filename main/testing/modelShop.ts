import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { AppEventBody } from '#contract/events.ts'
import type { CatalogueModel, Hardware, ModelUse } from '#contract/model.ts'
import { readModel } from '#main/ai/modelReader.ts'
import { createGateway } from '#main/gateway/gateway.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import { ModelFailure, type EngineState, type LoadFailure, type ModelEngine } from '#main/ports/languageModel.ts'
import type { ModelFolder } from '#main/ports/modelFolder.ts'
import { createModels } from '#main/services/models.ts'
import { createModelFolder } from '#main/storage/modelFolder.ts'
import { systemClock } from '#main/system/clock.ts'
import { createIds } from '#main/system/ids.ts'
import { silentLog } from './shop.ts'
import { openTestStores } from './storage.ts'

/** Waits a thousandth of what it is asked to, but for stretches of silence, which it sits through. */
const hastyClock: Clock = {
  now: () => new Date(),
  sleep: (ms, signal) => systemClock.sleep(ms === 60_000 ? ms : ms / 1000, signal),
}

export const computer: Omit<Hardware, 'graphicsFailed' | 'freeDiskBytes'> = {
  processor: 'Test',
  cores: 4,
  memoryBytes: 16e9,
  freeMemoryBytes: 8e9,
  graphics: [],
}

export const sha256Of = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

/** An entry of a catalogue for these bytes. */
export function offerOf(url: string, bytes: Uint8Array, change: Partial<CatalogueModel> = {}): CatalogueModel {
  return {
    id: 'tiny',
    name: 'Tiny',
    maker: 'Test',
    use: 'writing',
    parameters: 0.1,
    quantization: 'Q8_0',
    bytes: bytes.length,
    memoryBytes: 1e9,
    contextTokens: 2048,
    languages: ['en'],
    licence: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    url,
    sha256: sha256Of(bytes),
    ...change,
  }
}

/** An engine without a process. What it fails with next may be put into `failures`. */
export function createFakeEngine() {
  const states = new Map<ModelUse, EngineState>()
  const off: EngineState = { modelId: null, stage: 'off', problem: null, gpuFailed: false }
  const loads: (string | null)[] = []
  const failures: { use: LoadFailure[]; measure: ModelFailure[] } = { use: [], measure: [] }
  const engine: ModelEngine = {
    current: () => null,
    draft() {
      throw new ModelFailure('none')
    },
    complete: () => Promise.reject(new ModelFailure('none')),
    prepare: async () => undefined,
    async use(use, model) {
      loads.push(model?.name ?? null)
      states.set(use, off)
      const failure = model === null ? undefined : failures.use.shift()
      if (failure) throw failure
      if (model === null) return null
      states.set(use, { ...off, modelId: model.id, stage: 'ready' })
      return { gpu: null, contextTokens: 2048, dimension: null, canRank: false, memoryBytes: 1e8 }
    },
    state: use => states.get(use) ?? off,
    onState() {},
    embed: async () => [],
    rank: async () => null,
    forgetGraphicsFailure: async () => undefined,
    async measure() {
      const failure = failures.measure.shift()
      if (failure) throw failure
      return { promptTokensPerSecond: 100, replyTokensPerSecond: 20, loadMs: 5 }
    },
    close: async () => undefined,
  }
  return { engine, loads, failures }
}

export interface ModelShopOptions {
  offers?: readonly CatalogueModel[]
  /** The shop before a restart of the program. */
  before?: ReturnType<typeof openTestStores>
  clock?: Clock
  facts?: Partial<typeof computer>
  domains?: readonly string[]
  folder?: (real: ModelFolder) => ModelFolder
  gateway?: (real: Gateway) => Gateway
  roomLeftBytes?: number
  dataFolder?: string
  /** In place of the one without a process. */
  engine?: ModelEngine
}

/** The models of a shop on a real database and a real folder, with a real gateway, and no process. */
export function createModelShop(options: ModelShopOptions = {}) {
  const before = options.before ?? openTestStores()
  const { stores } = before
  const clock = options.clock ?? hastyClock
  const realFolder = createModelFolder({ folder: join(options.dataFolder ?? before.folder, 'models') })
  const folder = options.folder?.(realFolder) ?? realFolder
  const events: AppEventBody[] = []
  const fake = createFakeEngine()
  const facts = { ...computer, ...options.facts }
  const { gateway } = createGateway({ wallLog: stores.wallLog, clock, log: silentLog })
  const models = createModels({
    stores,
    folder,
    read: readModel,
    engine: options.engine ?? fake.engine,
    gateway: options.gateway?.(gateway) ?? gateway,
    machine: { facts: async () => facts, measureMemorySpeed: async () => 20e9 },
    offered: { downloadDomains: options.domains ?? [], models: options.offers ?? [] },
    publish: event => void events.push(event),
    roomLeftBytes: options.roomLeftBytes ?? 0,
    clock,
    ids: createIds(),
    log: silentLog,
  })
  onTestFinished(() => models.stop())
  return { ...fake, before, stores, folder, models, events, clock }
}
export type ModelShop = ReturnType<typeof createModelShop>
