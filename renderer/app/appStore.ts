import { create } from 'zustand'

export interface AppState {
  /** The disk is full or cannot be written. */
  readonly storageTrouble: boolean
}

export const useApp = create<AppState>(() => ({ storageTrouble: false }))

export function applyStorageTrouble(storageTrouble: boolean) {
  useApp.setState({ storageTrouble })
}
