import { useEffect, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { entriesFailed, PAGE_SIZE, setEntries, useKnowledge } from './knowledgeStore.ts'

const TYPING_PAUSE_MS = 200

/** Reads the page of entries that is asked for; an answer that comes after the next question is dropped. */
export function useEntriesLoaded(): () => void {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const revision = useKnowledge(state => state.revision)
  const query = useKnowledge(state => state.query)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const abort = new AbortController()
    const load = async () => {
      try {
        const input = { sourceId: query.sourceId, text: query.text.trim(), offset: query.offset, limit: PAGE_SIZE }
        const { items, total } = await rpc.knowledge.entries(input, { signal: abort.signal })
        if (!abort.signal.aborted) setEntries(items, total)
      } catch {
        if (!abort.signal.aborted) entriesFailed()
      }
    }
    const timer = setTimeout(() => void load(), query.text === '' ? 0 : TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [rpc, epoch, revision, query, attempt])
  return () => setAttempt(before => before + 1)
}
