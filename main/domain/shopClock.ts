export const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

const clocks = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone)
  if (known) return known
  // The calendar and the digits that a program can read, whatever the zone is.
  const clock = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  })
  clocks.set(timeZone, clock)
  return clock
}

/**
 * What the clock on the wall of the shop shows at that moment, to the second, held as if it were UTC. All days of the order
 * book are held like this, so that "2026-03-01" is that day wherever the program runs.
 */
export function onShopClock(moment: Date, timeZone: string): Date {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(moment)
      .map(({ type, value }) => [type, Number(value)]),
  )
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0
  return new Date(Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')))
}

/**
 * The moment at which the shop's clock shows that. In the hour that is skipped in spring it is the moment as far behind the
 * change; of the hour that comes twice in autumn, the first.
 */
export function momentOn(shopClock: Date, timeZone: string): Date {
  const offsetAt = (moment: number) => onShopClock(new Date(moment), timeZone).getTime() - moment
  const shown = shopClock.getTime()
  const [before, after] = [offsetAt(shown - DAY_MS), offsetAt(shown + DAY_MS)]
  const fitting = [before, after].map(offset => shown - offset).filter(moment => moment + offsetAt(moment) === shown)
  return new Date(fitting.length > 0 ? Math.min(...fitting) : shown - before)
}

/** Calendar days between two times of one clock; the same day is 0. */
export function daysBetween(from: Date, to: Date): number {
  return Math.floor(to.getTime() / DAY_MS) - Math.floor(from.getTime() / DAY_MS)
}

/** `2026-03-05` of a time on the shop's clock. */
export function isoDay(shopClock: Date): string {
  return shopClock.toISOString().slice(0, 10)
}

/** Minutes since midnight, on the shop's clock. */
export function minuteOfDay(shopClock: Date): number {
  return Math.floor((shopClock.getTime() % DAY_MS) / MINUTE_MS)
}
