import { Play } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '#contract/channel.ts'
import { useRpc } from '#renderer/rpc/client.ts'
import { useConnection } from '#renderer/rpc/connectionStore.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Select } from '#renderer/ui/Select.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { FromChannel, NewSetProblem } from './useNewSet.ts'

const spans = ['7', '30', '90', '365'] as const
type Span = (typeof spans)[number]

export interface ChannelQuestionsProps {
  isBusy: boolean
  problem: NewSetProblem | null
  onStart: (from: FromChannel) => void
}

/** The last days of one channel. */
export function ChannelQuestions({ isBusy, problem, onStart }: ChannelQuestionsProps) {
  const { t } = useTranslation()
  const channels = useChannels()
  const [chosenId, setChosenId] = useState<string | null>(null)
  const [span, setSpan] = useState<Span>('90')
  if (channels === 'loading') return <Skeleton className="h-24 w-full" />
  if (channels === 'failed') return <Banner tone="bad">{t('common.loadFailedBody')}</Banner>
  const channel = channels.find(({ id }) => id === chosenId) ?? channels[0]
  if (!channel) return <p className="text-ink-soft">{t('rehearsal.channel.none')}</p>
  const lastDays = (days: Span) => t('rehearsal.channel.last', { count: Number(days) })
  const start = (storedOnly: boolean) =>
    onStart({
      channelId: channel.id,
      days: Number(span),
      name: t('rehearsal.channel.nameOf', { channel: channel.name, days: lastDays(span) }).slice(0, 120),
      storedOnly,
    })
  return (
    <div className="flex flex-col gap-4">
      {problem && (
        <Banner
          tone="bad"
          action={
            problem.isNotReachable && (
              <Button size="small" onClick={() => start(true)}>
                {t('rehearsal.channel.storedOnly')}
              </Button>
            )
          }
        >
          {problem.words}
        </Banner>
      )}
      <div className="flex flex-wrap gap-x-6 gap-y-3">
        <div className="w-72 max-w-full">
          <Select
            label={t('rehearsal.channel.label')}
            value={channel.id}
            onChange={setChosenId}
            options={channels.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </div>
        <Segmented
          label={t('rehearsal.channel.days')}
          value={span}
          onChange={setSpan}
          options={spans.map(days => ({ value: days, label: lastDays(days) }))}
        />
      </div>
      <p className="max-w-160 text-sm text-ink-faint">{t('rehearsal.channel.help')}</p>
      <div className="flex items-center justify-between gap-3">
        <p role="status" className="text-sm text-ink-soft">
          {isBusy && channel.kind === 'email' && t('rehearsal.channel.looking')}
        </p>
        <Button variant="primary" icon={<Play aria-hidden />} busy={isBusy} onClick={() => start(false)}>
          {t('rehearsal.start')}
        </Button>
      </div>
    </div>
  )
}

function useChannels(): readonly Channel[] | 'loading' | 'failed' {
  const rpc = useRpc()
  const epoch = useConnection(state => state.epoch)
  const [channels, setChannels] = useState<readonly Channel[] | 'loading' | 'failed'>('loading')
  useEffect(() => {
    const aborter = new AbortController()
    const put = (found: readonly Channel[] | 'failed') => {
      if (!aborter.signal.aborted) setChannels(found)
    }
    rpc.channel.list(undefined, { signal: aborter.signal }).then(put, () => put('failed'))
    return () => aborter.abort()
  }, [rpc, epoch])
  return channels
}
