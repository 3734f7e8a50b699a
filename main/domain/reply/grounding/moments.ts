import { chinese, number, numberOf } from './numerals.ts'
import type { Finder } from './value.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
const WEEKDAY =
  '(?:mon(?:days?)?|tues?(?:days?)?|wed(?:nesdays?)?|thu(?:rs?(?:days?)?)?|fri(?:days?)?|sat(?:urdays?)?|sun(?:days?)?)'
const CN_WEEKDAY = '(?:周|星期|礼拜)[一二三四五六日天末]'
const CN = `(?:\\d{1,2}|${chinese})`

function monthOf(text: string): number {
  return months.indexOf(text.slice(0, 3).toLowerCase()) + 1
}

/** Known parts only: a date without a year is the same as one with it, for whoever reads it. */
function dated(
  year: number | null,
  month: number | null,
  day: number | null,
): { kind: 'date'; keys: string[] }[] | null {
  if (month === null || month < 1 || month > 12 || (day !== null && (day < 1 || day > 31))) return null
  const full = year !== null && year < 100 ? year + 2000 : year
  const short = day === null ? `m${month}` : `${month}-${day}`
  return [{ kind: 'date', keys: full === null ? [short] : [`${full}-${short}`] }]
}

function int(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : numberOf(text)
}

const dayNames: readonly (readonly [key: string, words: string])[] = [
  ['today', 'today|tonight|this (?:morning|afternoon|evening)|今天|今日|今晚|当天'],
  ['same-day', 'same[ -]day|当日'],
  ['tomorrow', 'tomorrow|明天|明日|明晚'],
  ['day-after', 'the day after tomorrow|后天'],
  ['yesterday', 'yesterday|昨天|昨日|last night'],
  ['next-week', 'next week|下周(?![一二三四五六日天末])|下星期(?![一二三四五六日天])|下礼拜'],
  ['this-week', 'this week|本周(?![一二三四五六日天末])|这周|这个?星期'],
  ['last-week', 'last week|上周(?![一二三四五六日天末])'],
  ['next-month', 'next month|下个?月'],
  ['this-month', 'this month|本月|这个月'],
  ['weekend', 'weekends?|周末'],
  ['weekdays', 'weekdays|(?<![个一二两三四五六七八九十\\d]\\s?)工作日(?![内后])'],
  ['next-day', 'next(?: business| working)? day|次日|第二天'],
]

function minutes(hour: number, minute: number, half: 'am' | 'pm' | null): string[] | null {
  if (hour > 24 || minute > 59) return null
  const base = half === 'am' ? hour % 12 : half === 'pm' ? (hour % 12) + 12 : hour
  return [`${(base * 60 + minute) % 1440}`]
}

function halfOf(text: string | undefined): 'am' | 'pm' | null {
  if (text === undefined || text === '') return null
  if (/^(?:a|上午|早|凌晨)/iu.test(text)) return 'am'
  return /^(?:p|下午|晚|中午|傍晚)/iu.test(text) ? 'pm' : null
}

