import type { Schedule } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'
import { isOpen, type Opening } from './opening.ts'

/** Whether the assistant may speak at that moment. Its own hours hold on closed days, too. */
export function isOnDuty({ when, hours }: Schedule, now: Date, opening: Opening): boolean {
  switch (when) {
    case 'always':
      return true
    case 'opening-hours':
      return isOpen(now, opening)
    case 'outside-opening-hours':
      return !isOpen(now, opening)
    case 'own':
      return isOpen(now, { ...opening, openingHours: hours, closedDays: [] })
    default:
      return assertNever(when)
  }
}
