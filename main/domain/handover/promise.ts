import type { Phrases } from '#domain/reply/phrases.ts'

const MINUTE_MS = 60_000
const ROUND_MS = 5 * MINUTE_MS

/** Nobody of a small shop answers at night: what falls between these hours is promised for the morning after. */
const EVENING = 21
const MORNING = 8
/** With some time to read what came in at night. */
const ANSWERED_BY = 10
const HOURS_A_DAY = 24

/**
 * The time to name: rounded up to five minutes, so that it reads like a person's word, and never in the night of the shop's
 * clock. Null when none is promised.
 */
export function promiseUntil(now: Date, minutes: number, timeZone: string): Date | null {
  if (minutes <= 0) return null
  const until = new Date(Math.ceil((now.getTime() + minutes * MINUTE_MS) / ROUND_MS) * ROUND_MS)
  const clock = new Intl.DateTimeFormat('en', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const [hour = 0, minute = 0] = clock.format(until).split(':').map(Number)
  if (hour >= MORNING && hour < EVENING) return until
  const left = ANSWERED_BY - hour + (hour >= EVENING ? HOURS_A_DAY : 0)
  return new Date(until.getTime() + (left * 60 - minute) * MINUTE_MS)
}

/** "by 16:30", "by tomorrow, 09:00", "by Monday 23 November, 10:00", as the shop's clock shows it. */
export function promiseText(
  until: Date,
  {
    now,
    timeZone,
    language,
    words,
  }: { now: Date; timeZone: string; language: string; words: Pick<Phrases, 'byToday' | 'byTomorrow' | 'byDay'> },
): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(language, { timeZone, ...options }).format(until)
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  const days = daysBetween(now, until, timeZone)
  if (days === 0) return words.byToday.replace('{time}', () => time)
  if (days === 1) return words.byTomorrow.replace('{time}', () => time)
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  return words.byDay.replace('{day}', () => day).replace('{time}', () => time)
}

function daysBetween(from: Date, to: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return Math.round((Date.parse(parts.format(to)) - Date.parse(parts.format(from))) / (24 * 60 * MINUTE_MS))
}
