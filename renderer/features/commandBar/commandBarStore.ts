import { create } from 'zustand'

export interface CommandBarState {
  readonly open: 'bar' | 'keys' | null
  /** Ids of what was used last, the newest first, as long as the window is open. */
  readonly recent: readonly string[]
}

const RECENT = 5

export const useCommandBar = create<CommandBarState>(() => ({ open: null, recent: [] }))

export function openBar() {
  useCommandBar.setState({ open: 'bar' })
}

export function openKeys() {
  useCommandBar.setState({ open: 'keys' })
}

export function closeBar() {
  useCommandBar.setState({ open: null })
}

export function noteUsed(id: string) {
  useCommandBar.setState(({ recent }) => ({
    recent: [id, ...recent.filter(other => other !== id)].slice(0, RECENT),
  }))
}
