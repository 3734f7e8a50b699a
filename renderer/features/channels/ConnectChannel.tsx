import { RefreshCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Channel } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'
import { Banner } from '#renderer/ui/Banner.tsx'
import { Button } from '#renderer/ui/Button.tsx'
import { Skeleton } from '#renderer/ui/Skeleton.tsx'
import type { Frame } from './ChannelEditor.tsx'
import { useChannels } from './channelsStore.ts'
import { NewChannel } from './NewChannel.tsx'
import { useChannelsLoaded } from './useChannelsLoaded.ts'

/** Connecting a channel outside the channels page: a step of the first run. */
export function ConnectChannel({ onCreated }: { onCreated: (channel: Channel) => void }) {
  const { t } = useTranslation()
  const reload = useChannelsLoaded()
  const { status, kinds } = useChannels()
  switch (status) {
    case 'loading':
      return <Skeleton className="h-32 w-full rounded-lg" />
    case 'failed':
      return (
        <Banner
          tone="bad"
          title={t('common.loadFailedTitle')}
          action={
            <Button size="small" icon={<RefreshCw aria-hidden />} onClick={reload}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      )
    case 'ready':
      return <NewChannel kinds={kinds} frame={onPage} onCreated={onCreated} />
    default:
      return assertNever(status)
  }
}

const onPage: Frame = (form, buttons) => (
  <>
    {form}
    {buttons && <footer className="flex flex-wrap items-center justify-end gap-2">{buttons}</footer>}
  </>
)
