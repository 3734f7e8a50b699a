import { DAY_MS, onShopClock } from '#domain/shopClock.ts'

const months: readonly RegExp[] = [
  /^(?:jan|ene|gen)/, /^(?:feb|fev|fév)/, /^(?:mar|mär|mrz)/, /^(?:apr|avr|abr)/, /^(?:may|mai|mayo|mag)/, /^(?:jun|juin|giu)/,
  /^(?:jul|juil|lug)/, /^(?:aug|août|aout|ago)/, /^(?:sep|set)/, /^(?:oct|okt|ott)/, /^(?:nov)/, /^(?:dec|dez|déc|dic)/,
] // prettier-ignore

/** Whether `03/04/2026` is the third of April or the fourth of March. */
export type DayOrder = 'day-first' | 'month-first'

const NUMERIC = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{2}|\d{4})(?!\d)/
const OLDEST_YEAR = 1990
const NEWEST_YEAR = 2100

/** Told from the dates of one column: a 13 or more cannot be a month. `undecided` is what to take when none shows it. */
export function dayOrderOf(texts: readonly string[], undecided: DayOrder): DayOrder {
  for (const text of texts) {
    const [, first, second] = NUMERIC.exec(text.trim()) ?? []
    if (Number(first) > 12 && Number(second) <= 12) return 'day-first'
    if (Number(second) > 12 && Number(first) <= 12) return 'month-first'
  }
  return undecided
}

/**
 * A date as shops write it, on the shop's clock; null when it is none. What is written without an offset from UTC is what
 * that clock showed; a time with one is told on it. Midnight of UTC is how programs write a day without a time.
 */
export function readDate(text: string, order: DayOrder, timeZone: string): Date | null {
  const plain = text.normalize('NFKC').trim()
  const written = readWritten(plain, order)
  if (written === null) return counted(plain, timeZone)
  const offset = offsetIn(plain)
  if (offset === null || (offset === 0 && written.getTime() % DAY_MS === 0)) return written
  return onShopClock(new Date(written.getTime() - offset * MINUTE_MS), timeZone)
}

/** Minutes before UTC of a time that says so: `10:20Z`, `10:20:30.5 +0800`, `10:20 GMT`. */
function offsetIn(text: string): number | null {
  const found =
    /\d:\d{2}(?::\d{2}(?:[.,]\d+)?)? ?(?:([ap])\.?m\.? ?)?(?:(Z|UTC|GMT)|(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})?)$/i.exec(
      text,
    )
  if (!found) return null
  const [, , , sign, hours, minutes] = found
  const offset = Number(hours ?? 0) * 60 + Number(minutes ?? 0)
  return sign === '-' ? -offset : offset
}

function readWritten(plain: string, order: DayOrder): Date | null {
  const iso = /^(\d{4})(?:-|\/|\.|年)(\d{1,2})(?:-|\/|\.|月)(\d{1,2})日?/.exec(plain)
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]), plain.slice(iso[0].length))
  const compact = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(plain)
  if (compact) return dateOf(Number(compact[1]), Number(compact[2]), Number(compact[3]), '')
  const numeric = NUMERIC.exec(plain)
  if (numeric) {
    const [whole, first, second, year] = numeric.map(part => part)
    const isDayFirst = whole?.includes('.') || order === 'day-first'
    const [day, month] = isDayFirst ? [first, second] : [second, first]
    return dateOf(fullYear(year ?? ''), Number(month), Number(day), plain.slice(whole?.length ?? 0))
  }
  return worded(plain)
}

/** `5 Mar 2026`, `Mar 5, 2026 10:00`, `Thu, 05 Mar 2026`. */
function worded(text: string): Date | null {
  const month = /(?<!\p{L})\p{L}{3,9}(?!\p{L})/gu
  for (const [word] of text.matchAll(month)) {
    const index = months.findIndex(pattern => pattern.test(word.toLowerCase()))
    const year = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(text)
    const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|\.)?(?![\d:])/.exec(text)
    if (index < 0 || !year || !day) continue
    return dateOf(Number(year[1]), index + 1, Number(day[1]), text)
  }
  return null
}

const MINUTE_MS = 60_000
/** Day 0 of a spreadsheet. */
const SHEET_START_MS = Date.UTC(1899, 11, 30)

/** Seconds or milliseconds since 1970, or days as a spreadsheet counts them. */
function counted(text: string, timeZone: string): Date | null {
  if (!/^\d{5}(?:[.,]\d+)?$|^\d{10}$|^\d{13}$/.test(text)) return null
  const value = Number(text.replace(',', '.'))
  if (/^\d{10,}$/.test(text)) {
    const moment = new Date(text.length === 10 ? value * 1000 : value)
    return moment.getTime() % DAY_MS === 0 ? moment : onShopClock(moment, timeZone)
  }
  return value < 30_000 || value > 75_000 ? null : new Date(SHEET_START_MS + Math.round(value * DAY_MS))
}

function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text)
}

function dateOf(year: number, month: number, day: number, rest: string): Date | null {
  const time = /(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap])?\.?m?/i.exec(rest)
  const half = time?.[4]?.toLowerCase()
  const written = Number(time?.[1] ?? 0)
  const hour = half === 'p' && written < 12 ? written + 12 : half === 'a' && written === 12 ? 0 : written
  const date = new Date(Date.UTC(year, month - 1, day, hour, Number(time?.[2] ?? 0), Number(time?.[3] ?? 0)))
  const isReal = date.getUTCMonth() === month - 1 && hour < 24
  return isReal && year >= OLDEST_YEAR && year <= NEWEST_YEAR ? date : null
}
