import { chinese, digits, number, numberOf } from './numerals.ts'
import type { Finder, ValueKind } from './value.ts'

const RANGE = '(?:\\s?(?:-|–|—|~|〜|to|or|and|到|至|或)\\s?)'
const SIGN = '(?:us\\$|hk\\$|ca\\$|au\\$|a\\$|c\\$|\\$|€|£|¥|usd|eur|gbp|cny|rmb|人民币)'
const CURRENCY =
  '(?:us\\$|\\$|€|£|¥|us dollars?|dollars?|bucks?|euros?|eur|usd|gbp|pounds?(?: sterling)?|cny|rmb|yuan|美元|美金|欧元|英镑|元(?:人民币)?|块钱?|人民币|cents?|毛|角)(?![a-z])'

const currencies: readonly (readonly [name: string, words: RegExp])[] = [
  ['usd', /^(?:us\$|\$|usd|us dollars?|dollars?|bucks?|美元|美金)$/u],
  ['eur', /^(?:€|eur|euros?|欧元)$/u],
  ['gbp', /^(?:£|gbp|pounds?(?: sterling)?|英镑)$/u],
  ['cny', /^(?:¥|cny|rmb|yuan|人民币|元(?:人民币)?|块钱?)$/u],
  ['cny-tenth', /^[毛角]$/u],
]

function currencyOf(text: string): string {
  const plain = text.trim().toLowerCase()
  return currencies.find(([, words]) => words.test(plain))?.[0] ?? plain
}

function money(amounts: readonly (string | undefined)[], currency: string) {
  return amounts.flatMap(amount => {
    const value = amount === undefined ? null : numberOf(amount)
    return value === null ? [] : [{ kind: 'money' as const, keys: [`${round(value)} ${currencyOf(currency)}`] }]
  })
}

/** One length of time in its smallest plain unit, so that two weeks are fourteen days. */
const spans: readonly (readonly [unit: string, factor: number, words: string])[] = [
  ['workday', 1, '(?:business|working|work)[ -]days?|个?工作[日天]'],
  ['second', 1, 'seconds?|secs?|秒钟?'],
  ['minute', 1, 'minutes?|mins?|分钟'],
  ['hour', 1, 'hours?|hrs?|个?小时|个?钟头'],
  ['day', 1, '(?:calendar )?days?|天|日(?=内|之内|以内|左右|后|期)'],
  ['day', 7, 'weeks?|周|个?星期|个?礼拜'],
  ['month', 1, 'months?|个月'],
  ['month', 12, 'years?|yrs?|年(?!级|代|龄|轻|货|底|初)'],
  ['day', 1, 'nights?'],
]

function span([, first = '', second]: RegExpExecArray, unit: string, factor: number) {
  const [from, to] = [spanNumber(first), second === undefined ? null : spanNumber(second)]
  if (from === null) return null
  const keys =
    to === null ? [`${round(from * factor)} ${unit}`] : [`${round(from * factor)}-${round(to * factor)} ${unit}`]
  return [{ kind: 'span' as const, keys }]
}

function spanNumber(text: string): number | null {
  return /^(?:an?|a single)$/iu.test(text.trim()) ? 1 : numberOf(text)
}

const measures: readonly (readonly [unit: string, words: string])[] = [
  ['cm', 'cm|centimet(?:re|er)s?|厘米|公分'],
  ['mm', 'mm|millimet(?:re|er)s?|毫米'],
  ['km', 'km|kilomet(?:re|er)s?|miles?|公里|千米'],
  ['m', 'met(?:re|er)s?|m(?=[\\s,.;)]|$)|米'],
  ['kg', 'kg|kgs|kilos?|kilograms?|公斤|千克'],
  ['g', 'grams?|g(?=[\\s,.;)]|$)|克'],
  ['half-kg', '斤'],
  ['ml', 'ml|millilit(?:re|er)s?|毫升'],
  ['l', 'lit(?:re|er)s?|l(?=[\\s,.;)]|$)|升'],
  ['in', 'inch(?:es)?|英寸|寸'],
  ['ft', 'feet|foot|ft'],
  ['lb', 'lbs?'],
  ['oz', 'oz|ounces?'],
  ['w', 'w(?=[\\s,.;)]|$)|watts?|瓦'],
  ['v', 'v(?=[\\s,.;)]|$)|volts?|伏'],
  ['degree', '°\\s?c|°|degrees?(?: celsius)?|摄氏度|度'],
  ['mah', 'mah|毫安'],
]

