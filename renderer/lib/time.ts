import { dateFormat, numberFormat, relativeTimeFormat } from './intl.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

function format(date: Date, language: string, options: Intl.DateTimeFormatOptions): string {
  return dateFormat(language, options).format(date)
}

/** Whole calendar days from `date` to `now` in local time; 0 is the same day. */
export function daysBetween(date: Date, now: Date): number {
  return Math.round((startOfDay(now).getTime() - startOfDay(date).getTime()) / DAY)
}

/** For a list: the hour today, then the weekday, then the day, with the year once it is another one. */
export function listTime(date: Date, now: Date, language: string): string {
  const days = daysBetween(date, now)
  if (days === 0) return clockTime(date, language)
  if (days > 0 && days < 7) return format(date, language, { weekday: 'short' })
  const sameYear = date.getFullYear() === now.getFullYear()
  return format(date, language, sameYear ? { day: 'numeric', month: 'short' } : { dateStyle: 'short' })
}

export function clockTime(date: Date, language: string): string {
  return format(date, language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
}

/** Today, yesterday, else the full day: the line between two days of a conversation. */
export function dayLabel(date: Date, now: Date, language: string): string {
  const days = daysBetween(date, now)
  if (days === 0 || days === 1) {
    const words = relativeTimeFormat(language, { numeric: 'auto' }).format(-days, 'day')
    return words.charAt(0).toLocaleUpperCase(language) + words.slice(1)
  }
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return format(date, language, { weekday: 'long', day: 'numeric', month: 'long', year })
}

/** Day and time in full: for tooltips and for a snooze. */
export function fullTime(date: Date, language: string): string {
  return format(date, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
}

/** Day and time in full on the clock of a zone, with the year once it is another one. */
export function fullTimeIn(date: Date, now: Date, language: string, timeZone: string): string {
  return format(date, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: date.getFullYear() === now.getFullYear() ? undefined : 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  })
}

/** How long somebody waits: minutes, then hours, then days. */
export function waitingText(since: Date, now: Date, language: string): string {
  const ms = Math.max(0, now.getTime() - since.getTime())
  const [value, unit] =
    ms < 60 * MINUTE
      ? [Math.max(1, ms / MINUTE), 'minute']
      : ms < DAY
        ? [ms / (60 * MINUTE), 'hour']
        : [ms / DAY, 'day']
  return numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
    roundingMode: 'floor',
  }).format(value)
}

function startOfDay(date: Date): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate())
}
