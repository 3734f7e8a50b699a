import type { ClosedDays, OpeningDay } from '#contract/settings.ts'

/** Hours until `00:00` end at midnight. */
export function isInOrder({ from, to }: OpeningDay): boolean {
  return from !== '' && to !== '' && (to === '00:00' || from < to)
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

/** `24 – 26 Dec 2026`, or one day. */
export function closedDaysText({ from, to }: ClosedDays, language: string): string {
  const day = new Intl.DateTimeFormat(language, {
    weekday: from === to ? 'short' : undefined,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  })
  return from === to ? day.format(new Date(from)) : day.formatRange(new Date(from), new Date(to))
}
