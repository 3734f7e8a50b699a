import type { ClosedDays, OpeningDay } from '#contract/settings.ts'

/** Hours until `00:00` end at midnight. */
export function isInOrder({ from, to }: OpeningDay): boolean {
  return to === '00:00' || from < to
}

/** Each half hour from the first to the last, and what is set already; told on a clock of 24 hours in every language. */
export function timeChoices(current: string, first: string, last: string): { value: string; label: string }[] {
  const halves = Array.from({ length: 48 }, (_, half) => {
    const hour = String(Math.floor(half / 2)).padStart(2, '0')
    return `${hour}:${half % 2 === 0 ? '00' : '30'}`
  })
  const offered = halves.filter(time => time >= first && time <= last)
  const isOdd = current !== '00:00' && !halves.includes(current)
  return (isOdd ? [...offered, current].toSorted() : offered).map(value => ({ value, label: value }))
}

/** Days that are over are left out, the others in order, each only once. */
export function withClosed(days: readonly ClosedDays[], added: ClosedDays, today: string): ClosedDays[] {
  const others = days.filter(({ from, to }) => to >= today && !(from === added.from && to === added.to))
  return [...others, added].toSorted((one, other) => one.from.localeCompare(other.from))
}

/** Monday first. */
export function weekdayNames(language: string): string[] {
  const name = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' })
  return Array.from({ length: 7 }, (_, day) => name.format(new Date(Date.UTC(2024, 0, 1 + day))))
}

/** `Thu, Dec 24, 2026 – Sat, Dec 26, 2026`, or one day. */
export function closedDaysText({ from, to }: ClosedDays, language: string): string {
  const day = new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // Ranges of the platform fall back to digits in Chinese.
  return [...new Set([from, to])].map(text => day.format(new Date(text))).join(' – ')
}
