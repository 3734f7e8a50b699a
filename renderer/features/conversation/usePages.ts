import { useCallback, useRef, useState } from 'react'
import { useRpc } from '#renderer/rpc/client.ts'
import { putEarlier, putLater, putThread, useConversations } from './conversationStore.ts'

const PAGE = 50

export type PageLoad = 'idle' | 'loading' | 'failed'

/** Earlier and later messages, one page at a time, and the way to the newest one. */
export function usePages(id: string) {
  const rpc = useRpc()
  const [earlier, setEarlier] = useState<PageLoad>('idle')
  const [later, setLater] = useState<PageLoad>('idle')
  const isLoading = useRef(false)

  const run = useCallback(async (work: () => Promise<void>, say: (state: PageLoad) => void) => {
    if (isLoading.current) return
    isLoading.current = true
    say('loading')
    try {
      await work()
      say('idle')
    } catch {
      say('failed')
    } finally {
      isLoading.current = false
    }
  }, [])

  const loadEarlier = useCallback(async () => {
    const thread = useConversations.getState().threads.get(id)
    const oldest = thread?.messages[0]
    if (!thread?.hasEarlier || !oldest) return
    await run(
      async () => putEarlier(id, await rpc.conversation.earlier({ id, beforeSeq: oldest.seq, limit: PAGE })),
      setEarlier,
    )
  }, [rpc, id, run])

  const loadLater = useCallback(async () => {
    const thread = useConversations.getState().threads.get(id)
    const newest = thread?.messages.at(-1)
    if (!thread?.hasLater || !newest) return
    await run(
      async () => putLater(id, await rpc.conversation.later({ id, afterSeq: newest.seq, limit: PAGE })),
      setLater,
    )
  }, [rpc, id, run])

  /** True when the end of the conversation is loaded. */
  const loadNewest = useCallback(async () => {
    if (useConversations.getState().threads.get(id)?.hasLater !== true) return true
    const askedAt = Date.now()
    await run(async () => putThread(await rpc.conversation.get({ id }), askedAt), setLater)
    return useConversations.getState().threads.get(id)?.hasLater === false
  }, [rpc, id, run])

  return { earlier, later, loadEarlier, loadLater, loadNewest }
}
