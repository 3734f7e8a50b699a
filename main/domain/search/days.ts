import { DAY_MS } from '#domain/shopClock.ts'

const DAYS_AGO: Readonly<Record<string, number>> = {
  today: 0,
  今天: 0,
  今日: 0,
  yesterday: 1,
  昨天: 1,
  昨日: 1,
  前天: 2,
}

type Span = 'week' | 'month' | 'year'
const SPANS: Readonly<Record<string, readonly [Span, before: number]>> = {
  'this week': ['week', 0],
  'last week': ['week', 1],
  'this month': ['month', 0],
  'last month': ['month', 1],
  'this year': ['year', 0],
  'last year': ['year', 1],
  本周: ['week', 0],
  这周: ['week', 0],
  这个星期: ['week', 0],
  上周: ['week', 1],
  上星期: ['week', 1],
  上个星期: ['week', 1],
  本月: ['month', 0],
  这个月: ['month', 0],
  上月: ['month', 1],
  上个月: ['month', 1],
  今年: ['year', 0],
  去年: ['year', 1],
}

/**
 * The beginning of the day, week (Monday), month or year that was named, on the shop's clock: `2026-03-01`, `2026/3`,
 * `2026`, `1.3.2026`, `2026年3月1日`, `yesterday`, `7d`, `last week`, 上周. Null when it names none.
 */
export function searchDay(text: string, shopNow: Date): Date | null {
  const words = text.trim().toLowerCase().normalize('NFKC').replace(/\s+/gu, ' ')
  const today = Math.floor(shopNow.getTime() / DAY_MS) * DAY_MS
  const ago = DAYS_AGO[words]
  if (ago !== undefined) return new Date(today - ago * DAY_MS)
  const span = SPANS[words]
  if (span) return beginning(span[0], span[1], new Date(today))
  const days = /^(\d{1,4}) ?(?:d|days?(?: ago)?|天前?)$/u.exec(words)
  if (days) return new Date(today - Number(days[1]) * DAY_MS)
  return writtenDay(words)
}

function beginning(span: Span, before: number, today: Date): Date {
  const year = today.getUTCFullYear()
  const month = today.getUTCMonth()
  if (span === 'year') return new Date(Date.UTC(year - before, 0, 1))
  if (span === 'month') return new Date(Date.UTC(year, month - before, 1))
  const sinceMonday = (today.getUTCDay() + 6) % 7
  return new Date(today.getTime() - (sinceMonday + before * 7) * DAY_MS)
}

function writtenDay(text: string): Date | null {
  const [, year, month = '1', day = '1'] =
    /^(\d{4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$/u.exec(text) ?? []
  if (year !== undefined) return existing(Number(year), Number(month), Number(day))
  const [, german = '', germanMonth = '', germanYear] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? []
  return germanYear === undefined ? null : existing(Number(germanYear), Number(germanMonth), Number(german))
}

/** Null for the 30th of February. */
function existing(year: number, month: number, day: number): Date | null {
  const date = new Date(Date.UTC(year, month - 1, day))
  return year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date : null
}
