import { Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Channel, ChannelMode, Schedule } from '#contract/channel.ts'
import type { Opening } from '#domain/hours/opening.ts'
import { Card } from '#renderer/ui/Card.tsx'
import { IconButton } from '#renderer/ui/IconButton.tsx'
import { Menu } from '#renderer/ui/Menu.tsx'
import { Segmented } from '#renderer/ui/Segmented.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'
import { ChannelSchedule } from './ChannelSchedule.tsx'
import { HealthLine } from './HealthLine.tsx'
import type { HealthWords } from './healthWords.ts'
import { KindIcon } from './KindIcon.tsx'

export interface ChannelCardProps {
  channel: Channel
  health: HealthWords
  /** Of the shop; null until it is known. */
  opening: Opening | null
  now: Date
  onMode: (mode: ChannelMode) => void
  onSchedule: (schedule: Schedule) => Promise<boolean>
  onEnabled: (enabled: boolean) => void
  onRetry: () => void
  /** Null for a kind that has nothing to edit. */
  onEdit: (() => void) | null
  onRemove: () => void
}

const modes: readonly ChannelMode[] = ['off', 'draft', 'auto']

export function ChannelCard({
  channel,
  health,
  opening,
  now,
  onMode,
  onSchedule,
  onEnabled,
  onRetry,
  onEdit,
  onRemove,
}: ChannelCardProps) {
  const { t } = useTranslation()
  const kindName = t(`channels.kind.${channel.kind}.name`)
  const account = channel.account === channel.name ? '' : channel.account
  const edit = onEdit ? [{ label: t('channels.edit'), icon: <Pencil aria-hidden />, onSelect: onEdit }] : []
  return (
    <Card>
      <div className="flex items-start gap-3.5">
        <KindIcon kind={channel.kind} />
        <div className="min-w-0 flex-1">
          <h2 className="text-lg font-semibold wrap-anywhere">{channel.name}</h2>
          <p className="text-sm text-ink-soft wrap-anywhere">{[kindName, account].filter(Boolean).join(' · ')}</p>
        </div>
        <div className="flex shrink-0 items-center gap-2">
          <Switch label={t('channels.enabled')} checked={channel.enabled} onChange={onEnabled} />
          <Menu
            trigger={<IconButton label={t('channels.more', { name: channel.name })} icon={<Ellipsis aria-hidden />} />}
            items={[
              ...edit,
              { label: t('channels.remove'), icon: <Trash2 aria-hidden />, onSelect: onRemove, danger: true },
            ]}
          />
        </div>
      </div>
      <div className="mt-3.5 border-t border-line pt-3.5">
        <HealthLine words={health} onRetry={onRetry} onEdit={onEdit} />
      </div>
      <div className="mt-3.5 flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3.5">
        <span aria-hidden className="text-sm font-medium text-ink">
          {t('channels.mode.label')}
        </span>
        <Segmented
          label={t('channels.mode.label')}
          hideLabel
          value={channel.mode}
          onChange={onMode}
          options={modes.map(value => ({ value, label: t(`channels.mode.${value}`) }))}
        />
        <p className="min-w-0 flex-1 basis-72 text-sm text-ink-soft">{t(`channels.mode.${channel.mode}Help`)}</p>
      </div>
      {channel.mode !== 'off' && opening && (
        <div className="mt-3.5 border-t border-line pt-3.5">
          <ChannelSchedule schedule={channel.schedule} opening={opening} now={now} onChange={onSchedule} />
        </div>
      )}
    </Card>
  )
}
