import { useEffect } from 'react'
import type { Thread } from '#contract/conversation.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { SAVE_SETTLES_MS, createDraftKeeper, type DraftKeeper } from './draftKeeper.ts'
import { draftOf, useDrafts } from './draftStore.ts'

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

  useEffect(() => {
    if (keeper.opened(id, draft)) return
    const again = () =>
      rpc.conversation.get({ id }).then(
        fresh => keeper.opened(id, fresh.draft),
        () => undefined,
      )
    const timer = setTimeout(() => void again(), SAVE_SETTLES_MS)
    return () => clearTimeout(timer)
  }, [rpc, keeper, id, draft])

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
