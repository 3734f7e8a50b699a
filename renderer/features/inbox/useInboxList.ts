import { useCallback, useEffect } from 'react'
import type { Rpc } from '#renderer/rpc/client.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import {
  cutOf,
  failLoading,
  putChannels,
  putCounts,
  putFirstPage,
  putNextPage,
  startLoading,
  useInbox,
} from './inboxStore.ts'
import type { Cut, Rows } from './placing.ts'

const PAGE_SIZE = 200
/** Read again in one go after a break, so that the reader stays about where they were. */
const MOST_READ_AGAIN = 1000

/** Keeps the list of the chosen view loaded; returns how to get more and how to try again. */
export function useInboxList() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const view = useInbox(state => state.view)
  const filter = useInbox(state => state.filter)
  const sort = useInbox(state => state.sorts[view])

  const loadFirst = useCallback(
    async (signal: AbortSignal) => {
      try {
        const wanted = Math.min(MOST_READ_AGAIN, useInbox.getState().items.length)
        const rows = await readRows(rpc, { view, filter, sort }, wanted, signal)
        if (!signal.aborted) putFirstPage(rows)
      } catch {
        // The list says so and offers to try again; a new connection tries by itself.
        if (!signal.aborted) failLoading()
      }
    },
    [rpc, view, filter, sort],
  )

  useEffect(() => {
    const aborter = new AbortController()
    void loadFirst(aborter.signal)
    return () => aborter.abort()
  }, [loadFirst, epoch])

  const loadMore = useCallback(async () => {
    const state = useInbox.getState()
    const { nextCursor: cursor, load } = state
    if (cursor === null || load !== 'idle') return
    startLoading('more')
    try {
      const page = await readPage(rpc, cutOf(state), cursor)
      if (useInbox.getState().nextCursor === cursor) putNextPage(page)
    } catch {
      if (useInbox.getState().nextCursor === cursor) failLoading()
    }
  }, [rpc])

  const retry = useCallback(() => {
    startLoading('first')
    void loadFirst(new AbortController().signal)
  }, [loadFirst])

  return { loadMore, retry }
}

function readPage(rpc: Rpc, { view, filter, sort }: Cut, cursor: string | null, signal?: AbortSignal): Promise<Rows> {
  return rpc.conversation.list({ view, sort, ...filter, cursor, limit: PAGE_SIZE }, { signal })
}

async function readRows(rpc: Rpc, cut: Cut, wanted: number, signal: AbortSignal): Promise<Rows> {
  let rows = await readPage(rpc, cut, null, signal)
  while (rows.items.length < wanted && rows.nextCursor !== null) {
    const { items, nextCursor } = await readPage(rpc, cut, rows.nextCursor, signal)
    rows = { items: [...rows.items, ...items], nextCursor }
  }
  return rows
}

/** Counts and channels: for the navigation too, so it lives as long as the app. */
export function useInboxFrame() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  useEffect(() => {
    const aborter = new AbortController()
    const read = async () => {
      const [counts, channels] = await Promise.all([rpc.conversation.counts(), rpc.channel.list()])
      if (aborter.signal.aborted) return
      putCounts(counts)
      putChannels(channels)
    }
    // Without numbers the list still works; the next connection reads them.
    read().catch(() => undefined)
    return () => aborter.abort()
  }, [rpc, epoch])
}
