import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { listsFailed, listsLoading, setLists } from './rehearsalStore.ts'

/** Reads sets and runs when the page opens and after a reconnect; returns a way to try again. */
export function useRehearsalLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const load = useCallback(async () => {
    listsLoading()
    try {
      const [sets, runs] = await Promise.all([rpc.rehearsal.sets(), rpc.rehearsal.runs()])
      setLists(sets, runs)
    } catch {
      listsFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch])
  return () => void load()
}
