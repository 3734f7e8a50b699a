import { useCallback, useEffect } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { applyIndexState, setSources, sourcesFailed, sourcesLoading, useKnowledge } from './knowledgeStore.ts'

/** Reads sources and the state of search when the page opens, after a change and after a reconnect. */
export function useKnowledgeLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useKnowledge(state => state.revision)
  const load = useCallback(async () => {
    sourcesLoading()
    try {
      const [sources, index] = await Promise.all([rpc.knowledge.sources(), rpc.knowledge.indexState()])
      setSources(sources)
      applyIndexState(index)
    } catch {
      sourcesFailed()
    }
  }, [rpc])
  useEffect(() => void load(), [load, epoch, revision])
  return () => void load()
}
