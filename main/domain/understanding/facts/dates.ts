import { DAY_MS } from '#domain/shopClock.ts'
import { dayWords, monthNames, months, numberNames, numberOf, weekdayNames, weekdays } from './dateWords.ts'
import { claim, type Claims } from './spans.ts'

interface Day {
  year: number
  month: number
  day: number
}
interface Context {
  /** On the shop's clock. */
  now: Date
  language: string
  /** The flat text before the find. */
  before: string
}
interface Rule {
  pattern: RegExp
  /** An ISO date, or a shorter one (`2026-03`) where the text says no more; null when it is none. */
  read(match: RegExpExecArray, context: Context): string | null
}

const two = (value: number) => String(value).padStart(2, '0')
const iso = ({ year, month, day }: Day) => `${year}-${two(month)}-${two(day)}`

function dayOf(date: Date): Day {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function shifted(now: Date, days: number): string {
  return iso(dayOf(new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + days, 12))))
}

function checked(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day, 12))
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && year >= 2000
    ? iso({ year, month, day })
    : null
}

/** Without a year it is the nearest such day, and rather one that is over: people write about what has happened. */
function nearest(now: Date, month: number, day: number): string | null {
  const farAhead = 60 * DAY_MS
  const year = now.getUTCFullYear()
  const isTooFar = new Date(Date.UTC(year, month - 1, day)).getTime() - now.getTime() > farAhead
  const isLongOver = now.getTime() - new Date(Date.UTC(year, month - 1, day)).getTime() > 320 * DAY_MS
  return checked(isTooFar ? year - 1 : isLongOver ? year + 1 : year, month, day)
}

const yearOf = (text: string | undefined, now: Date) => {
  if (text === undefined || text === '') return null
  if (/^(?:今年)/u.test(text)) return now.getUTCFullYear()
  if (/^(?:去年|昨年)/u.test(text)) return now.getUTCFullYear() - 1
  if (/^(?:明年|来年)/u.test(text)) return now.getUTCFullYear() + 1
  const digits = Number(text.replace(/\D/gu, ''))
  return digits < 100 ? 2000 + digits : digits
}

function onDay(now: Date, year: string | undefined, month: number, day: number): string | null {
  const known = yearOf(year, now)
  return known === null ? nearest(now, month, day) : checked(known, month, day)
}

// Who writes the month first cannot be seen in 3/5; English does it with slashes, everybody else and dots do not.
function ambiguous(first: number, second: number, year: string | undefined, sign: string, context: Context) {
  const monthFirst = first <= 12 && (second > 12 || (sign === '/' && context.language === 'en'))
  return monthFirst ? onDay(context.now, year, first, second) : onDay(context.now, year, second, first)
}

const ahead =
  /(?:wedding|birthday|party|flight|trip|event|holiday|will|until|till|by|before|deliver\w*|arrive|need\w*|can|next|coming|para el|antes del?|avant|bis|kommenden|nachsten|prochain\w*|proximo|请|能|前|之前|下|までに)(?: \S+){0,4} ?$/u

function weekday(name: string, sign: string, { now, before }: Context): string | null {
  const wanted = weekdays.get(name)
  if (wanted === undefined) return null
  const today = now.getUTCDay() === 0 ? 7 : now.getUTCDay()
  if (
    /^(?:next|coming|nachsten?|kommenden?|prochain|proximo|que viene)/u.test(sign) ||
    (sign === '' && ahead.test(before))
  )
    return shifted(now, (wanted - today + 7) % 7 || 7)
  if (/^(?:this|diesen?|ce|este)/u.test(sign)) return shifted(now, wanted - today)
  return shifted(now, -((today - wanted + 7) % 7 || 7))
}

const WEEKS: Readonly<Record<string, number>> = { 上: -7, 下: 7, 先: -7, 来: 7 }

function weekdayOfWeek(week: string, name: string, { now }: Context): string | null {
  const wanted = weekdays.get(name)
  const today = now.getUTCDay() === 0 ? 7 : now.getUTCDay()
  return wanted === undefined ? null : shifted(now, wanted - today + (WEEKS[week.charAt(0)] ?? 0))
}

