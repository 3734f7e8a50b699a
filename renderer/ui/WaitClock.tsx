import { AlarmClock, Clock, Hourglass } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { clockTime, daysBetween, fullTime, waitingText } from '../lib/time.ts'
import { waitingOf } from '../lib/waiting.ts'

export interface WaitClockProps {
  conversation: { waitingSince: Date | null; promisedBy: Date | null; status: string }
  now: Date
}

/** How long a customer has been waiting and what they were promised; a warning when that time is near, and after it. */
export function WaitClock({ conversation, now }: WaitClockProps) {
  const { t, i18n } = useTranslation()
  const language = i18n.language
  const waiting = waitingOf(conversation, now)
  if (waiting === null) return null
  // The hour alone only while it is today's.
  const moment = (date: Date) => (daysBetween(date, now) === 0 ? clockTime(date, language) : fullTime(date, language))
  if (waiting.state === 'late' || waiting.state === 'soon') {
    const time = moment(waiting.until)
    const words =
      waiting.state === 'late'
        ? t('brief.late', { time, late: waitingText(waiting.until, now, language) })
        : t('brief.soon', { time, left: waitingText(now, waiting.until, language) })
    return (
      <span
        title={t('brief.promiseLong', { time: fullTime(waiting.until, language) })}
        className="inline-flex h-5 max-w-full items-center gap-1 rounded-full bg-bad-soft px-2 text-xs font-medium whitespace-nowrap text-bad-ink tabular-nums"
      >
        <AlarmClock aria-hidden className="size-3 shrink-0" />
        <span className="truncate">{words}</span>
      </span>
    )
  }
  const since = waiting.since
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 text-xs whitespace-nowrap text-ink-faint tabular-nums">
      {since && (
        <span
          title={t('brief.waitsLong', { time: fullTime(since, language) })}
          className="inline-flex items-center gap-1"
        >
          <Hourglass aria-hidden className="size-3 shrink-0" />
          {t('brief.waits', { time: waitingText(since, now, language) })}
        </span>
      )}
      {waiting.state === 'promised' && (
        <span
          title={t('brief.promiseLong', { time: fullTime(waiting.until, language) })}
          className="inline-flex items-center gap-1"
        >
          <Clock aria-hidden className="size-3 shrink-0" />
          {t('brief.promise', { time: moment(waiting.until) })}
        </span>
      )}
    </span>
  )
}
