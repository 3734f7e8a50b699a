import { formatMoment } from '#renderer/i18n/format.ts'

/** Tells runs apart that were made within a minute; for another day the minute is enough. */
export function runTime(startedAt: Date, now: Date, language: string): string {
  if (startedAt.toDateString() !== now.toDateString()) return formatMoment(startedAt, now, language)
  return new Intl.DateTimeFormat(language, { timeStyle: 'medium', hourCycle: 'h23' }).format(startedAt)
}
