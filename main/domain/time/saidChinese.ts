import type { Day, DayPart, Piece, Said, Weekday } from './said.ts'
import { clockTime } from './said.ts'

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** `二十四` becomes `24`, also within a text: `周一` becomes `周1`. */
export function inDigits(text: string): string {
  return text
    .replaceAll(/([一二两三四五六七八九])?十([一二三四五六七八九])?/g, (_, tens: string, ones: string) =>
      String((digits[tens] ?? 1) * 10 + (digits[ones] ?? 0)),
    )
    .replaceAll(/[零〇一二两三四五六七八九]/g, digit => String(digits[digit] ?? digit))
}

const piece = (pattern: string, read: Piece['read']): Piece => ({ pattern: new RegExp(pattern, 'y'), read })
const day = (said: Day): Said => ({ day: said })
const inDays = (days: number) => day({ kind: 'in-days', days })

const week = '(?:周|星期|礼拜)'
const after = ' ?(?:之后|以后|过后|后)'
const parts: readonly (readonly [DayPart, RegExp])[] = [
  ['midnight', /^(?:午夜|半夜)$/],
  ['early', /^凌晨$/],
  ['morning', /^(?:清晨|早上|早晨|上午)$/],
  ['noon', /^中午$/],
  ['end-of-day', /^下班前?$/],
  ['afternoon', /^(?:下午|午后)$/],
  ['evening', /^傍晚$/],
  ['night', /^(?:晚上|晚间|夜里)$/],
]

function weekdayOf(name = ''): Weekday {
  const index = '1234567'.indexOf(name)
  return ([0, 1, 2, 3, 4, 5, 6] as const)[index] ?? 6
}

/** 本周 and 这周 0, 下周 1, 下下周 2, nothing the next one there is. */
function weekOf(before = ''): 'coming' | number {
  if (before.startsWith('下')) return before.startsWith('下下') ? 2 : 1
  return before === '' ? 'coming' : 0
}

const monthsOf = (before = '') => (before.startsWith('下') ? 1 : 0)

/** Digits have taken the place of Chinese numbers. From the longest to the shortest: the first that fits is taken. */
export const chinesePieces: readonly Piece[] = [
  piece(`(?:过)?半个?(?:小时|钟头)${after}`, () => ({ minutes: 30 })),
  piece(`(?:过)?(\\d{1,2})个半(?:小时|钟头)${after}`, ([, count]) => ({ minutes: Number(count) * 60 + 30 })),
  piece(`(?:过)?(\\d{1,2}) ?个?(?:小时|钟头)半${after}`, ([, count]) => ({ minutes: Number(count) * 60 + 30 })),
  piece(`(?:过)?(\\d{1,2}) ?个?(?:小时|钟头)(\\d{1,2}) ?分钟?${after}`, ([, hours, minutes]) => ({
    minutes: Number(hours) * 60 + Number(minutes),
  })),
  piece(`(?:过)?(\\d{1,3}) ?个?(?:小时|钟头)${after}`, ([, count]) => ({ minutes: Number(count) * 60 })),
  piece(`(?:过)?(\\d{1,3}) ?分钟?${after}`, ([, count]) => ({ minutes: Number(count) })),
  piece(`(?:过)?1刻钟${after}`, () => ({ minutes: 15 })),
  piece(`(?:过)?(\\d{1,3}) ?天${after}`, ([, count]) => inDays(Number(count))),
  piece(`(?:过)?(\\d{1,2}) ?个?${week}${after}`, ([, count]) => inDays(Number(count) * 7)),
  piece(`(?:过)?(\\d{1,2}) ?个月${after}`, ([, count]) => day({ kind: 'month', months: Number(count), day: 'same' })),
  piece('(?:今天)?(?:晚些时候|晚点儿?|稍后|待会儿?)', () => ({ later: true })),
  piece('今晚', () => ({ ...inDays(0), part: 'night' })),
  piece('明早', () => ({ ...inDays(1), part: 'morning' })),
  piece('明晚', () => ({ ...inDays(1), part: 'night' })),
  piece('今[天日]', () => inDays(0)),
  piece('(?:明[天日]|明儿)', () => inDays(1)),
  piece('大后天', () => inDays(3)),
  piece('(?:后[天日]|后儿)', () => inDays(2)),
  piece(`(下下个?|下个?|本|这个?)?${week}末`, ([, before]) =>
    day({ kind: 'weekday', weekday: 5, week: weekOf(before) }),
  ),
  piece(`(下下个?|下个?|本|这个?)?${week}([1-7日天])`, ([, before, name]) =>
    day({ kind: 'weekday', weekday: weekdayOf(name), week: weekOf(before) }),
  ),
  piece(`(下下个?|下个?)${week}`, ([, before]) => day({ kind: 'weekday', weekday: 0, week: weekOf(before) })),
  piece('(下个?|本|这个?)?月(?:底|末)', ([, before]) => day({ kind: 'month', months: monthsOf(before), day: 'last' })),
  piece('(下个?|本|这个?)月(?:的)?(\\d{1,2}) ?[日号]', ([, before, days]) =>
    day({ kind: 'month', months: monthsOf(before), day: Number(days) }),
  ),
  piece('下个?月(?:初)?', () => day({ kind: 'month', months: 1, day: 1 })),
  piece('(?:(\\d{4}) ?年 ?)?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?', ([, years, months, days]) =>
    day({ kind: 'date', year: years ? Number(years) : null, month: Number(months), day: Number(days) }),
  ),
  piece('(\\d{1,2}) ?[日号]', ([, days]) => day({ kind: 'date', year: null, month: null, day: Number(days) })),
  piece('(\\d{1,2}) ?[点时] ?半', ([, hour = '']) => clockTime(hour, '30')),
  piece('(\\d{1,2}) ?[点时] ?([13])刻', ([, hour = '', quarters]) => clockTime(hour, String(Number(quarters) * 15))),
  piece('(\\d{1,2}) ?[点时](?:钟|整)?(?: ?(\\d{1,2}) ?分?)?', ([, hour = '', minute]) => clockTime(hour, minute)),
  piece('(午夜|半夜|凌晨|清晨|早上|早晨|上午|中午|下班前?|下午|午后|傍晚|晚上|晚间|夜里)', ([, word = '']) => {
    const part = parts.find(([, words]) => words.test(word))
    return part ? { part: part[0] } : null
  }),
]
