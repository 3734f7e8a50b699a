import { normalizeText } from '#domain/text/normalize.ts'
import { withoutDays } from './days.ts'

/** What a text says that must not change with its words: the canonical form, and how it was written. */
export type Values = ReadonlyMap<string, string>

export interface ValueChange {
  lost: string[]
  added: string[]
}

const ADDRESS =
  /(?:https?:\/\/|www\.)[^\s<>"'）)\]，。]+|[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|(?<![\p{L}\p{N}.@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|net|org|shop|store|io|co|info|biz|app|me|de|fr|es|it|nl|pl|uk|eu|us|cn|jp|ru|xyz|top|site|online)\b(?:\/[^\s<>"'）)\]，。]*)?/giu
/** Letters and digits together, also over hyphens: order numbers, SKUs, coupon codes. */
const CODE =
  /(?<![\p{L}\p{N}])(?=[A-Za-z0-9-]{0,60}[A-Za-z])(?=[A-Za-z0-9-]{0,60}\d)[A-Za-z0-9]+(?:[-_/][A-Za-z0-9]+)*/gu
/** "10am", "2nd", "5kg", "3x": a number with its unit. "H264" and "GIFT20" are no such thing. */
const WITH_UNIT = /^\d+[a-z]{1,3}$/u
const NUMBER = /\d+(?:[.,'’]\d+)*/gu
const currencies: readonly (readonly [currency: string, words: RegExp])[] = [
  ['usd', /US\$|\$|\bUSD\b|\bdollars?\b|\bdólares?\b|美元|美金/giu],
  ['eur', /€|\bEUR\b|\beuros?\b|欧元/giu],
  ['gbp', /£|\bGBP\b|\bpounds? sterling\b|英镑/giu],
  ['cny', /[¥￥]|\bCNY\b|\bRMB\b|\byuan\b|人民币|(?<=\d\s?)[元块]/giu],
  ['%', /[%％]|\bper ?cent\b|\bProzent\b|\bpour cent\b|\bpor ciento\b|百分之/giu],
]
const words: Readonly<Record<string, readonly string[]>> = {
  2: ['two', 'zwei', 'deux', 'dos', 'due', 'twee'],
  3: ['three', 'drei', 'trois', 'tres', 'tre', 'drie'],
  4: ['four', 'vier', 'quatre', 'cuatro', 'quattro'],
  5: ['five', 'fünf', 'cinq', 'cinco', 'cinque', 'vijf'],
  6: ['six', 'sechs', 'seis', 'sei', 'zes'],
  7: ['seven', 'sieben', 'sept', 'siete', 'sette', 'zeven'],
  8: ['eight', 'acht', 'huit', 'ocho', 'otto'],
  9: ['nine', 'neun', 'neuf', 'nueve', 'nove', 'negen'],
  10: ['ten', 'zehn', 'dix', 'diez', 'dieci', 'tien'],
  11: ['eleven', 'elf', 'onze', 'once', 'undici'],
  12: ['twelve', 'zwölf', 'douze', 'doce', 'dodici', 'twaalf'],
  14: ['fourteen', 'vierzehn', 'quatorze', 'catorce'],
  20: ['twenty', 'zwanzig', 'vingt', 'veinte'],
  30: ['thirty', 'dreißig', 'trente', 'treinta'],
}
/** The same spelling is an everyday word of another language ("once", "six" is none). */
const ambiguous = new Set(['once', 'due', 'tre', 'sei', 'elf', 'acht', 'dix', 'dos', 'nove'])
const wordValues = new Map(
  Object.entries(words).flatMap(([value, all]) => all.filter(word => !ambiguous.has(word)).map(word => [word, value])),
)
const WORD = new RegExp(`(?<!\\p{L})(?:${[...wordValues.keys()].join('|')})(?!\\p{L})`, 'giu')
/** Chinese numerals count only before what is counted: 十分 and 一起 are no numbers. */
const CHINESE =
  /(?<!第)([两二三四五六七八九十百]+)(?=个|件|天|日|月|年|小时|分钟|周|星期|元|块|次|点|折|瓶|双|只|张|套|份|箱|盒)/gu
const chineseDigits = '零一二三四五六七八九'

/** Numbers, amounts, days, order numbers and addresses of a text, in whatever language it says them. */
export function valuesIn(text: string): Values {
  const found = new Map<string, string>()
  const note = (value: string, said: string) => {
    if (!found.has(value)) found.set(value, said)
  }
  const take = (from: string, pattern: RegExp, of: (said: string) => string | null): string =>
    from.replace(pattern, said => {
      const value = of(said)
      if (value === null) return said
      note(value, said.trim())
      return ' '
    })
  let rest = take(normalizeText(text), ADDRESS, said => addressOf(said))
  rest = take(rest, CODE, said => (WITH_UNIT.test(said) ? null : said.toUpperCase()))
  rest = withoutDays(rest, note)
  for (const [currency, pattern] of currencies) {
    const [first] = rest.match(pattern) ?? []
    if (first !== undefined) note(currency, first)
  }
  for (const [said] of rest.matchAll(NUMBER)) for (const value of numbersOf(said)) note(value, said)
  for (const [said] of rest.matchAll(WORD)) note(wordValues.get(said.toLowerCase()) ?? said, said)
  for (const [said] of rest.matchAll(CHINESE)) note(chineseValue(said), said)
  return found
}

/** What of it got lost, and what was added, when a text was put into other words. */
export function valueChange(before: string, after: string): ValueChange {
  const [was, is] = [valuesIn(before), valuesIn(after)]
  return { lost: notIn(was, is, after), added: notIn(is, was, before) }
}

/** What a text says that none of its sources does. */
export function strayValues(text: string, sources: readonly string[]): string[] {
  const known = new Map(sources.flatMap(source => [...valuesIn(source)]))
  return notIn(valuesIn(text), known, sources.join('\n'))
}

/** "One" says 1 where it must, though it mostly says nothing. */
const ONE = /(?<!\p{L})(?:one|single|ein(?:e[nmrs]?)?|une?|una|uno)(?!\p{L})|一/iu

function notIn(values: Values, others: Values, text: string): string[] {
  const isThere = (value: string) => others.has(value) || (value === '1' && ONE.test(text))
  return [...values].filter(([value]) => !isThere(value)).map(([, said]) => said)
}

function addressOf(said: string): string {
  return said.replace(/[.,;:!?]+$/u, '').toLowerCase()
}

/** "1,299.00" and "1.299" are 1299; "05.03.2026" is three numbers. Minutes and cents of zero say nothing. */
function numbersOf(said: string): string[] {
  const groups = said.split(/[.,'’]/u)
  const [whole = '', ...more] = groups
  const last = more.at(-1)
  if (last === undefined) return kept([whole])
  const thousands = more.slice(0, -1)
  const areThousands = whole.length <= 3 && !whole.startsWith('0') && thousands.every(({ length }) => length === 3)
  if (areThousands && last.length === 3) return kept([whole + more.join('')])
  if (areThousands && last.length <= 2 && (more.length === 1 || thousands.length > 0)) {
    return kept([`${whole}${thousands.join('')}.${last}`])
  }
  return kept(groups)
}

function kept(numbers: readonly string[]): string[] {
  return numbers.map(number => String(Number(number))).filter(number => number !== '0' && number !== 'NaN')
}

function chineseValue(said: string): string {
  const digit = (sign: string | undefined) => (sign === '两' ? 2 : Math.max(0, chineseDigits.indexOf(sign ?? '零')))
  const [hundreds, below] = said.includes('百') ? said.split('百') : ['', said]
  const [tens, ones] = below?.includes('十') ? below.split('十') : ['', below]
  const hasTens = below?.includes('十') ?? false
  const value =
    (said.includes('百') ? (hundreds === '' ? 1 : digit(hundreds)) * 100 : 0) +
    (hasTens ? (tens === '' ? 1 : digit(tens)) * 10 : 0) +
    (ones === '' ? 0 : digit(ones))
  return String(value)
}
