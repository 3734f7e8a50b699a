import { useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { readAgain, useConnection } from '#renderer/rpc/connectionStore.ts'
import { applyEvent } from './applyEvent.ts'
import { followEvents } from './followEvents.ts'

/** The only subscriber of the main process's events; a new connection begins a new stream. */
export function useAppEvents() {
  const rpc = useRpc()
  const connections = useConnection(state => state.connections)
  useEffect(() => {
    if (connections === 0) return
    const aborter = new AbortController()
    void followEvents({
      subscribe: signal => rpc.events.subscribe(undefined, { signal }),
      apply: applyEvent,
      readAgain,
      sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
      signal: aborter.signal,
    })
    return () => aborter.abort()
  }, [rpc, connections])
}