function percent(value: number | null) {
  return value === null ? null : [{ kind: 'percent' as const, keys: [`${round(value)}`] }]
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000
}

function counted(keys: (number | null)[]): { kind: ValueKind; keys: string[] }[] {
  return keys.flatMap(value => (value === null ? [] : [{ kind: 'count' as const, keys: [`${round(value)}`] }]))
}

/** Sums, shares, spans, measures, and the numbers that are left. */
export const amounts: readonly Finder[] = [
  {
    pattern: new RegExp(`${SIGN}\\s?(${digits})(?:${RANGE}(?:${SIGN}\\s?)?(${digits}))?(?!\\s?%)`, 'giu'),
    values: match => money([match[1], match[2]], /^\D+/u.exec(match[0])?.[0] ?? ''),
  },
  {
    pattern: new RegExp(`(${number})\\s?(?:${CURRENCY})?(?:${RANGE}(${number}))?\\s?(?:多)?(${CURRENCY})`, 'giu'),
    values: ([, first, second, currency = '']) => money([first, second], currency),
  },
  {
    pattern: new RegExp(`(${number})(?:${RANGE}(${number}))?\\s?(?:%|percent|per cent|个百分点)`, 'giu'),
    values: ([, first = '', second]) =>
      [first, second].flatMap(one => (one === undefined ? [] : (percent(numberOf(one)) ?? []))),
  },
  { pattern: new RegExp(`百分之(${chinese}|${digits})`, 'gu'), values: ([, share = '']) => percent(numberOf(share)) },
  {
    // 八折 asks for eight tenths of the price, 85折 for 85 hundredths.
    pattern: new RegExp(`(${digits}|[一二三四五六七八九]{1,2})折`, 'gu'),
    values([, paid = '']) {
      const value = numberOf(paid)
      return value === null ? null : percent(100 - (value < 10 ? value * 10 : value))
    },
  },
  { pattern: /(?<![\p{L}])half(?:[ -]price| off)(?![\p{L}])|半价|打对折/giu, values: () => percent(50) },
  ...spans.map(([unit, factor, words]): Finder => ({
    pattern: new RegExp(
      `(?:between )?(${number}|(?<![\\p{L}])an?(?=[ -]))(?:${RANGE}(${number}))?\\s?-?(?:${words})(?![\\p{Script=Latin}])`,
      'giu',
    ),
    values: match => span(match, unit, factor),
  })),
  ...measures.map(([unit, words]): Finder => ({
    pattern: new RegExp(`(${number})(?:${RANGE}(${number}))?\\s?-?(?:${words})(?![\\p{Script=Latin}])`, 'giu'),
    values: ([, first = '', second]) =>
      [first, second].flatMap(one => {
        const value = one === undefined ? null : numberOf(one)
        return value === null ? [] : [{ kind: 'measure' as const, keys: [`${round(value)} ${unit}`] }]
      }),
  })),
  {
    pattern: new RegExp(`(?<![\\p{L}\\d])${digits}(?!\\d)|(?<=\\p{Script=Han})${digits}`, 'gu'),
    values: ([text]) => counted([numberOf(text)]),
  },
  {
    pattern: new RegExp(number, 'giu'),
    values([text]) {
      // "One of our team", 一定, 万一: no numbers.
      if (/^(?:one|hundreds?|[一半万千百亿零]|\d+)$/iu.test(text.trim())) return null
      return counted([numberOf(text)])
    },
  },
]
