import { useEffect, useState } from 'react'
import type { Order, Warranty } from '#contract/orders.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { orderList } from './listStore.ts'
import { useOrders } from './ordersStore.ts'

export interface OpenOrder {
  order: Order
  /** Null until they are read. */
  warranties: readonly Warranty[] | null
}

/** One order, first as the list has it, then as it is now. */
export function useOrder(id: string): OpenOrder | 'loading' | 'gone' | 'failed' {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useOrders(state => state.revision)
  const [open, setOpen] = useState<OpenOrder | 'loading' | 'gone' | 'failed'>(() => {
    const listed = orderList.useList.getState().items.find(one => one.id === id)
    return listed ? { order: listed, warranties: null } : 'loading'
  })
  useEffect(() => {
    const abort = new AbortController()
    const options = { signal: abort.signal }
    Promise.all([rpc.orders.get({ id }, options), rpc.orders.warranties({ id }, options)]).then(
      ([order, warranties]) => !abort.signal.aborted && setOpen({ order, warranties }),
      error => {
        if (abort.signal.aborted) return
        const isGone = errorCode(error) === 'NOT_FOUND'
        setOpen(before => (isGone ? 'gone' : typeof before === 'string' ? 'failed' : before))
      },
    )
    return () => abort.abort()
  }, [rpc, id, epoch, revision])
  return open
}
