import type { Period } from '#contract/report.ts'
import { DAY_MS, isoDay, momentOn, onShopClock } from '#domain/shopClock.ts'

/** All offsets of time zones are multiples of it, so no day or hour of any shop begins within one. */
export const SLOT_MS = 15 * 60_000
const SLOTS_A_DAY = DAY_MS / SLOT_MS
/** 1 January 1970 was a Thursday. */
const FIRST_WEEKDAY = 3
const LONGEST_BY_DAY = 62
const LONGEST_BY_WEEK = 190

/** From the first moment of the first day up to the first after the last one. */
export interface Window {
  from: number
  to: number
}

/** That day's midnight, held as if it were UTC. */
export function dayOf(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}

export function daysIn({ from, to }: Period): number {
  return (dayOf(to).getTime() - dayOf(from).getTime()) / DAY_MS + 1
}

/** As many days, right before. */
export function periodBefore(period: Period): Period {
  const length = daysIn(period) * DAY_MS
  const shifted = (date: string) => isoDay(new Date(dayOf(date).getTime() - length))
  return { from: shifted(period.from), to: isoDay(new Date(dayOf(period.from).getTime() - DAY_MS)) }
}

export function windowOf({ from, to }: Period, timeZone: string): Window {
  const dayAfter = new Date(dayOf(to).getTime() + DAY_MS)
  return { from: momentOn(dayOf(from), timeZone).getTime(), to: momentOn(dayAfter, timeZone).getTime() }
}

export type Step = 'day' | 'week' | 'month'

export function stepOf(period: Period): Step {
  const days = daysIn(period)
  return days <= LONGEST_BY_DAY ? 'day' : days <= LONGEST_BY_WEEK ? 'week' : 'month'
}

/** The first days of all steps. Weeks begin on Monday; the first week and the first month begin with the period. */
export function stepsOf(period: Period): string[] {
  const step = stepOf(period)
  return Array.from({ length: daysIn(period) }, (_, index) => new Date(dayOf(period.from).getTime() + index * DAY_MS))
    .filter((day, index) => index === 0 || beginsStep(day, step))
    .map(isoDay)
}

function beginsStep(day: Date, step: Step): boolean {
  return step === 'day' || (step === 'week' ? weekdayOf(day) === 0 : day.getUTCDate() === 1)
}

/** 0 is Monday. */
export function weekdayOf(shopClock: Date): number {
  return (Math.floor(shopClock.getTime() / DAY_MS) + FIRST_WEEKDAY) % 7
}

export function slotOf(at: number): number {
  return Math.floor(at / SLOT_MS)
}

/**
 * What the shop's clock shows at the beginning of a slot, in milliseconds as if it were UTC. The time zone is asked twice a
 * day, and for each slot of a day on which it changes.
 */
export function createSlotClock(timeZone: string): (slot: number) => number {
  const offsetAt = (slot: number) => onShopClock(new Date(slot * SLOT_MS), timeZone).getTime() - slot * SLOT_MS
  let [day, offset]: [number, number | null] = [Number.NaN, null]
  return slot => {
    const asked = Math.floor(slot / SLOTS_A_DAY)
    if (asked !== day) {
      day = asked
      const [start, end] = [offsetAt(day * SLOTS_A_DAY), offsetAt((day + 1) * SLOTS_A_DAY)]
      offset = start === end ? start : null
    }
    return slot * SLOT_MS + (offset ?? offsetAt(slot))
  }
}
