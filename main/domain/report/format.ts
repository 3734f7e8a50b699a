import type { Period } from '#contract/report.ts'
import type { Headline, HeadlineUnit } from './headlines.ts'

/** Numbers, days and durations of a report, as people of a language write them: on the screen and in a file alike. */
export function createReportFormat(language: string) {
  const plain = new Intl.NumberFormat(language)
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 })
  const dayFormat = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(language, { month: 'short', day: 'numeric', timeZone: 'UTC' })
  const monthFormat = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const hourFormat = new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: 'UTC',
  })
  const unitFormat = (unit: string, digits: number) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits })
  const [seconds, minutes, hours, days] = [
    unitFormat('second', 0),
    unitFormat('minute', 0),
    unitFormat('hour', 0),
    unitFormat('day', 0),
  ]
  const tenths = unitFormat('minute', 1)
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
  const date = (iso: string) => new Date(`${iso}T00:00:00Z`)

  /** Two units at most: `2 hr 5 min`. */
  function duration(ms: number): string {
    const inSeconds = Math.round(ms / 1000)
    if (inSeconds < 60) return seconds.format(inSeconds)
    const inMinutes = Math.round(ms / 60_000)
    if (inMinutes < 60) return minutes.format(inMinutes)
    if (inMinutes < 48 * 60) return two(Math.floor(inMinutes / 60), hours, inMinutes % 60, minutes)
    const inHours = Math.round(inMinutes / 60)
    return two(Math.floor(inHours / 24), days, inHours % 24, hours)
  }

  function two(large: number, largeUnit: Intl.NumberFormat, small: number, smallUnit: Intl.NumberFormat): string {
    return small === 0 ? largeUnit.format(large) : `${largeUnit.format(large)} ${smallUnit.format(small)}`
  }

  function value(amount: number, unit: HeadlineUnit): string {
    if (unit === 'count') return plain.format(amount)
    if (unit === 'share') return percent.format(amount)
    return duration(unit === 'ms' ? amount : amount * 60_000)
  }

  return {
    number: (amount: number) => plain.format(amount),
    percent: (share: number) => percent.format(share),
    duration,
    /** With a tenth: of one reply. */
    minutes: (amount: number) => tenths.format(amount),
    value,
    /** Of a headline's change; `points` follow a change of a share: the word for one, and for others. */
    change({ unit, change }: Headline, [point, points]: readonly [one: string, others: string]): string {
      if (change === null) return ''
      if (unit !== 'share') return percent.format(change.by)
      const by = Math.round(change.by * 100)
      return `${plain.format(by)} ${by === 1 ? point : points}`
    },
    /** Of an ISO day. */
    day: (iso: string) => dayFormat.format(date(iso)),
    /** Below an axis. */
    tick: (iso: string, step: 'day' | 'week' | 'month') => (step === 'month' ? monthFormat : short).format(date(iso)),
    period: ({ from, to }: Period) =>
      from === to ? dayFormat.format(date(from)) : `${dayFormat.format(date(from))} – ${dayFormat.format(date(to))}`,
    hour: (hour: number) => hourFormat.format(new Date(hour * 3_600_000)),
    /** Null for a code nobody knows, `und` among them. */
    language: (code: string) => (code === 'und' || code === '' ? null : (names.of(code) ?? null)),
    money(minor: number, currency: string): string {
      if (!/^[A-Z]{3}$/.test(currency) || currency === 'XXX') return plain.format(minor / 100)
      const format = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
      return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    },
  }
}
export type ReportFormat = ReturnType<typeof createReportFormat>
