import type { Day, Piece, Said, Weekday } from './said.ts'
import { clockTime } from './said.ts'

const numbers = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const weekdayNames = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

const number = `(\\d{1,3}|an?|${numbers.join('|')})`
const weekday = '(mon|tue|wed|thu|fri|sat|sun)(?:day|s|sday|nesday|r|rs|rsday|urday)?'
const month = '(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\\.?'
const nth = '(\\d{1,2})(?:st|nd|rd|th)?'
const year = '(?:,? (\\d{4}))?'

const fromNow = '(?: later| from now)?'
const piece = (pattern: string, read: Piece['read']): Piece => ({
  pattern: new RegExp(`${pattern}(?![a-z0-9])`, 'y'),
  read,
})

function countOf(text = ''): number {
  const index = numbers.indexOf(text)
  if (index >= 0) return index + 1
  return text.startsWith('a') ? 1 : Number(text)
}

function weekdayOf(name = ''): Weekday {
  const index = weekdayNames.indexOf(name.slice(0, 3))
  return ([0, 1, 2, 3, 4, 5, 6] as const)[index] ?? 0
}

const monthOf = (name = '') => monthNames.indexOf(name.slice(0, 3)) + 1
const day = (said: Day): Said => ({ day: said })
const inDays = (days: number) => day({ kind: 'in-days', days })
const date = (years: string | undefined, months: number, days: string | undefined) =>
  day({ kind: 'date', year: years === undefined ? null : Number(years), month: months, day: Number(days) })

/** `24/12` and `12/24` are the same day; `3/4` could be two, and is none. */
function slashed(first: number, second: number, years: string | undefined): Said | null {
  if (first > 12 && second <= 12) return date(years, second, String(first))
  if (second > 12 && first <= 12) return date(years, first, String(second))
  return first === second ? date(years, first, String(second)) : null
}

/** From the longest to the shortest, since the first that fits is taken. */
export const englishPieces: readonly Piece[] = [
  piece(`(?:in )?half an hour${fromNow}`, () => ({ minutes: 30 })),
  piece(`(?:in )?${number} (?:hours? and a half|and a half hours?)${fromNow}`, ([, count]) => ({
    minutes: countOf(count) * 60 + 30,
  })),
  piece(`(?:in )?(\\d{1,2}\\.\\d) ?(?:hours?|hrs?|h)${fromNow}`, ([, count]) => ({
    minutes: Math.round(Number(count) * 60),
  })),
  piece(`(?:in )?${number} ?(?:hours?|hrs?|h)${fromNow}`, ([, count]) => ({ minutes: countOf(count) * 60 })),
  piece(`(?:in )?${number} ?(?:minutes?|mins?|m)${fromNow}`, ([, count]) => ({ minutes: countOf(count) })),
  piece(`(?:in )?${number} ?(?:days?|d)${fromNow}`, ([, count]) => inDays(countOf(count))),
  piece(`(?:in )?${number} ?(?:weeks?|w)${fromNow}`, ([, count]) => inDays(countOf(count) * 7)),
  piece(`(?:in )?${number} months?${fromNow}`, ([, count]) =>
    day({ kind: 'month', months: countOf(count), day: 'same' }),
  ),
  piece('later(?: today)?', () => ({ later: true })),
  piece('(?:the )?day after tomorrow', () => inDays(2)),
  piece('(?:tomorrow|tmrw|tmr)', () => inDays(1)),
  piece('tonight', () => ({ ...inDays(0), part: 'night' })),
  piece('this (morning|afternoon|evening)', ([, part]) => ({ ...inDays(0), ...partOf(part) })),
  piece('today', () => inDays(0)),
  piece('(?:end of (?:the )?day|eod)', () => ({ part: 'end-of-day' })),
  piece('(?:end of (?:the |this )?month|eom)', () => day({ kind: 'month', months: 0, day: 'last' })),
  piece('(?:end of (?:the |this )?week|eow)', () => day({ kind: 'weekday', weekday: 4, week: 0 })),
  piece(`${weekday} (?:of )?next week`, ([, name]) => day({ kind: 'weekday', weekday: weekdayOf(name), week: 1 })),
  piece(`next week (?:on )?${weekday}`, ([, name]) => day({ kind: 'weekday', weekday: weekdayOf(name), week: 1 })),
  piece('next week', () => day({ kind: 'weekday', weekday: 0, week: 1 })),
  piece('next month', () => day({ kind: 'month', months: 1, day: 1 })),
  piece('next weekend', () => day({ kind: 'weekday', weekday: 5, week: 1 })),
  piece('(?:this |the )?weekend', () => day({ kind: 'weekday', weekday: 5, week: 'coming' })),
  piece(`next ${weekday}`, ([, name]) => day({ kind: 'weekday', weekday: weekdayOf(name), week: 1 })),
  piece(`this ${weekday}`, ([, name]) => day({ kind: 'weekday', weekday: weekdayOf(name), week: 0 })),
  piece(`(?:coming )?${weekday}`, ([, name]) => day({ kind: 'weekday', weekday: weekdayOf(name), week: 'coming' })),
  piece(`${nth}(?: of)? ?${month}${year}`, ([, days, name, years]) => date(years, monthOf(name), days)),
  piece(`${month} ?${nth}${year}`, ([, name, days, years]) => date(years, monthOf(name), days)),
  piece('(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})', ([, years, months, days]) => date(years, Number(months), days)),
  piece('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})?', ([, days, months, years]) => date(years, Number(months), days)),
  piece('(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?', ([, first, second, years]) =>
    slashed(Number(first), Number(second), years),
  ),
  piece('(\\d{1,2})(?:st|nd|rd|th)', ([, days]) => day({ kind: 'date', year: null, month: null, day: Number(days) })),
  piece('(\\d{1,2})(?:[:.](\\d{2}))? ?([ap])\\.?m\\.?', ([, hour = '', minute, half]) =>
    clockTime(hour, minute, half === 'a' ? 'am' : 'pm'),
  ),
  piece('(\\d{1,2})[:.](\\d{2})', ([, hour = '', minute]) => clockTime(hour, minute)),
  piece("(?:at )?(\\d{1,2}) ?o'?clock", ([, hour = '']) => clockTime(hour, undefined)),
  piece('at (\\d{1,2})', ([, hour = '']) => clockTime(hour, undefined)),
  piece('(?:in the |at )?(morning|noon|midday|afternoon|evening|night|midnight)', ([, part]) => partOf(part)),
  piece('(\\d{1,2})', ([, hour = '']) => {
    const said = clockTime(hour, undefined)
    return said?.clock ? { clock: { ...said.clock, isBare: true } } : null
  }),
]

function partOf(word = ''): Said {
  const parts = ['morning', 'noon', 'afternoon', 'evening', 'night', 'midnight'] as const
  return { part: parts.find(part => part === word) ?? 'noon' }
}
