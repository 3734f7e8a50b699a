import { useEffect, useState } from 'react'
import type { Order } from '#contract/orders.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { orderList } from './listStore.ts'
import { useOrders } from './ordersStore.ts'

/** One order, first as the list has it, then as it is now. */
export function useOrder(id: string): Order | 'loading' | 'gone' | 'failed' {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useOrders(state => state.revision)
  const [order, setOrder] = useState<Order | 'loading' | 'gone' | 'failed'>(
    () => orderList.useList.getState().items.find(listed => listed.id === id) ?? 'loading',
  )
  useEffect(() => {
    const abort = new AbortController()
    rpc.orders.get({ id }, { signal: abort.signal }).then(
      found => !abort.signal.aborted && setOrder(found),
      error => {
        if (abort.signal.aborted) return
        const isGone = errorCode(error) === 'NOT_FOUND'
        setOrder(before => (isGone ? 'gone' : typeof before === 'string' ? 'failed' : before))
      },
    )
    return () => abort.abort()
  }, [rpc, id, epoch, revision])
  return order
}
