import { useCallback, useEffect, useRef, useState } from 'react'
import type { RehearsalRun } from '#contract/rehearsal.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { addResults, resultsFailed, setResults, useRehearsal } from './rehearsalStore.ts'

const PAGE = 200

/** The results of a run as the filter says; a running one is read again until its first page is full, and at its end. */
export function useResults(run: RehearsalRun | null) {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const filter = useRehearsal(state => state.filter)
  const revision = useRehearsal(state => state.revision)
  const [tries, setTries] = useState(0)
  const isLoading = useRef(false)
  const id = run?.id ?? null
  const progress = run?.state === 'running' ? Math.min(run.done, PAGE) : run?.state

  useEffect(() => {
    if (id === null) return
    const aborter = new AbortController()
    const load = async () => {
      try {
        const page = await rpc.rehearsal.results({ id, only: filter, limit: PAGE }, { signal: aborter.signal })
        if (!aborter.signal.aborted) setResults(page.items, page.total)
      } catch {
        if (!aborter.signal.aborted) resultsFailed()
      }
    }
    void load()
    return () => aborter.abort()
  }, [rpc, epoch, id, filter, revision, progress, tries])

  const loadMore = useCallback(async () => {
    const { results } = useRehearsal.getState()
    if (id === null || isLoading.current || results.status !== 'ready' || results.items.length >= results.total) return
    isLoading.current = true
    try {
      const page = await rpc.rehearsal.results({ id, only: filter, offset: results.items.length, limit: PAGE })
      const isStillShown = useRehearsal.getState().filter === filter
      if (isStillShown) addResults(page.items, page.total)
    } catch {
      // Scrolling on asks again.
    } finally {
      isLoading.current = false
    }
  }, [rpc, id, filter])

  return { loadMore: () => void loadMore(), retry: () => setTries(count => count + 1) }
}
