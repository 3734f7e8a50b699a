import type { Phrases } from '#domain/reply/phrases.ts'

const MINUTE_MS = 60_000
const ROUND_MS = 5 * MINUTE_MS

/** The time to name: rounded up to five minutes, so that it reads like a person's word. Null when none is promised. */
export function promiseUntil(now: Date, minutes: number): Date | null {
  if (minutes <= 0) return null
  return new Date(Math.ceil((now.getTime() + minutes * MINUTE_MS) / ROUND_MS) * ROUND_MS)
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
