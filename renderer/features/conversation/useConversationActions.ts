import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { goTo } from '#renderer/lib/route.ts'
import { fullTime } from '#renderer/lib/time.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyConversation, applyMessage } from './conversationStore.ts'
import type { Verdict } from './DeliveryLine.tsx'
import { useAct } from './useAct.ts'
import { useTakeBack } from './useTakeBack.ts'

/** What the owner can do with a conversation. */
export function useConversationActions(id: string) {
  const { t, i18n } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()
  const takeBack = useTakeBack(id)

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
      undoSend: (messageId: string) => act('undoSend', () => takeBack(messageId)),
      /** Back to the list, where it waits unread. */
      async markUnread() {
        if (await act('markUnread', async () => applyConversation(await rpc.conversation.markUnread({ id })))) {
          goTo('inbox')
        }
      },
      setLabels: (labelIds: string[]) =>
        act('labels', async () => applyConversation(await rpc.conversation.setLabels({ id, labelIds }))),
    }
  }, [act, rpc, id, t, i18n.language, takeBack])

  return { busy, actions }
}
export type ConversationActions = ReturnType<typeof useConversationActions>['actions']
