import { useEffect } from 'react'
import type { Thread } from '#contract/conversation.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConversations } from './conversationStore.ts'
import { createDraftKeeper, type DraftKeeper } from './draftKeeper.ts'
import { draftOf, useDrafts } from './draftStore.ts'

/** When a read was too old to believe. */
const AGAIN_MS = 500

const keepers = new WeakMap<Rpc, DraftKeeper>()

function keeperOf(rpc: Rpc): DraftKeeper {
  const known = keepers.get(rpc) ?? createDraftKeeper((id, draft) => rpc.conversation.saveDraft({ id, draft }))
  keepers.set(rpc, known)
  return known
}

/** Brings back what was being written in a conversation, and saves it from then on. */
export function useKeptDraft({ conversation: { id }, draft }: Thread) {
  const rpc = useRpc()
  const keeper = keeperOf(rpc)
  const askedAt = useConversations(state => state.askedAt.get(id) ?? 0)

  useEffect(() => {
    if (keeper.opened(id, draft, askedAt)) return
    let timer: ReturnType<typeof setTimeout>
    let isGone = false
    const again = async () => {
      const at = Date.now()
      const fresh = await rpc.conversation.get({ id }).catch(() => null)
      // Whoever goes on writing saves again, and then their words count.
      if (fresh !== null && !isGone && !keeper.opened(id, fresh.draft, at)) wait()
    }
    const wait = () => {
      timer = setTimeout(() => void again(), AGAIN_MS)
    }
    wait()
    return () => {
      isGone = true
      clearTimeout(timer)
    }
  }, [rpc, keeper, id, draft, askedAt])

  useEffect(() => {
    const stop = useDrafts.subscribe((state, before) => {
      if (before.drafts.has(id) && !state.drafts.has(id)) return keeper.sent(id)
      const [now, then] = [draftOf(state, id), draftOf(before, id)]
      if (now.text !== then.text || now.kind !== then.kind) keeper.changed(id)
    })
    const leave = () => keeper.flush()
    addEventListener('blur', leave)
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', leave)
    return () => {
      stop()
      leave()
      removeEventListener('blur', leave)
      removeEventListener('pagehide', leave)
      document.removeEventListener('visibilitychange', leave)
    }
  }, [keeper, id])
}
