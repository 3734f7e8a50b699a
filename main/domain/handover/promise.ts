import type { ClosedDays, OpeningDay, Settings } from '#contract/settings.ts'
import { DAY_MS, daysBetween, isoDay, minuteOfDay, momentOn, onShopClock } from '#domain/shopClock.ts'
import type { Phrases } from '#domain/reply/phrases.ts'

const MINUTE_MS = 60_000
const ROUND_MS = 5 * MINUTE_MS
const MINUTES_A_DAY = 24 * 60

/** Some time to read what came in while nobody was there. */
const READING_MINUTES = 120
/** Nobody is told to wait longer than this; then no time is named. */
const LONGEST_DAYS = 62

/** When somebody answers: Monday first, and the days on which nobody does. */
export interface Opening extends Pick<Settings, 'openingHours' | 'closedDays'> {
  /** IANA name. */
  timeZone: string
}

/**
 * The time to name: rounded up to five minutes, so that it reads like a person's word. What would fall into hours in which
 * nobody answers is named for the next opening, with some time to read. Null when none is promised, or the shop stays closed.
 */
export function promiseUntil(now: Date, minutes: number, opening: Opening): Date | null {
  if (minutes <= 0) return null
  const until = new Date(Math.ceil((now.getTime() + minutes * MINUTE_MS) / ROUND_MS) * ROUND_MS)
  const wished = onShopClock(until, opening.timeZone)
  for (let days = 0; days <= LONGEST_DAYS; days++) {
    const midnight = new Date((Math.floor(wished.getTime() / DAY_MS) + days) * DAY_MS)
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

/** In minutes of that day; null when the shop is closed. */
function hoursOf(midnight: Date, { openingHours, closedDays }: Opening): { from: number; to: number } | null {
  const day = openingHours[(midnight.getUTCDay() + 6) % 7]
  if (day === undefined || !day.open || isClosed(isoDay(midnight), closedDays)) return null
  return { from: minuteOf(day.from), to: endOf(day) }
}

function isClosed(day: string, closedDays: readonly ClosedDays[]): boolean {
  return closedDays.some(({ from, to }) => from <= day && day <= to)
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function endOf({ to }: OpeningDay): number {
  return minuteOf(to) || MINUTES_A_DAY
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
