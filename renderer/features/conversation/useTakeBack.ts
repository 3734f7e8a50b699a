import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyMessageRemoved } from './conversationStore.ts'
import { draftRestored } from './draftStore.ts'

/** Takes a reply back that has not left; its text is in the box again. */
export function useTakeBack(conversationId: string) {
  const { t } = useTranslation()
  const rpc = useRpc()
  return useCallback(
    async (messageId: string) => {
      try {
        const { text } = await rpc.conversation.undoSend({ messageId })
        applyMessageRemoved(conversationId, messageId)
        draftRestored(conversationId, messageId, text)
        showToast({ tone: 'neutral', text: t('conversation.delivery.undone') })
      } catch (error) {
        if (errorCode(error) !== 'TOO_LATE' && errorCode(error) !== 'NOT_FOUND') throw error
        showToast({ tone: 'warning', text: t('conversation.delivery.tooLate') })
      }
    },
    [rpc, conversationId, t],
  )
}
