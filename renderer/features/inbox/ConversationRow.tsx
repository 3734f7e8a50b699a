import { Clock, Hand, Lightbulb, Sparkles, TriangleAlert, UserRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '#contract/conversation.ts'
import { classes } from '#renderer/lib/classes.ts'
import { hrefOf } from '#renderer/lib/route.ts'
import { fullTime, listTime } from '#renderer/lib/time.ts'
import { Avatar } from '#renderer/ui/Avatar.tsx'
import { Badge } from '#renderer/ui/Badge.tsx'
import { MoodFace } from '#renderer/ui/answer/MoodMark.tsx'
import { ChannelIcon } from '#renderer/ui/ChannelIcon.tsx'
import { WaitClock } from '#renderer/ui/WaitClock.tsx'

export interface ConversationRowProps {
  conversation: Conversation
  selected: boolean
  /** The row that the Tab key reaches. */
  inTabOrder: boolean
  now: Date
  onFocus: (id: string) => void
}

export function ConversationRow({ conversation, selected, inTabOrder, now, onFocus }: ConversationRowProps) {
  const { t, i18n } = useTranslation()
  const { id, contactName, address, subject, preview, unread, lastMessageAt } = conversation
  return (
    <a
      href={hrefOf('inbox', id)}
      data-conversation={id}
      tabIndex={inTabOrder ? 0 : -1}
      aria-current={selected || undefined}
      onFocus={() => onFocus(id)}
      className={classes(
        'relative flex gap-3 border-b border-line py-3 ps-4.5 pe-4 outline-offset-[-2px] transition-colors select-none',
        selected ? 'bg-selected' : 'hover:bg-sunken/60',
      )}
    >
      {selected && <span aria-hidden className="absolute inset-y-0 start-0 w-0.75 bg-accent" />}
      {unread && (
        <span className="absolute start-1.5 top-7 size-2 rounded-full bg-accent">
          <span className="sr-only">{t('inbox.unread')}</span>
        </span>
      )}
      <Avatar name={contactName || address} mark={<ChannelIcon kind={conversation.channelKind} />} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <bdi className={classes('min-w-0 flex-1 truncate text-ink', unread ? 'font-semibold' : 'font-medium')}>
            {contactName || address}
          </bdi>
          <time
            dateTime={lastMessageAt.toISOString()}
            title={fullTime(lastMessageAt, i18n.language)}
            className="shrink-0 text-xs text-ink-faint tabular-nums"
          >
            {listTime(lastMessageAt, now, i18n.language)}
          </time>
        </span>
        {subject !== '' && (
          <span dir="auto" className={classes('block truncate text-sm text-ink', unread && 'font-medium')}>
            {subject}
          </span>
        )}
        <span
          dir="auto"
          className={classes('text-sm text-ink-soft', subject === '' ? 'line-clamp-2' : 'block truncate')}
        >
          {preview || t('inbox.noText')}
        </span>
        <RowMarks conversation={conversation} now={now} />
      </span>
    </a>
  )
}

function RowMarks({ conversation, now }: { conversation: Conversation; now: Date }) {
  const { t, i18n } = useTranslation()
  const { handler, handoffReason, hasSuggestion, hasSendProblem, mood, status, snoozedUntil } = conversation
  // What was passed on waits for the owner, also where the assistant goes on preparing replies.
  const who = handler === 'owner' || handoffReason !== null ? 'owner' : 'assistant'
  return (
    <span className="mt-1.5 flex min-w-0 items-start gap-1.5">
      <span className="flex min-h-5 min-w-0 flex-1 flex-wrap items-center gap-x-1.5 gap-y-1">
        {hasSendProblem && (
          <Badge tone="bad" icon={<TriangleAlert aria-hidden />}>
            {t('inbox.sendProblem')}
          </Badge>
        )}
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
            {snoozedUntil
              ? t('inbox.snoozedUntil', { time: fullTime(snoozedUntil, i18n.language) })
              : t('inbox.snoozedUntilReply')}
          </Badge>
        )}
        {status === 'resolved' && <Badge tone="neutral">{t('inbox.resolved')}</Badge>}
        <WaitClock conversation={conversation} now={now} />
      </span>
      <span
        title={t(`inbox.handlerLong.${who}`)}
        className="inline-flex h-5 shrink-0 items-center gap-1 text-xs text-ink-soft"
      >
        {who === 'owner' ? (
          <>
            <UserRound aria-hidden className="size-3" />
            {/* The reason for passing it on says so already. */}
            <span className={handoffReason === null ? undefined : 'sr-only'}>{t('inbox.handler.owner')}</span>
          </>
        ) : (
          <>
            <Sparkles aria-hidden className="size-3.5 text-accent-ink" />
            <span className="sr-only">{t('inbox.handler.assistant')}</span>
          </>
        )}
      </span>
    </span>
  )
}
