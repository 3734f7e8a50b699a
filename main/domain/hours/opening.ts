import type { OpeningDay, Settings } from '#contract/settings.ts'
import { DAY_MS, isoDay, minuteOfDay, momentOn, onShopClock } from '#domain/shopClock.ts'

export const MINUTE_MS = 60_000
const MINUTES_A_DAY = 24 * 60
/** Nobody looks further ahead or back than this for an hour in which the shop is open. */
export const LONGEST_DAYS = 62

/** When somebody answers: Monday first, and the days on which nobody does. */
export interface Opening extends Pick<Settings, 'openingHours' | 'closedDays'> {
  /** IANA name. */
  timeZone: string
}

/** In minutes of that day (a midnight on the shop's clock), `to` up to 1440; null when the shop is closed all day. */
export function hoursOf(
  midnight: Date,
  { openingHours, closedDays }: Pick<Opening, 'openingHours' | 'closedDays'>,
): { from: number; to: number } | null {
  const day = openingHours[(midnight.getUTCDay() + 6) % 7]
  const date = isoDay(midnight)
  const isClosed = closedDays.some(({ from, to }) => from <= date && date <= to)
  return day === undefined || !day.open || isClosed ? null : { from: minuteOf(day.from), to: endOf(day) }
}

/** Minutes since midnight of `09:30`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
}

function endOf({ to }: OpeningDay): number {
  return minuteOf(to) || MINUTES_A_DAY
}

/** The midnight before a time of the shop's clock, so many days later. */
export function midnightOf(shopClock: Date, days = 0): Date {
  return new Date((Math.floor(shopClock.getTime() / DAY_MS) + days) * DAY_MS)
}

const at = (midnight: Date, minute: number) => new Date(midnight.getTime() + minute * MINUTE_MS)

export function isOpen(now: Date, opening: Opening): boolean {
  const shown = onShopClock(now, opening.timeZone)
  const hours = hoursOf(midnightOf(shown), opening)
  const minute = minuteOfDay(shown)
  return hours !== null && hours.from <= minute && minute < hours.to
}

/** When the shop opens next, now or later; null when it stays closed for two months. */
export function opensAt(now: Date, opening: Opening): Date | null {
  if (isOpen(now, opening)) return now
  const shown = onShopClock(now, opening.timeZone)
  for (let days = 0; days <= LONGEST_DAYS; days++) {
    const midnight = midnightOf(shown, days)
    const hours = hoursOf(midnight, opening)
    if (hours === null || at(midnight, hours.from) < shown) continue
    return momentOn(at(midnight, hours.from), opening.timeZone)
  }
  return null
}

/** When an open shop closes, over midnights on which it stays open; null when it is closed, or never closes. */
export function closesAt(now: Date, opening: Opening): Date | null {
  if (!isOpen(now, opening)) return null
  const shown = onShopClock(now, opening.timeZone)
  for (let days = 0; days <= LONGEST_DAYS; days++) {
    const midnight = midnightOf(shown, days)
    const hours = hoursOf(midnight, opening)
    const goesOn = hours !== null && (days === 0 || hours.from === 0)
    if (!goesOn) return momentOn(midnight, opening.timeZone)
    if (hours.to < MINUTES_A_DAY) return momentOn(at(midnight, hours.to), opening.timeZone)
  }
  return null
}

/** Since when a closed shop has been closed: what is told once in this time. Null when it is open. */
export function closedSince(now: Date, opening: Opening): Date | null {
  if (isOpen(now, opening)) return null
  const shown = onShopClock(now, opening.timeZone)
  for (let days = 0; days >= -LONGEST_DAYS; days--) {
    const midnight = midnightOf(shown, days)
    const hours = hoursOf(midnight, opening)
    if (hours === null || at(midnight, hours.to) > shown) continue
    return momentOn(at(midnight, hours.to), opening.timeZone)
  }
  return new Date(now.getTime() - LONGEST_DAYS * DAY_MS)
}

/** How much of the time between two moments the shop was open, in milliseconds; of a longer time, of its last two months. */
export function openMsBetween(from: Date, to: Date, opening: Opening): number {
  const end = onShopClock(to, opening.timeZone)
  const start = new Date(Math.max(onShopClock(from, opening.timeZone).getTime(), end.getTime() - LONGEST_DAYS * DAY_MS))
  let open = 0
  for (let midnight = midnightOf(start); midnight < end; midnight = midnightOf(midnight, 1)) {
    const hours = hoursOf(midnight, opening)
    if (hours === null) continue
    const first = Math.max(at(midnight, hours.from).getTime(), start.getTime())
    const last = Math.min(at(midnight, hours.to).getTime(), end.getTime())
    open += Math.max(0, last - first)
  }
  return open
}
