import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { failLoading, putChannels, putCounts, putFirstPage, putNextPage, startLoading, useInbox } from './inboxStore.ts'

const PAGE_SIZE = 50
const SEARCH_AGAIN_MS = 600

/** Keeps the list of the chosen view loaded; returns how to get more and how to try again. */
export function useInboxList() {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const view = useInbox(state => state.view)
  const channelId = useInbox(state => state.channelId)
  const text = useInbox(state => state.text)
  const isStale = useInbox(state => state.isStale)

  const loadFirst = useCallback(
    async (signal: AbortSignal) => {
      try {
        const page = await rpc.conversation.list({ view, channelId, text, limit: PAGE_SIZE }, { signal })
        if (!signal.aborted) putFirstPage(page)
      } catch {
        // The list says so and offers to try again; a new connection tries by itself.
        if (!signal.aborted) failLoading()
      }
    },
    [rpc, view, channelId, text],
  )

  useEffect(() => {
    const aborter = new AbortController()
    void loadFirst(aborter.signal)
    return () => aborter.abort()
  }, [loadFirst, epoch])

  useEffect(() => {
    if (!isStale) return
    const aborter = new AbortController()
    const timer = setTimeout(() => void loadFirst(aborter.signal), SEARCH_AGAIN_MS)
    return () => {
      clearTimeout(timer)
      aborter.abort()
    }
  }, [isStale, loadFirst])

  const loadMore = useCallback(async () => {
    const { nextCursor, load } = useInbox.getState()
    if (nextCursor === null || load !== 'idle') return
    startLoading('more')
    try {
      const page = await rpc.conversation.list({ view, channelId, text, cursor: nextCursor, limit: PAGE_SIZE })
      if (useInbox.getState().nextCursor === nextCursor) putNextPage(page)
    } catch {
      failLoading()
    }
  }, [rpc, view, channelId, text])

  const retry = useCallback(() => {
    startLoading('first')
    void loadFirst(new AbortController().signal)
  }, [loadFirst])

  return { loadMore, retry }
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
