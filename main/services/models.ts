import type {
  CatalogueModel,
  Fit,
  Hardware,
  InstalledModel,
  ModelsState,
  ModelTransfer,
  ModelUse,
} from '#contract/model.ts'
import type { Catalogue } from '#domain/models/catalogue.ts'
import { expectedSeconds, fitOf, recommended, roomFor, speedOf } from '#domain/models/fit.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Machine } from '#main/ports/hardware.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Publish } from './events.ts'
import { NotFound } from './errors.ts'
import { createModelDownloads } from './modelDownloads.ts'
import { createModelPieces } from './modelPieces.ts'
import { createModelShelf, type ShelfDeps } from './modelShelf.ts'
import { createModelTransfers } from './modelTransfers.ts'

/** The screen is told this often at most. */
const TELL_EVERY_MS = 250

export interface ModelsDeps extends Omit<ShelfDeps, 'hardware' | 'onChange' | 'stores'> {
  stores: ShelfDeps['stores'] & Parameters<typeof createModelDownloads>[0]['stores']
  gateway: Gateway
  machine: Machine
  offered: Catalogue
  publish: Publish
  /** Which model is used for what may have changed. */
  onChoice?(): void
  ids: Ids
  /** Stays free on the disk. */
  roomLeftBytes?: number
}

export interface Offer {
  model: CatalogueModel
  fit: Fit
  answerSeconds: number | null
  recommended: boolean
}

/** Models as files of the shop: what is offered, what is here, what is on its way, what is used. Not part of any backup. */
export function createModels(deps: ModelsDeps) {
  const { stores, folder, engine, gateway, machine, offered, publish, clock, ids, log, roomLeftBytes } = deps
  const store = stores.models
  const stopping = new AbortController()
  let cleaned: Promise<void> = Promise.resolve()
  let isTelling = false

  /** Changes that follow each other closely are told together. */
  function onChange() {
    deps.onChoice?.()
    if (isTelling) return
    isTelling = true
    void clock.sleep(TELL_EVERY_MS, stopping.signal).then(() => {
      isTelling = false
      if (!stopping.signal.aborted) publish({ type: 'modelsChanged', models: state() })
    })
  }

  const transfers = createModelTransfers({ store, folder, onChange, clock, roomLeftBytes })
  const shelf = createModelShelf({ ...deps, hardware, onChange })
  const pieces = createModelPieces({ transfers, folder, shelf, clock, ids, log })
  const downloads = createModelDownloads({ stores, transfers, folder, shelf, gateway, offered, clock, ids, log })
  engine.onState(onChange)

  async function hardware(): Promise<Hardware> {
    const [facts, freeDiskBytes] = await Promise.all([machine.facts(), folder.freeBytes()])
    return { ...facts, graphicsFailed: store.graphicsFailed(), freeDiskBytes }
  }

  function state(): ModelsState {
    const engineOf = (use: ModelUse) => {
      const { modelId, stage, problem, gpuFailed } = engine.state(use)
      return { modelId, stage, problem, gpuFailed }
    }
    return {
      installed: shelf.list(),
      transfers: transfers.list(),
      engine: { writing: engineOf('writing'), searching: engineOf('searching') },
    }
  }

  async function memorySpeed(): Promise<number> {
    const known = store.memorySpeed()
    if (known !== null) return known
    const measured = await machine.measureMemorySpeed()
    store.setMemorySpeed(measured)
    return measured
  }

  async function catalogue(): Promise<Offer[]> {
    const speed = speedOf(await memorySpeed(), measuredModels())
    const room = roomFor(await hardware(), shelf.heldBytes())
    const offers = offered.models.map(model => {
      // How fast a graphics card is shows only when a model was measured on it.
      const isKnown = model.use === 'writing' && (room.graphics < model.memoryBytes || measuredModels().length > 0)
      const answerSeconds = isKnown ? expectedSeconds(model.bytes, speed) : null
      return { model, answerSeconds, fit: fitOf(model, room, answerSeconds) }
    })
    const best = recommended(offers, stores.settings.get().language)
    return offers.map(offer => ({ ...offer, recommended: best.has(offer.model.id) }))
  }

  function measuredModels() {
    return shelf.list().flatMap(({ bytes, measured }) => (measured === null ? [] : [{ bytes, measured }]))
  }

  async function cancel(id: string) {
    if (pieces.has(id)) await pieces.cancel(id)
    else await downloads.cancel(id)
  }

  return {
    state,
    hardware,
    catalogue,
    async download(catalogueId: string): Promise<ModelTransfer> {
      await cleaned
      const model = offered.models.find(one => one.id === catalogueId)
      if (!model) throw new NotFound()
      return downloads.begin(model)
    },
    pause: (id: string) => downloads.pause(id),
    resume: (id: string) => downloads.resume(id),
    cancel,
    async beginFile(name: string, bytes: number): Promise<ModelTransfer> {
      await cleaned
      return pieces.begin(name, bytes)
    },
    addPiece: (id: string, offset: number, piece: Uint8Array) => pieces.add(id, offset, piece),
    finishFile: (id: string): Promise<InstalledModel> => pieces.finish(id),
    async use(id: string) {
      await shelf.use(id)
      return state()
    },
    async useBuiltIn(use: ModelUse) {
      await shelf.useBuiltIn(use)
      return state()
    },
    measure: (id: string): Promise<InstalledModel> => shelf.measure(id),
    async tryGraphicsAgain() {
      await shelf.tryGraphicsAgain()
      return state()
    },
    remove: (id: string) => shelf.remove(id),
    /** Cleans up, loads what is in use and goes on with downloads; nobody waits for it. */
    start() {
      cleaned = transfers.clean().catch((error: unknown) => log.error('the folder of models was not cleaned', error))
      void cleaned.then(() => {
        if (!stopping.signal.aborted) downloads.start()
      })
      pieces.start()
      shelf.start()
    },
    async stop() {
      stopping.abort()
      await cleaned
      await Promise.all([downloads.stop(), pieces.stop(), shelf.stop()])
    },
  }
}
export type Models = ReturnType<typeof createModels>
