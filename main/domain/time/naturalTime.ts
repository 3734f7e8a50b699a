import { assertNever } from '../assertNever.ts'
import { DAY_MS, momentOn, onShopClock } from '../shopClock.ts'
import type { ClockTime, Day, DayPart, Said } from './said.ts'
import { chinesePieces, inDigits } from './saidChinese.ts'
import { englishPieces } from './saidEnglish.ts'

const MINUTE_MS = 60_000
/** A number alone is one of the English pieces, so the Chinese ones are tried first. */
const pieces = [...chinesePieces, ...englishPieces]
/** A whole day, said without an hour, means its morning. */
const MORNING = 9 * 60
const LATER_HOURS = 3
/** Words that say nothing about the time themselves. */
const between = /(?:[\s,，、。的在]|(?:at|on|the|and|until|till|by)(?![a-z])|到|直到)+/y
const partMinutes: Readonly<Record<DayPart, number>> = {
  early: 6 * 60,
  morning: MORNING,
  noon: 12 * 60,
  afternoon: 14 * 60,
  'end-of-day': 17 * 60,
  evening: 18 * 60,
  night: 20 * 60,
  midnight: 24 * 60,
}

export type NaturalTime =
  | { kind: 'time'; at: Date }
  /** `past`: that was before now. `too-far`: more than a year away. */
  | { kind: 'none'; why: 'unclear' | 'past' | 'no-such-day' | 'too-far' }

/** The time that somebody wrote in English or Chinese, on the clock of the shop: `tomorrow 3pm`, `下周一上午`. */
export function naturalTime(text: string, now: Date, timeZone: string): NaturalTime {
  const said = takeApart(inDigits(text.normalize('NFKC').toLowerCase().trim()))
  if (said === null) return { kind: 'none', why: 'unclear' }
  if (said.minutes !== undefined) return checked(new Date(now.getTime() + said.minutes * MINUTE_MS), now)
  const clock = onShopClock(now, timeZone)
  const found = said.later ? laterToday(clock) : onDay(said, clock)
  if (found === null) return { kind: 'none', why: said.later ? 'past' : 'no-such-day' }
  return checked(momentOn(found, timeZone), now)
}

/** Whether that moment can be waited for. */
export function checked(at: Date, now: Date): NaturalTime {
  if (at <= now) return { kind: 'none', why: 'past' }
  return at.getTime() - now.getTime() > 365 * DAY_MS ? { kind: 'none', why: 'too-far' } : { kind: 'time', at }
}

/** Null where a word is left over, or two say different things. */
function takeApart(text: string): Said | null {
  let said: Said = {}
  let at = 0
  for (;;) {
    at = skip(text, at)
    if (at >= text.length) break
    const next = pieceAt(text, at)
    if (next === null) return null
    const { minutes } = next.said
    if (minutes !== undefined && said.minutes !== undefined) next.said.minutes = minutes + said.minutes
    else if (Object.keys(next.said).some(key => key in said)) return null
    said = { ...said, ...next.said }
    at = next.end
  }
  const { minutes, later, day, part, clock } = said
  const isElapsed = minutes !== undefined || later !== undefined
  if (isElapsed) return day || part || clock || (minutes !== undefined && later) ? null : said
  if (clock?.isBare && !day && !part) return null
  return day || part || clock ? said : null
}

function skip(text: string, at: number): number {
  between.lastIndex = at
  return between.exec(text) ? between.lastIndex : at
}

function pieceAt(text: string, at: number): { said: Said; end: number } | null {
  for (const { pattern, read } of pieces) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (!found) continue
    const said = read(found)
    return said && { said, end: at + found[0].length }
  }
  return null
}

/** Null after nine in the evening. */
function laterToday(clock: Date): Date | null {
  const later = new Date(clock.getTime() + LATER_HOURS * 60 * MINUTE_MS)
  return startOf(later).getTime() === startOf(clock).getTime() ? later : null
}

