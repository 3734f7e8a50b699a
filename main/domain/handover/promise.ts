import { hoursOf, LONGEST_DAYS, midnightOf, MINUTE_MS, type Opening } from '#domain/hours/opening.ts'
import { daysBetween, minuteOfDay, momentOn, onShopClock } from '#domain/shopClock.ts'
import type { Phrases } from '#domain/reply/phrases.ts'

const ROUND_MS = 5 * MINUTE_MS

/** Some time to read what came in while nobody was there. */
const READING_MINUTES = 120

/**
 * The time to name: rounded up to five minutes, so that it reads like a person's word. What would fall into hours in which
 * nobody answers is named for the next opening, with some time to read. Null when none is promised, or the shop stays closed.
 */
export function promiseUntil(now: Date, minutes: number, opening: Opening): Date | null {
  if (minutes <= 0) return null
  const until = new Date(Math.ceil((now.getTime() + minutes * MINUTE_MS) / ROUND_MS) * ROUND_MS)
  const wished = onShopClock(until, opening.timeZone)
  for (let days = 0; days <= LONGEST_DAYS; days++) {
    const midnight = midnightOf(wished, days)
    const hours = hoursOf(midnight, opening)
    if (hours === null) continue
    const minute = days === 0 ? minuteOfDay(wished) : 0
    if (minute >= hours.to) continue
    if (days === 0 && minute >= hours.from) return until
    const named = Math.min(hours.from + READING_MINUTES, hours.to)
    return momentOn(new Date(midnight.getTime() + named * MINUTE_MS), opening.timeZone)
  }
  return null
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
  const days = daysBetween(onShopClock(now, timeZone), onShopClock(until, timeZone))
  if (days === 0) return words.byToday.replace('{time}', () => time)
  if (days === 1) return words.byTomorrow.replace('{time}', () => time)
  const day = format({ weekday: 'long', day: 'numeric', month: 'long' })
  return words.byDay.replace('{day}', () => day).replace('{time}', () => time)
}
