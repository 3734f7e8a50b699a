import { dateFormat, numberFormat } from '#renderer/lib/intl.ts'

/** Numbers, sizes and waiting times as people in that language write them. */
export function formatNumber(value: number, language: string): string {
  return numberFormat(language, {}).format(value)
}

export function formatPercent(share: number, language: string): string {
  return numberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share)
}

export function formatBytes(bytes: number, language: string): string {
  const megabytes = bytes / 1_000_000
  if (megabytes >= 1000) return formatUnit(megabytes / 1000, 'gigabyte', language)
  return megabytes >= 1
    ? formatUnit(megabytes, 'megabyte', language)
    : formatUnit(bytes === 0 ? 0 : Math.max(1, bytes / 1000), 'kilobyte', language)
}

/** Of memory, which is sold by powers of two: `16 GB` are 16 × 2³⁰ bytes. */
export function formatMemory(bytes: number, language: string): string {
  const gigabytes = bytes / 2 ** 30
  return gigabytes >= 1
    ? formatUnit(gigabytes, 'gigabyte', language)
    : formatUnit(Math.max(1, bytes / 2 ** 20), 'megabyte', language)
}

function formatUnit(value: number, unit: string, language: string): string {
  return numberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value)
}

export function formatDate(date: Date, language: string): string {
  return dateFormat(language, { dateStyle: 'medium' }).format(date)
}

/** The year only where it is another one. */
export function formatShortDate(date: Date, now: Date, language: string): string {
  const year = date.getFullYear() === now.getFullYear() ? undefined : 'numeric'
  return dateFormat(language, { year, month: 'short', day: 'numeric' }).format(date)
}

/** A day of the order book: the same wherever the page is. */
export function formatDay(day: Date, language: string): string {
  return dateFormat(language, { dateStyle: 'medium', timeZone: 'UTC' }).format(day)
}

/** The same, with the year only where it is another one than that of `today` on the shop's clock. */
export function formatShortDay(day: Date, today: Date, language: string): string {
  const year = day.getUTCFullYear() === today.getUTCFullYear() ? undefined : 'numeric'
  return dateFormat(language, { year, month: 'short', day: 'numeric', timeZone: 'UTC' }).format(day)
}

/** The hour alone for today, else with the day. */
export function formatMoment(date: Date, now: Date, language: string): string {
  const isToday = date.toDateString() === now.toDateString()
  return dateFormat(
    language,
    isToday
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ).format(date)
}

/** `2 min`, `40 s`, `1 h 5 min`: how long from now, never negative. */
export function formatWait(ms: number, language: string): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000))
  const unit = (value: number, name: string) =>
    numberFormat(language, { style: 'unit', unit: name, unitDisplay: 'short' }).format(value)
  if (seconds < 60) return unit(seconds, 'second')
  const minutes = Math.ceil(seconds / 60)
  if (minutes < 60) return unit(minutes, 'minute')
  const rest = minutes % 60
  return rest === 0 ? unit(minutes / 60, 'hour') : `${unit(Math.floor(minutes / 60), 'hour')} ${unit(rest, 'minute')}`
}

/** How long something took: `0.4 sec`, `12 sec`. */
export function formatSeconds(ms: number, language: string): string {
  return formatUnit(ms / 1000, 'second', language)
}
