import { ChevronRight, Hourglass, PenLine, UserRoundPen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PlaybookSummary } from '#contract/playbook.ts'
import { textAt } from '#renderer/i18n/textAt.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { Switch } from '#renderer/ui/Switch.tsx'

export interface PlaybookRowProps {
  playbook: PlaybookSummary
  /** It was changed here and not saved. */
  isDraft: boolean
  onEnabled: (enabled: boolean) => void
}

/** One procedure: whether it is on, what starts it, and what it still waits for. */
export function PlaybookRow({ playbook, isDraft, onEnabled }: PlaybookRowProps) {
  const { t } = useTranslation()
  const { id, name, enabled, edited, shipped, intents, missing } = playbook
  const starts = intents.map(intent => textAt(['intent', intent, 'name']) ?? intent)
  return (
    <li className="relative flex flex-wrap items-center gap-x-5 gap-y-2 px-5 py-3 hover:bg-sunken/60">
      <div className="relative z-1 flex w-16 shrink-0 items-center gap-2">
        <Switch label={t('playbooks.list.switch', { name })} hideLabel checked={enabled} onChange={onEnabled} />
        <span aria-hidden className={enabled ? 'text-sm text-ink' : 'text-sm text-ink-faint'}>
          {t(enabled ? 'playbooks.list.on' : 'playbooks.list.off')}
        </span>
      </div>
      <div className="min-w-0 flex-1 basis-64">
        <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {/* The whole row leads there, but for the switch. */}
          <a
            href={hrefOf('assistant', 'playbooks', id)}
            className="rounded-sm font-medium text-ink after:absolute after:inset-0"
          >
            <bdi>{name}</bdi>
          </a>
          {missing.map(record => (
            <Badge key={record} tone="warning" icon={<Hourglass aria-hidden />}>
              {t(`playbooks.list.waits.${record}`)}
            </Badge>
          ))}
          {isDraft && (
            <Badge tone="accent" icon={<PenLine aria-hidden />}>
              {t('playbooks.list.unsaved')}
            </Badge>
          )}
          {!shipped && (
            <Badge tone="neutral" icon={<UserRoundPen aria-hidden />}>
              {t('playbooks.list.own')}
            </Badge>
          )}
          {shipped && edited && <Badge tone="neutral">{t('playbooks.list.edited')}</Badge>}
        </div>
        <p className="text-sm text-ink-soft">
          {starts.length === 0
            ? t('playbooks.list.startsByWords')
            : t('playbooks.list.starts', { requests: starts.join(t('playbooks.list.comma')) })}
        </p>
      </div>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-faint rtl:rotate-180" />
    </li>
  )
}
