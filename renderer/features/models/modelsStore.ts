import { create } from 'zustand'
import type { Hardware, InstalledModel, ModelsState, ModelUse } from '#contract/model.ts'
import type { OfferedModel } from './offers.ts'
import type { FileStep } from './sendFile.ts'

export interface ModelsView {
  status: 'loading' | 'ready' | 'failed'
  /** Null until they are read. */
  models: ModelsState | null
  offers: readonly OfferedModel[]
  /** Null while it is looked for; finding a graphics card can take a moment. */
  hardware: Hardware | 'failed' | null
  /** The file that this page reads, or what became of the last one. It goes on while another page is open. */
  file: FileStep | null
}

export const emptyModels: ModelsView = { status: 'loading', models: null, offers: [], hardware: null, file: null }

export const useModels = create<ModelsView>(() => emptyModels)

export function applyModels(models: ModelsState) {
  useModels.setState({ models })
}

export function setOffers(offers: readonly OfferedModel[]) {
  useModels.setState({ offers, status: 'ready' })
}

export function setHardware(hardware: Hardware | 'failed') {
  useModels.setState({ hardware })
}

export function modelsLoading() {
  useModels.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function modelsFailed() {
  useModels.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function setFile(file: FileStep | null) {
  useModels.setState({ file })
}

/** The one that is chosen for this; null: the built-in assistant or search. */
export function chosenFor({ engine, installed }: ModelsState, use: ModelUse): InstalledModel | null {
  const { modelId } = engine[use]
  return installed.find(({ id }) => id === modelId) ?? null
}

/** While nothing is chosen for this: the newest that could be. */
export function waitingFor({ engine, installed }: ModelsState, use: ModelUse): InstalledModel | null {
  if (engine[use].modelId !== null) return null
  const usable = installed.filter(model => model.use === use && model.problem === null)
  return usable.reduce<InstalledModel | null>(
    (newest, model) => (newest === null || model.installedAt > newest.installedAt ? model : newest),
    null,
  )
}
