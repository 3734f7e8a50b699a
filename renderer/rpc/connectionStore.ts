import { create } from 'zustand'

export interface ConnectionState {
  /** `refused`: the link was used up, and only a new one helps. */
  readonly state: 'connecting' | 'online' | 'reconnecting' | 'refused'
  /** Counts the connections made. */
  readonly connections: number
  /**
   * Rises when events may have been missed: after every (re)connect, and on a gap. A view that shows data of the main
   * process has this in its effect's dependencies and reads again. 0 means that events do not flow yet.
   */
  readonly epoch: number
}

export const useConnection = create<ConnectionState>(() => ({ state: 'connecting', connections: 0, epoch: 0 }))

export function markOnline() {
  useConnection.setState(({ connections }) => ({ state: 'online', connections: connections + 1 }))
}

export function markLost() {
  useConnection.setState(({ connections }) => ({ state: connections === 0 ? 'connecting' : 'reconnecting' }))
}

export function markRefused() {
  useConnection.setState({ state: 'refused' })
}

export function readAgain() {
  useConnection.setState(({ epoch }) => ({ epoch: epoch + 1 }))
}
