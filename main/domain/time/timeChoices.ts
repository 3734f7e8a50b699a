import { DAY_MS, minuteOfDay, momentOn, onShopClock } from '../shopClock.ts'
import { naturalTime } from './naturalTime.ts'

export type TimeChoiceName = 'later-today' | 'tonight' | 'tomorrow' | 'monday' | 'week'

export interface TimeChoice {
  name: TimeChoiceName
  at: Date
}

/** Nobody is waited for until shortly before the day ends. */
const LATEST_LATER_MINUTE = 21 * 60
const QUARTER_MS = 15 * 60_000

/** The times one is most likely to mean, soonest first, each once; what is past by now is left out. */
export function timeChoices(now: Date, timeZone: string): TimeChoice[] {
  const named: readonly (readonly [TimeChoiceName, Date | null])[] = [
    ['later-today', laterToday(now, timeZone)],
    ['tonight', timeOf('tonight')],
    ['tomorrow', timeOf('tomorrow 9:00')],
    ['monday', timeOf('monday')],
    ['week', timeOf('in 7 days')],
  ]
  const choices = named.flatMap(([name, at]) => (at ? [{ name, at }] : []))
  return choices.filter(({ at }, index) => choices.findIndex(other => other.at.getTime() === at.getTime()) === index)

  function timeOf(words: string): Date | null {
    const found = naturalTime(words, now, timeZone)
    return found.kind === 'time' ? found.at : null
  }
}

/** Three hours on, at a full quarter. */
function laterToday(now: Date, timeZone: string): Date | null {
  const clock = onShopClock(now, timeZone)
  const later = new Date(Math.ceil((clock.getTime() + 3 * 3_600_000) / QUARTER_MS) * QUARTER_MS)
  const isToday = Math.floor(later.getTime() / DAY_MS) === Math.floor(clock.getTime() / DAY_MS)
  return isToday && minuteOfDay(later) <= LATEST_LATER_MINUTE ? momentOn(later, timeZone) : null
}
