import { create } from 'zustand'

export interface ConnectionState {
  /** `refused`: the link was used up, and only a new one helps. */
  state: 'connecting' | 'online' | 'reconnecting' | 'refused'
  /** Rises with every connection made; a page that depends on it reads again after a reconnect. */
  epoch: number
}

export const useConnection = create<ConnectionState>(() => ({ state: 'connecting', epoch: 0 }))

export function markOnline() {
  useConnection.setState(({ epoch }) => ({ state: 'online', epoch: epoch + 1 }))
}

export function markLost() {
  useConnection.setState(({ epoch }) => ({ state: epoch === 0 ? 'connecting' : 'reconnecting' }))
}

export function markRefused() {
  useConnection.setState({ state: 'refused' })
}
