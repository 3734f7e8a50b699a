import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelKind, KindDescription } from '#contract/channel.ts'
import { showToast } from '#renderer/ui/Toasts.tsx'
import { ChannelEditor } from './ChannelEditor.tsx'
import type { Frame } from './ChannelEditor.tsx'
import { applyChannel } from './channelsStore.ts'
import { KindChoice } from './KindChoice.tsx'

export interface NewChannelProps {
  kinds: readonly KindDescription[]
  frame: Frame
  onCreated: (channel: Channel) => void
}

/** Choose where customers write, then fill in that channel's own form. */
export function NewChannel({ kinds, frame, onCreated }: NewChannelProps) {
  const { t } = useTranslation()
  const [kind, setKind] = useState<ChannelKind | null>(null)
  const description = kinds.find(candidate => candidate.kind === kind)
  if (!description) {
    return frame(<KindChoice kinds={kinds.map(candidate => candidate.kind)} onChoose={setKind} />, null)
  }
  return (
    <ChannelEditor
      description={description}
      channel={null}
      frame={frame}
      leaveLabel={t('channels.chooseOther')}
      onLeave={() => setKind(null)}
      onSaved={channel => {
        applyChannel(channel)
        showToast({
          tone: 'good',
          text: t('channels.form.created', { name: channel.name }),
          timeoutMs: 10_000,
        })
        onCreated(channel)
      }}
    />
  )
}
