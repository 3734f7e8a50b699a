import { create } from 'zustand'
import type { ModelsState } from '#contract/model.ts'

export interface ModelsView {
  /** Null until they are read. */
  readonly models: ModelsState | null
}

export const useModels = create<ModelsView>(() => ({ models: null }))

export function applyModels(models: ModelsState) {
  useModels.setState({ models })
}
