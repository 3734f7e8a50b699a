import { useTranslation } from 'react-i18next'
import type { Message } from '#contract/message.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { errorCode } from '#renderer/rpc/errors.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { applyMessage } from './conversationStore.ts'
import { useAct } from './useAct.ts'
import { useTakeBack } from './useTakeBack.ts'

/** What the owner can do about a reply that waits for its time. */
export function useScheduled({ id, conversationId }: Message) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const { busy, act } = useAct()
  const takeBack = useTakeBack(conversationId)

  const change = (name: string, work: () => Promise<Message>) =>
    act(name, async () => {
      try {
        applyMessage(await work())
      } catch (error) {
        const text = {
          TOO_LATE: t('conversation.delivery.tooLate'),
          NOT_FOUND: t('conversation.delivery.tooLate'),
          BAD_TIME: t('composer.later.badTime'),
        }[errorCode(error) ?? '']
        if (text === undefined) throw error
        showToast({ tone: 'warning', text })
      }
    })

  return {
    busy,
    sendNow: () => change('sendNow', () => rpc.conversation.sendNow({ messageId: id })),
    changeTime: (sendAt: Date) => change('changeTime', () => rpc.conversation.reschedule({ messageId: id, sendAt })),
    takeBack: () => act('takeBack', () => takeBack(id)),
  }
}
