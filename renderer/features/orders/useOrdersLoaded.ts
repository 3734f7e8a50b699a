import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { showSources, sourcesFailed, sourcesLoading, useOrders } from './ordersStore.ts'

/** Reads sources and coupons when the page opens, after a change and after a reconnect. */
export function useOrdersLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useOrders(state => state.revision)
  const load = useCallback(async () => {
    sourcesLoading()
    try {
      const [sources, coupons] = await Promise.all([rpc.orders.sources(), rpc.orders.coupons()])
      showSources(sources, coupons)
    } catch {
      sourcesFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, revision])
  return () => void load()
}