/** Days, dates and times of day. */
export const moments: readonly Finder[] = [
  {
    pattern:
      /(发货|签收|收货|收到|下单|付款|支付|使用|开封|拆封|购买|注册|退货|确认|到货|配送|预约|开课)(?:之|以)?(前|后)/gu,
    values: ([, event, side]) => [{ kind: 'phase', keys: [`${event} ${side}`] }],
  },
  {
    pattern: /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/gu,
    values: ([, year, month, day]) => dated(int(year), int(month), int(day)),
  },
  {
    pattern: new RegExp(`(?:(\\d{4}|${chinese})年)?(${CN})月(?:份)?(?:(${CN})[日号])?(?!内)`, 'gu'),
    values: ([text, year, month, day]) =>
      /^[一二两三四五六七八九十半]月$/u.test(text) || day !== undefined || year !== undefined || /月份?$/u.test(text)
        ? dated(int(year), int(month), int(day))
        : null,
  },
  {
    pattern: new RegExp(`(?<![\\d个第])(${CN})号(?![码店楼线])`, 'gu'),
    values: ([, day]) => [{ kind: 'date', keys: [`d${int(day)}`] }],
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?(?!\\d|[:.]\\d)(?:,? (\\d{4}))?`, 'giu'),
    values: ([, month = '', day, year]) => dated(int(year), monthOf(month), int(day)),
  },
  {
    pattern: new RegExp(`(?<!\\d)(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?![\\p{L}])(?:,? (\\d{4}))?`, 'giu'),
    values: ([, day, month = '', year]) => dated(int(year), monthOf(month), int(day)),
  },
  {
    pattern: /(?<![\d.])(\d{1,2})[/.](\d{1,2})[/.](\d{4}|\d{2})(?!\d)/gu,
    values([, first, second, year]) {
      const both = [dated(int(year), int(first), int(second)), dated(int(year), int(second), int(first))]
      const keys = both.flatMap(one => one?.flatMap(date => date.keys) ?? [])
      return keys.length === 0 ? null : [{ kind: 'date', keys }]
    },
  },
  {
    // "May" and "March" are words as well: they are months after a word of time.
    pattern: new RegExp(
      `(?<=(?:in|by|until|till|since|during|of|from|before|after|early|late|end of|mid) )(${MONTH})(?![\\p{L}])(?:,? (\\d{4}))?`,
      'giu',
    ),
    values: ([, month = '', year]) => dated(int(year), monthOf(month), null),
  },
  {
    pattern: new RegExp(
      `(?<![\\p{L}])(${WEEKDAY})(?:\\s?(?:-|–|—|to|through|until|till)\\s?)(${WEEKDAY})(?![\\p{L}])`,
      'giu',
    ),
    values: ([, from = '', to = '']) => [{ kind: 'weekday', keys: [`${dayNumber(from)}-${dayNumber(to)}`] }],
  },
  {
    pattern: new RegExp(`(${CN_WEEKDAY})(?:到|至|-|–|~)((?:周|星期|礼拜)?[一二三四五六日天])`, 'gu'),
    values: ([, from = '', to = '']) => [{ kind: 'weekday', keys: [`${dayNumber(from)}-${dayNumber(to)}`] }],
  },
  {
    pattern: new RegExp(`(?<![\\p{L}])(${WEEKDAY})(?![\\p{L}])|${CN_WEEKDAY}`, 'giu'),
    values([text]) {
      // "Sat" and "sun" are words as well.
      if (/^(?:sat|sun|wed|mon)$/u.test(text)) return null
      return text.endsWith('末')
        ? [{ kind: 'day', keys: ['weekend'] }]
        : [{ kind: 'weekday', keys: [`${dayNumber(text)}`] }]
    },
  },
  ...dayNames.map(([key, words]): Finder => ({
    pattern: new RegExp(`(?<![\\p{Script=Latin}])(?:${words})(?![\\p{Script=Latin}])`, 'giu'),
    values: () => [{ kind: 'day', keys: [key] }],
  })),
  {
    pattern: /(上午|下午|早上|晚上|中午|凌晨|傍晚)?\s?(?<![\d.])(\d{1,2}):(\d{2})(?!\d)\s?(a\.?m\.?|p\.?m\.?)?/giu,
    values([, before, hour, minute, after]) {
      const keys = minutes(int(hour) ?? 99, int(minute) ?? 0, halfOf(before ?? after))
      return keys === null ? null : [{ kind: 'time', keys }]
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.:])(${number})\\s?(a\\.?m\\.?|p\\.?m\\.?)(?![\\p{L}])`, 'giu'),
    values([, hour = '', half]) {
      const keys = minutes(numberOf(hour) ?? 99, 0, halfOf(half))
      return keys === null ? null : [{ kind: 'time', keys }]
    },
  },
  {
    pattern: new RegExp(
      `(上午|下午|早上|晚上|中午|凌晨|傍晚|早|晚)?(${CN})[点时](半|整|钟|${CN}分)?(?!间|候|尚|髦)`,
      'gu',
    ),
    values([text, half, hour, tail]) {
      if (/^[一半]点$/u.test(text)) return null
      const minute = tail === '半' ? 30 : tail?.endsWith('分') ? (int(tail.slice(0, -1)) ?? 0) : 0
      const keys = minutes(int(hour) ?? 99, minute, halfOf(half))
      return keys === null ? null : [{ kind: 'time', keys }]
    },
  },
  {
    pattern: new RegExp(`(?<![\\d.:])(${number})\\s?o['’]?clock`, 'giu'),
    values([, hour = '']) {
      const keys = minutes(numberOf(hour) ?? 99, 0, null)
      return keys === null ? null : [{ kind: 'time', keys }]
    },
  },
  { pattern: /(?<![\p{L}])(?:noon|midday)(?![\p{L}])/giu, values: () => [{ kind: 'time', keys: ['720'] }] },
  { pattern: /(?<![\p{L}])midnight(?![\p{L}])/giu, values: () => [{ kind: 'time', keys: ['0'] }] },
]

/** 0 is Sunday. */
function dayNumber(text: string): number {
  if (/^[a-z]/iu.test(text)) return weekdays.indexOf(text.slice(0, 3).toLowerCase())
  const last = text.slice(-1)
  return last === '日' || last === '天' ? 0 : '一二三四五六'.indexOf(last) + 1
}
