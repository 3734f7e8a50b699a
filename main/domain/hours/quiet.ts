import type { QuietHours } from '#contract/settings.ts'
import { minuteOfDay, onShopClock } from '#domain/shopClock.ts'
import { minuteOf } from './opening.ts'

/** From the first minute until before the last, over midnight when it begins after it ends; all day when both are one. */
export function isQuiet({ on, from, to }: QuietHours, now: Date, timeZone: string): boolean {
  if (!on) return false
  const minute = minuteOfDay(onShopClock(now, timeZone))
  const [first, last] = [minuteOf(from), minuteOf(to)]
  return first < last ? first <= minute && minute < last : first <= minute || minute < last
}