/** Null when there is no such day. */
function onDay({ day, part, clock: time }: Said, clock: Date): Date | null {
  const minutes = minutesOf(time, part)
  const today = startOf(clock)
  const at = (days: number) => new Date(today.getTime() + days * DAY_MS + (minutes ?? MORNING) * MINUTE_MS)
  if (day === undefined) return at(0) > clock ? at(0) : at(1)
  if (minutes === null && day.kind === 'in-days' && day.days === 0) return laterToday(clock) ?? at(0)
  const days = daysTo(day, today, candidate => minutes !== null && at(candidate) > clock)
  return days === null ? null : at(days)
}

/** Minutes from the midnight before; null when nothing was said. */
function minutesOf(time: ClockTime | undefined, part: DayPart | undefined): number | null {
  if (!time) return part ? partMinutes[part] : null
  return hourOf(time, part) * 60 + time.minute
}

function hourOf({ hour, half, isLoose }: ClockTime, part: DayPart | undefined): number {
  if (half !== null) return (hour % 12) + (half === 'pm' ? 12 : 0)
  if (hour > 12) return hour
  switch (part) {
    case 'early':
    case 'morning':
      return hour % 12
    case 'noon':
      return hour <= 3 ? hour + 12 : hour
    case 'afternoon':
    case 'end-of-day':
    case 'evening':
      return (hour % 12) + 12
    case 'night':
    case 'midnight':
      // Two at night belongs to the evening before, as people say it.
      return hour === 12 || hour < 6 ? (hour % 12) + 24 : hour + 12
    case undefined:
      return isLoose ? hour + 12 : hour
    default:
      return assertNever(part)
  }
}

/** Days from today, or null when the calendar has no such day. `isAhead` says whether the said hour is still to come then. */
function daysTo(day: Day, today: Date, isAhead: (days: number) => boolean): number | null {
  switch (day.kind) {
    case 'in-days':
      return day.days
    case 'weekday': {
      const ahead = day.weekday - ((today.getUTCDay() + 6) % 7)
      if (day.week !== 'coming') return ahead + day.week * 7
      if (ahead === 0) return isAhead(0) ? 0 : 7
      return (ahead + 7) % 7
    }
    case 'month': {
      const [year, month] = [today.getUTCFullYear(), today.getUTCMonth() + day.months]
      const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
      const number = day.day === 'last' ? last : day.day === 'same' ? Math.min(today.getUTCDate(), last) : day.day
      return number >= 1 && number <= last ? daysBetween(today, new Date(Date.UTC(year, month, number))) : null
    }
    case 'date':
      return daysToDate(day, today)
    default:
      return assertNever(day)
  }
}

function daysToDate({ year, month, day }: Extract<Day, { kind: 'date' }>, today: Date): number | null {
  const thisYear = today.getUTCFullYear()
  if (year !== null) return month === null ? null : existing(year, month, day, today)
  if (month !== null) {
    const found = existing(thisYear, month, day, today)
    return found !== null && found >= 0 ? found : existing(thisYear + 1, month, day, today)
  }
  // The next month that has this day: no two in a row are without it.
  for (let ahead = 0; ahead <= 2; ahead += 1) {
    const first = new Date(Date.UTC(thisYear, today.getUTCMonth() + ahead, 1))
    const found = existing(first.getUTCFullYear(), first.getUTCMonth() + 1, day, today)
    if (found !== null && found >= 0) return found
  }
  return null
}

function existing(year: number, month: number, day: number, today: Date): number | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? daysBetween(today, date) : null
}

function daysBetween(from: Date, to: Date): number {
  return Math.round((to.getTime() - from.getTime()) / DAY_MS)
}

function startOf(clock: Date): Date {
  return new Date(clock.getTime() - (((clock.getTime() % DAY_MS) + DAY_MS) % DAY_MS))
}
