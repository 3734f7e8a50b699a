import { openMsBetween, type Opening } from '#domain/hours/opening.ts'

const MINUTE_MS = 60_000
/** Told again after one, two and four times the minutes the owner chose; then it is known. */
const factors = [1, 2, 4] as const
export const MOST_STEPS = factors.length

/** How often the owner should have been told of somebody who waits since then; only opening hours count. */
export function stepsDue(since: Date, now: Date, escalateMinutes: number, opening: Opening): number {
  if (escalateMinutes <= 0) return 0
  const waitedMs = openMsBetween(since, now, opening)
  return factors.filter(factor => waitedMs >= factor * escalateMinutes * MINUTE_MS).length
}
