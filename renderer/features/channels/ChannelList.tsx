import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelMode } from '#contract/channel.ts'
import type { Opening } from '#domain/hours/opening.ts'
import { currentLanguage } from '#renderer/i18n/index.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { ConfirmDialog } from '#renderer/ui/ConfirmDialog.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ChannelCard } from './ChannelCard.tsx'
import {
  applyChannel,
  autoWasExplained,
  inOrder,
  mustExplainAuto,
  removeChannel,
  someoneWaits,
  useChannels,
} from './channelsStore.ts'
import { healthWords } from './healthWords.ts'
import { useNow } from './useNow.ts'

type Question = { about: 'auto' | 'remove'; channel: Channel }

export interface ChannelListProps {
  onEdit: (id: string) => void
  /** Of the shop; null until it is known. */
  opening: Opening | null
}

/** The cards, and everything they can ask the main process to do. */
export function ChannelList({ onEdit, opening }: ChannelListProps) {
  const { t } = useTranslation()
  const rpc = useRpc()
  const channels = useChannels(state => state.channels)
  const kinds = useChannels(state => state.kinds)
  const now = useNow(useChannels(someoneWaits) ? 1000 : 30_000)
  const [question, setQuestion] = useState<Question | null>(null)

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch {
      showToast({ tone: 'bad', text: t('common.actionFailed') })
      return false
    }
  }

  const setMode = (id: string, mode: ChannelMode) =>
    attempt(async () => applyChannel(await rpc.channel.setMode({ id, mode })))

  function chooseMode(channel: Channel, mode: ChannelMode) {
    if (mode === 'auto' && mustExplainAuto(useChannels.getState(), channel.id)) setQuestion({ about: 'auto', channel })
    else void setMode(channel.id, mode)
  }

  async function confirm({ about, channel }: Question) {
    if (about === 'auto') {
      autoWasExplained(channel.id)
      await setMode(channel.id, 'auto')
    } else {
      await attempt(async () => {
        await rpc.channel.remove({ id: channel.id })
        removeChannel(channel.id)
        showToast({ tone: 'neutral', text: t('channels.form.removed', { name: channel.name }) })
      })
    }
    setQuestion(null)
  }

  return (
    <>
      <ul className="flex flex-col gap-4">
        {inOrder(channels).map(channel => (
          <li key={channel.id}>
            <ChannelCard
              channel={channel}
              health={healthWords(channel, now, t, currentLanguage())}
              opening={opening}
              now={now}
              onSchedule={schedule =>
                attempt(async () => applyChannel(await rpc.channel.setSchedule({ id: channel.id, schedule })))
              }
              onMode={mode => chooseMode(channel, mode)}
              onEnabled={enabled =>
                void attempt(async () => applyChannel(await rpc.channel.setEnabled({ id: channel.id, enabled })))
              }
              onRetry={() => void attempt(() => rpc.channel.retryNow({ id: channel.id }))}
              onEdit={kinds.some(({ kind }) => kind === channel.kind) ? () => onEdit(channel.id) : null}
              onRemove={() => setQuestion({ about: 'remove', channel })}
            />
          </li>
        ))}
      </ul>
      {question && (
        <ConfirmDialog
          open
          title={t(question.about === 'auto' ? 'channels.auto.title' : 'channels.removeConfirm.title', {
            name: question.channel.name,
          })}
          body={t(question.about === 'auto' ? 'channels.auto.body' : 'channels.removeConfirm.body')}
          confirmLabel={t(question.about === 'auto' ? 'channels.auto.confirm' : 'channels.removeConfirm.confirm')}
          danger={question.about === 'remove'}
          onConfirm={() => confirm(question)}
          onClose={() => setQuestion(null)}
        />
      )}
    </>
  )
}
