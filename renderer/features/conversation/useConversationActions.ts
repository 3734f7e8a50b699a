import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { fullTime } from '#renderer/lib/time.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyConversation, applyMessage, applyMessageRemoved } from './conversationStore.ts'
import type { Verdict } from './DeliveryLine.tsx'
import { draftRestored } from './draftStore.ts'
import { useAct } from './useAct.ts'

/** What the owner can do with a conversation. */
export function useConversationActions(id: string) {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()

  const actions = useMemo(() => {
    const change = (name: 'takeOver' | 'handBack' | 'resolve' | 'reopen') =>
      act(name, async () => applyConversation(await rpc.conversation[name]({ id })))
    const reopen = () => change('reopen')
    const undo = { label: t('conversation.undo'), onSelect: () => void reopen() }
    return {
      takeOver: () => change('takeOver'),
      handBack: () => change('handBack'),
      reopen,
      async resolve() {
        if (await change('resolve')) showToast({ tone: 'good', text: t('conversation.resolvedToast'), action: undo })
      },
      async snooze(until: Date | null) {
        const done = await act('snooze', async () => applyConversation(await rpc.conversation.snooze({ id, until })))
        if (!done) return
        const text = until
          ? t('conversation.snoozedToast', { time: fullTime(until, i18n.language) })
          : t('conversation.snoozedUntilReplyToast')
        showToast({ tone: 'neutral', text, action: undo })
      },
      settle: (messageId: string, verdict: Verdict) =>
        act(`${messageId}:${verdict}`, async () =>
          applyMessage(await rpc.conversation.settleDelivery({ messageId, verdict })),
        ),
      undoSend: (messageId: string) =>
        act('undoSend', async () => {
          try {
            const { text } = await rpc.conversation.undoSend({ messageId })
            applyMessageRemoved(id, messageId)
            draftRestored(id, messageId, text)
            showToast({ tone: 'neutral', text: t('conversation.delivery.undone') })
          } catch (error) {
            if (errorCode(error) !== 'TOO_LATE' && errorCode(error) !== 'NOT_FOUND') throw error
            showToast({ tone: 'warning', text: t('conversation.delivery.tooLate') })
          }
        }),
    }
  }, [act, rpc, id, t, i18n.language])

  return { busy, actions }
}
export type ConversationActions = ReturnType<typeof useConversationActions>['actions']
