/** Languages whose months and weekdays are known; Chinese writes its months with numbers. */
const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'nl', 'pl']
const chineseWeekday = /(?:星期|礼拜|周)([一二三四五六日天])/gu
const chineseDays = '一二三四五六日'
/** The same letters are an everyday word: it is a weekday or a month only where more shows it. */
const everyday = new Set([
  'sun',
  'sat',
  'mon',
  'mar',
  'lun',
  'dom',
  'do',
  'so',
  'mi',
  'di',
  'sa',
  'ma',
  'me',
  'wed',
  'vie',
  'dim',
  'ven',
  'mer',
])

function namesOf(of: 'month' | 'weekday', style: 'long' | 'short', count: number): [name: string, place: string][] {
  return languages.flatMap(language => {
    const format = new Intl.DateTimeFormat(language, { [of]: style, timeZone: 'UTC' })
    return Array.from({ length: count }, (_, place): [string, string] => {
      // 2024 began on a Monday.
      const day = of === 'month' ? new Date(Date.UTC(2024, place, 1)) : new Date(Date.UTC(2024, 0, place + 1))
      return [format.format(day).toLowerCase().replace('.', ''), String(place + 1)]
    })
  })
}

const months = new Map([...namesOf('month', 'short', 12), ...namesOf('month', 'long', 12)])
const weekdays = new Map(namesOf('weekday', 'long', 7).filter(([name]) => !everyday.has(name)))
const oneOf = (names: Iterable<string>) => `(?:${[...names].toSorted((a, b) => b.length - a.length).join('|')})`
const month = oneOf(months.keys())
/** A month counts beside a day or a year: "may" and "march" are words, too. */
const MONTH = new RegExp(
  `(?<=\\d(?:st|nd|rd|th|er|º|\\.)?\\s*(?:of |de )?)(?<!\\p{L})${month}(?!\\p{L})|(?<!\\p{L})${month}(?=\\.?\\s*\\d)`,
  'giu',
)
const WEEKDAY = new RegExp(`(?<!\\p{L})${oneOf(weekdays.keys())}s?(?!\\p{L})`, 'giu')
const near: readonly (readonly [day: string, words: RegExp])[] = [
  ['day after tomorrow', /\bday after tomorrow\b|后天|übermorgen/giu],
  ['tomorrow', /\btomorrow\b|明天|明日/giu],
  ['today', /\btoday\b|今天|今日|\bheute\b|aujourd'hui|\bhoy\b/giu],
  ['yesterday', /\byesterday\b|昨天|昨日|\bgestern\b/giu],
]

/** Notes the days that a text names, and gives the text without them. A month is its number. */
export function withoutDays(text: string, note: (value: string, said: string) => void): string {
  const take = (from: string, pattern: RegExp, of: (said: string) => string) =>
    from.replace(pattern, said => {
      note(of(said), said)
      return ' '
    })
  let rest = take(text, MONTH, said => months.get(said.toLowerCase()) ?? said)
  rest = take(rest, WEEKDAY, said => `weekday ${weekdayOf(said.toLowerCase())}`)
  rest = take(
    rest,
    chineseWeekday,
    said => `weekday ${chineseDays.indexOf((said.at(-1) ?? '').replace('天', '日')) + 1}`,
  )
  for (const [day, pattern] of near) rest = take(rest, pattern, () => day)
  return rest
}

/** "Sundays" are Sunday; "mardis" too, while "jueves" ends so by itself. */
function weekdayOf(said: string): string {
  return weekdays.get(said) ?? weekdays.get(said.slice(0, -1)) ?? said
}
