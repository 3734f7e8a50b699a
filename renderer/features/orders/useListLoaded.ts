import { useEffect, useState } from 'react'
import type { Rpc } from '#renderer/rpc/client.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { PAGE_SIZE } from './listStore.ts'
import type { RecordList } from './listStore.ts'
import { useOrders } from './ordersStore.ts'

const TYPING_PAUSE_MS = 200

export type ReadPage<Item> = (
  rpc: Rpc,
  input: { text: string; offset: number; limit: number },
  signal: AbortSignal,
) => Promise<{ items: Item[]; total: number }>

/** Reads the page that is asked for; an answer that comes after the next question is dropped. `read` is one constant function. */
export function useListLoaded<Item>(list: RecordList<Item>, read: ReadPage<Item>): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useOrders(state => state.revision)
  const query = list.useList(state => state.query)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    const load = async () => {
      try {
        const input = { text: query.text.trim(), offset: query.offset, limit: PAGE_SIZE }
        const { items, total } = await read(rpc, input, abort.signal)
        if (!abort.signal.aborted) list.show(items, total)
      } catch {
        if (!abort.signal.aborted) list.failed()
      }
    }
    const timer = setTimeout(() => void load(), query.text === '' ? 0 : TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rpc, epoch, revision, query, attempt, list, read])
  return () => setAttempt(before => before + 1)
}
