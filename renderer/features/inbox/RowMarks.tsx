import { CalendarClock, Clock, Hand, Lightbulb, PencilLine, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { useLabels } from '#renderer/lib/labels.ts'
import { shopTimeZone } from '#renderer/lib/shopToday.ts'
import { fullTimeIn } from '#renderer/lib/time.ts'
import { Badge } from '#renderer/ui/Badge.tsx'
import { MoodFace } from '#renderer/ui/answer/MoodMark.tsx'
import { LabelChip } from '#renderer/ui/LabelChip.tsx'
import { WaitClock } from '#renderer/ui/WaitClock.tsx'

const LABELS_SHOWN = 2

/** What is special about a conversation, the most urgent first. */
export function RowMarks({ conversation, now }: { conversation: Conversation; now: Date }) {
  const { t, i18n } = useTranslation()
  const { handoffReason, hasSuggestion, hasSendProblem, hasDraft, scheduledFor, mood, status, snoozedUntil } =
    conversation
  const time = (date: Date) => fullTimeIn(date, now, i18n.language, shopTimeZone())
  return (
    <span className="mt-1 flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1 empty:hidden">
      {hasSendProblem && (
        <Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
          {t('inbox.sendProblem')}
        </Badge>
      )}
      <WaitClock conversation={conversation} now={now} />
      {mood !== null && status !== 'resolved' && <MoodFace mood={mood} />}
      {hasSuggestion && (
        <Badge tone="accent" icon={<Lightbulb aria-hidden />}>
          {t('inbox.suggestion')}
        </Badge>
      )}
      {handoffReason && (
        <Badge tone="warning" icon={<Hand aria-hidden />}>
          {t(`inbox.reason.${handoffReason}`)}
        </Badge>
      )}
      {status === 'snoozed' && (
        <Badge tone="neutral" icon={<Clock aria-hidden />}>
          {snoozedUntil ? t('inbox.snoozedUntil', { time: time(snoozedUntil) }) : t('inbox.snoozedUntilReply')}
        </Badge>
      )}
      {status === 'resolved' && <Badge tone="neutral">{t('inbox.resolved')}</Badge>}
      {scheduledFor && (
        <Badge tone="neutral" icon={<CalendarClock aria-hidden />}>
          {t('inbox.scheduled', { time: time(scheduledFor) })}
        </Badge>
      )}
      {hasDraft && (
        <Badge tone="neutral" icon={<PencilLine aria-hidden />}>
          {t('inbox.draft')}
        </Badge>
      )}
      <RowLabels labelIds={conversation.labelIds} />
    </span>
  )
}

function RowLabels({ labelIds }: { labelIds: readonly string[] }) {
  const { byId } = useLabels()
  const labels = labelIds.flatMap(id => byId.get(id) ?? [])
  const rest = labels.slice(LABELS_SHOWN)
  return (
    <>
      {labels.slice(0, LABELS_SHOWN).map(label => (
        <LabelChip key={label.id} label={label} />
      ))}
      {rest.length > 0 && (
        <span title={rest.map(({ name }) => name).join(', ')} className="text-xs text-ink-faint tabular-nums">
          +{rest.length}
        </span>
      )}
    </>
  )
}