function monthsBack(now: Date, count: number): string {
  const date = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 12, 12))
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}`
}

function ago(count: number, unit: string, now: Date): string | null {
  if (Number.isNaN(count) || count > 1000) return null
  if (/^(?:days?|dias?|jours?|tag|天|日|يوم|ايام)/u.test(unit)) return shifted(now, -Math.round(count))
  if (/^(?:weeks?|semana|semaine|woche|周|星期|礼拜|週|اسبوع|اسابيع)/u.test(unit))
    return shifted(now, -Math.round(count * 7))
  if (/^(?:months?|mes|mois|monat|个?月|か月|ヶ月|شهر|اشهر)/u.test(unit)) return monthsBack(now, Math.round(count))
  return String(now.getUTCFullYear() - Math.round(count))
}

const START = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{N}])'
const word = (source: string) => new RegExp(`${START}(?:${source})${END}`, 'gu')
const COUNT = `\\d{1,3}|${numberNames}`

const rules: readonly Rule[] = [
  {
    pattern: /(?<![\d./-])(20\d\d)([-/.])(\d{1,2})\2(\d{1,2})(?![\d-])/gu,
    read: ([, year, , month, day]) => checked(Number(year), Number(month), Number(day)),
  },
  {
    pattern: /(?:(20\d\d|\d\d(?=年)|今年|去年|昨年|明年|来年)年?的?)?(\d{1,2})月(\d{1,2})(?:[日号號]|(?!\d))/gu,
    read: ([, year, month, day], { now }) => onDay(now, year, Number(month), Number(day)),
  },
  {
    pattern: /(20\d\d|今年|去年|昨年)年?的?(\d{1,2})月份?/gu,
    read: ([, year, month], { now }) => `${yearOf(year, now) ?? now.getUTCFullYear()}-${two(Number(month))}`,
  },
  {
    pattern: /(?<![\d./-])(\d{1,2})([./-])(\d{1,2})\2(20\d\d|\d\d)(?![\d./-]\d|\d)/gu,
    read: ([, first, sign = '', second, year], context) =>
      ambiguous(Number(first), Number(second), year, sign, context),
  },
  {
    pattern: /(?<![\d.,/-])(\d{1,2})\.(\d{1,2})\.(?!\d)/gu,
    read: ([, day, month], { now, language }) => (language === 'de' ? nearest(now, Number(month), Number(day)) : null),
  },
  {
    pattern: word(
      `(\\d{1,2})(?:st|nd|rd|th|er|\\.)? ?(?:of |de |del )?(${monthNames})\\.?(?:,? (?:de |del |of )?(20\\d\\d))?`,
    ),
    read: ([, day, month = '', year], { now }) => onDay(now, year, months.get(month) ?? 0, Number(day)),
  },
  {
    pattern: word(`(${monthNames})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?:,? (20\\d\\d))?`),
    read: ([, month = '', day, year], { now }) => onDay(now, year, months.get(month) ?? 0, Number(day)),
  },
  {
    pattern: word(`(?:in|since|from|en|de|im|seit|depuis) (${monthNames})(?:,? (?:de |del |of )?(20\\d\\d))?`),
    read([, month = '', year], { now }) {
      const wanted = months.get(month) ?? 0
      const own = wanted > now.getUTCMonth() + 1 ? now.getUTCFullYear() - 1 : now.getUTCFullYear()
      return `${year ?? own}-${two(wanted)}`
    },
  },
  ...dayWords.map(({ days, spaced, unspaced, language }): Rule => ({
    pattern: new RegExp(
      [
        ...(spaced === undefined ? [] : [`${START}(?:${spaced})${END}`]),
        ...(unspaced === undefined ? [] : [unspaced]),
      ].join('|'),
      'gu',
    ),
    read: (_, context) => (language === undefined || language === context.language ? shifted(context.now, days) : null),
  })),
  {
    pattern: word(`(${COUNT}) (days?|weeks?|months?|years?) (?:ago|back|before)`),
    read: ([, count = '', unit = ''], { now }) => ago(numberOf(count), unit, now),
  },
  {
    pattern: word(
      `(?:hace|il y a|vor) (?:unos |etwa |environ )?(${COUNT}) (dias?|semanas?|mes(?:es)?|anos?|jours?|semaines?|mois|ans?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)`,
    ),
    read: ([, count = '', unit = ''], { now }) => ago(numberOf(count), unit, now),
  },
  {
    pattern: new RegExp(`(${COUNT})(个?半?(?:天|日|周|星期|礼拜|週間?|个?月|か月|ヶ月|年))(?:之|以)?前`, 'gu'),
    read: ([, count = '', unit = ''], { now }) =>
      ago(numberOf(count), unit.replace(/^个?半?(?=.)/u, '').replace(/間$/u, ''), now),
  },
  {
    pattern: /(?:منذ|قبل) (\d{1,3}) (يوم|ايام|اسبوع|اسابيع|شهر|اشهر)/gu,
    read: ([, count = '', unit = ''], { now }) => ago(numberOf(count), unit, now),
  },
  {
    pattern: word(`in (${COUNT}) (days?|weeks?|tagen|wochen)`),
    read: ([, count = '', unit = ''], { now }) => shifted(now, numberOf(count) * (unit.startsWith('w') ? 7 : 1)),
  },
  {
    pattern: word(
      `(?:(last|this|next|past|coming|letzten?|nachsten?|diesen?|kommenden?|vergangenen?|(?:el )?proximo) )?(${weekdayNames})(?: (pasado|dernier|prochain|proximo|que viene))?`,
    ),
    read: ([, before, name = '', after], context) => weekday(name, before?.replace('el ', '') ?? after ?? '', context),
  },
  {
    pattern: /([上下本这這先今来])个?(?:周|星期|礼拜|週)の?([一二三四五六日天月火水木金土])(?:曜日?)?(?!间)/gu,
    read: ([, week = '', name = ''], context) => weekdayOfWeek(week, name, context),
  },
  {
    pattern: /(?<![上下本这這个先今来一二两几每])(?:周|星期|礼拜)([一二三四五六日天])(?!到)|([月火水木金土日])曜日?/gu,
    read: ([, chinese, japanese], context) => weekday(chinese ?? japanese ?? '', '', context),
  },
  {
    pattern: word('last month|el mes pasado|le mois dernier|letzten monat'),
    read: (_, { now }) => monthsBack(now, 1),
  },
  { pattern: /上个?月|先月|الشهر الماضي/gu, read: (_, { now }) => monthsBack(now, 1) },
  {
    pattern: new RegExp(`${START}(?:last year|el ano pasado|l'annee derniere|letztes jahr)${END}|去年|昨年`, 'gu'),
    read: (_, { now }) => String(now.getUTCFullYear() - 1),
  },
]

/** Reads days, also those told from today (`now` on the shop's clock); without a year the nearest, rather one that is over. */
export function readDates(claims: Claims, now: Date, language: string): void {
  for (const { pattern, read } of rules) {
    for (const match of claims.flat.matchAll(pattern)) {
      const before = claims.flat.slice(Math.max(0, match.index - 40), match.index)
      const value = read(match, { now, language, before })
      if (value !== null) claim(claims, 'date', { start: match.index, end: match.index + match[0].length }, value)
    }
  }
}
