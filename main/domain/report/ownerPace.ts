import { DAY_MS } from '#domain/shopClock.ts'
import type { OwnerWork } from './facts.ts'
import { medianOf } from './spread.ts'

const MINUTE_MS = 60_000
/** Two replies closer than this are one stretch of work. */
const STRETCH_MS = 15 * MINUTE_MS
/** Below it, one odd reply would be taken for the owner's pace. */
const LEAST_REPLIES = 10
/** A short period is judged with what was before it: on one day there are seldom ten replies. */
export const PACE_DAYS = 90

export interface Pace {
  minutesPerReply: number
  /** How many replies it was measured from. */
  replies: number
}

/**
 * How long the owner needs for a reply, measured within stretches of work only: from what the owner did before (or from the
 * contact's message, when that came later) to the reply, where that is under fifteen minutes. Null below ten such replies.
 * Entries are added in any order.
 */
export function createPace() {
  // By day, so that no long list is sorted at once.
  const days = new Map<number, OwnerWork[]>()

  return {
    add(work: OwnerWork) {
      const day = Math.floor(work.at / DAY_MS)
      const known = days.get(day)
      if (known === undefined) days.set(day, [work])
      else known.push(work)
    },
    pace(): Pace | null {
      const spent: number[] = []
      let before: number | null = null
      for (const day of [...days.keys()].toSorted((a, b) => a - b)) {
        const works = (days.get(day) ?? []).toSorted((a, b) => a.at - b.at)
        for (const { at, waitedSince } of works) {
          if (before !== null && waitedSince !== null && at - before < STRETCH_MS) {
            spent.push(at - Math.min(at, Math.max(before, waitedSince)))
          }
          before = at
        }
      }
      if (spent.length < LEAST_REPLIES) return null
      const median = medianOf(Float64Array.from(spent).sort()) ?? 0
      return { minutesPerReply: Math.round((median / MINUTE_MS) * 10) / 10, replies: spent.length }
    },
  }
}
