import { Cable, Plus, RefreshCw, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Opening } from '#domain/hours/opening.ts'
import { Button } from '#renderer/ui/Button.tsx'
import { Dialog } from '#renderer/ui/Dialog.tsx'
import { EmptyState } from '#renderer/ui/EmptyState.tsx'
import { Page } from '#renderer/ui/Page.tsx'
import { PageHeader } from '#renderer/ui/PageHeader.tsx'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ChannelEditor } from './ChannelEditor.tsx'
import type { Frame } from './ChannelEditor.tsx'
import { ChannelList } from './ChannelList.tsx'
import { ChannelsSkeleton } from './ChannelsSkeleton.tsx'
import { applyChannel, useChannels } from './channelsStore.ts'
import { NewChannel } from './NewChannel.tsx'
import { useChannelsLoaded } from './useChannelsLoaded.ts'

type Open = { dialog: 'none' } | { dialog: 'new' } | { dialog: 'edit'; id: string }

/** `opening`: when the shop is open; null until it is known. */
export function ChannelsPage({ opening }: { opening: Opening | null }) {
  const { t } = useTranslation()
  const reload = useChannelsLoaded()
  const { status, channels, kinds } = useChannels()
  const [open, setOpen] = useState<Open>({ dialog: 'none' })
  const close = () => setOpen({ dialog: 'none' })
  const editing = open.dialog === 'edit' ? channels.get(open.id) : undefined
  const description = kinds.find(({ kind }) => kind === editing?.kind)
  const connect = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => setOpen({ dialog: 'new' })}>
      {t('channels.connect')}
    </Button>
  )

  function body() {
    if (status === 'loading') return <ChannelsSkeleton />
    if (status === 'failed') {
      return (
        <EmptyState
          icon={<TriangleAlert />}
          title={t('common.loadFailedTitle')}
          body={t('common.loadFailedBody')}
          action={
            <Button icon={<RefreshCw aria-hidden />} onClick={reload}>
              {t('common.tryAgain')}
            </Button>
          }
        />
      )
    }
    if (channels.size > 0) return <ChannelList opening={opening} onEdit={id => setOpen({ dialog: 'edit', id })} />
    return (
      <EmptyState icon={<Cable />} title={t('channels.empty.title')} body={t('channels.empty.body')} action={connect} />
    )
  }

  return (
    <Page>
      <PageHeader
        title={t('channels.title')}
        description={t('channels.description')}
        actions={status === 'ready' && channels.size > 0 ? connect : undefined}
      />
      {body()}
      {open.dialog === 'new' && (
        <NewChannel kinds={kinds} frame={inDialog(t('channels.connectTitle'), close)} onCreated={close} />
      )}
      {editing && description && (
        <ChannelEditor
          description={description}
          channel={editing}
          frame={inDialog(t('channels.editTitle', { name: editing.name }), close)}
          leaveLabel={t('common.cancel')}
          onLeave={close}
          onSaved={channel => {
            applyChannel(channel)
            showToast({ tone: 'good', text: t('channels.form.updated', { name: channel.name }) })
            close()
          }}
        />
      )}
    </Page>
  )
}

function inDialog(title: string, onClose: () => void): Frame {
  return (form, buttons) => (
    <Dialog open onClose={onClose} title={title} footer={buttons}>
      {form}
    </Dialog>
  )
}
