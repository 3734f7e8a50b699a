import { useEffect, useState } from 'react'
import type { Order } from '#contract/orders.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { useConversations } from './conversationStore.ts'

/** Read when the contact comes on screen, when orders change and after a reconnect. */
export function useContactOrders(contactId: string): readonly Order[] | 'loading' | 'failed' {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useConversations(state => state.ordersRevision)
  const [found, setFound] = useState<{ contactId: string; orders: readonly Order[] | 'failed' } | null>(null)
  useEffect(() => {
    const aborter = new AbortController()
    const put = (orders: readonly Order[] | 'failed') => {
      if (!aborter.signal.aborted) setFound({ contactId, orders })
    }
    rpc.orders.ofContact({ contactId }, { signal: aborter.signal }).then(put, () => put('failed'))
    return () => aborter.abort()
  }, [rpc, epoch, revision, contactId])
  return found?.contactId === contactId ? found.orders : 'loading'
}
