import { useCallback, useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { addFound, noSearch, searchFailed, searching, setFound, useSearchStore } from './searchStore.ts'

const PAGE = 30

/** Searches for the text; what was found for it before is shown again at once, in the place it was left. */
export function useSearch(text: string) {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [attempt, setAttempt] = useState(0)

  useEffect(() => {
    const searched = text.trim()
    if (searched === '') {
      noSearch()
      return
    }
    if (epoch === 0 || (useSearchStore.getState().text === searched && attempt === 0)) return
    const abort = new AbortController()
    searching('loading')
    rpc.search.find({ text: searched, limit: PAGE }, { signal: abort.signal }).then(
      page => !abort.signal.aborted && setFound(searched, page),
      () => !abort.signal.aborted && searchFailed(),
    )
    return () => abort.abort()
  }, [rpc, epoch, text, attempt])

  const loadMore = useCallback(async () => {
    const { text: searched, page, load } = useSearchStore.getState()
    if (searched === null || page.nextCursor === null || load !== 'idle') return
    searching('more')
    try {
      addFound(searched, await rpc.search.find({ text: searched, cursor: page.nextCursor, limit: PAGE }))
    } catch {
      searchFailed()
    }
  }, [rpc])

  return { loadMore: () => void loadMore(), retry: () => setAttempt(before => before + 1) }
}
