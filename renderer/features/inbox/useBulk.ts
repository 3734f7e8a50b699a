import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction } from '#contract/conversation.ts'
import { formatNumber } from '#renderer/i18n/format.ts'
import type { Rpc } from '#renderer/rpc/client.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode, isConnectionLost } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { actOn } from './inboxStore.ts'

/** The most one call takes. */
const AT_ONCE = 1000
const UNDO_MS = 12_000

/** Acts on many conversations, says how many really changed, and offers to undo it. */
export function useBulk() {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()

  const undo = useCallback(
    async (undoIds: readonly string[]) => {
      try {
        let count = 0
        for (const undoId of undoIds) count += (await rpc.conversation.undoBulk({ undoId })).changed
        showToast({
          tone: 'neutral',
          text: t('inbox.bulk.undone', { count, number: formatNumber(count, i18n.language) }),
        })
      } catch (error) {
        showToast({ tone: 'bad', text: t(errorCode(error) === 'GONE' ? 'inbox.bulk.undoGone' : failure(error)) })
      }
    },
    [rpc, t, i18n.language],
  )

  return useCallback(
    async (ids: readonly string[], action: BulkAction): Promise<boolean> => {
      if (ids.length === 0) return false
      actOn(ids)
      try {
        const { changed, undoIds } = await act(rpc, ids, action)
        const [count, total] = [changed, ids.length]
        const number = formatNumber(count, i18n.language)
        const what = t(`inbox.bulk.did.${action.kind}`)
        showToast({
          tone: count === 0 ? 'neutral' : 'good',
          text:
            count === total
              ? t('inbox.bulk.all', { what, count, number })
              : t('inbox.bulk.some', { what, number, total: formatNumber(total, i18n.language) }),
          action:
            undoIds.length === 0 ? undefined : { label: t('inbox.bulk.undo'), onSelect: () => void undo(undoIds) },
          timeoutMs: UNDO_MS,
        })
        return true
      } catch (error) {
        showToast({ tone: 'bad', text: t(failure(error)) })
        return false
      } finally {
        actOn([])
      }
    },
    [rpc, t, i18n.language, undo],
  )
}

async function act(rpc: Rpc, ids: readonly string[], action: BulkAction) {
  let changed = 0
  const undoIds: string[] = []
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const done = await rpc.conversation.bulk({ ids: ids.slice(start, start + AT_ONCE), action })
    changed += done.changed
    if (done.undoId !== null) undoIds.push(done.undoId)
  }
  return { changed, undoIds }
}

function failure(error: unknown) {
  return isConnectionLost(error) ? 'inbox.bulk.offline' : 'inbox.bulk.failed'
}
