const monthLists = [
  'january february march april may june july august september october november december',
  'jan feb mar apr may jun jul aug sep oct nov dec',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'janner feber sept okt dez',
]
const oddMonths: Readonly<Record<string, number>> = { janner: 1, feber: 2, sept: 9, okt: 10, dez: 12 }

const weekdayLists = [
  'monday tuesday wednesday thursday friday saturday sunday',
  'montag dienstag mittwoch donnerstag freitag samstag sonntag',
  'lundi mardi mercredi jeudi vendredi samedi dimanche',
  'lunes martes miercoles jueves viernes sabado domingo',
  'lunedi martedi mercoledi giovedi venerdi sabato domenica',
  '一 二 三 四 五 六 日',
  '月 火 水 木 金 土 日',
]

/** 1 to 12, by the flat name in several languages. */
export const months: ReadonlyMap<string, number> = new Map(
  monthLists.flatMap(list =>
    list.split(' ').map((name, index): [string, number] => [name, oddMonths[name] ?? index + 1]),
  ),
)
/** 1 (Monday) to 7, by the flat name in several languages. */
export const weekdays: ReadonlyMap<string, number> = new Map([
  ...weekdayLists.flatMap(list => list.split(' ').map((name, index): [string, number] => [name, index + 1])),
  ['sonnabend', 6],
  ['天', 7],
])

const byLength = (names: Iterable<string>) => [...names].toSorted((a, b) => b.length - a.length).join('|')
export const monthNames = byLength(months.keys())
export const weekdayNames = byLength([...weekdays.keys()].filter(name => name.length > 1))

const numberWords: Readonly<Record<string, number>> = {
  a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, couple: 2, 'a couple of': 2,
  un: 1, una: 1, une: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, deux: 2, trois: 3, quatre: 4, cinq: 5,
  ein: 1, eine: 1, einem: 1, einer: 1, zwei: 2, drei: 3, vier: 4, funf: 5, sechs: 6,
  一: 1, 两: 2, 兩: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 半: 0.5,
} // prettier-ignore
export const numberNames = byLength(Object.keys(numberWords))

export function numberOf(word: string): number {
  return /^\d+$/.test(word) ? Number(word) : (numberWords[word] ?? Number.NaN)
}

/** Days from today, by the words of a language. French "hier" is German for "here", so it waits for French. */
export const dayWords: readonly { days: number; spaced?: string; unspaced?: string; language?: string }[] = [
  {
    days: -2,
    spaced: '(?:the )?day before yesterday|anteayer|antes de ayer|avant-hier|vorgestern',
    unspaced: '(?<!大)前天|一昨日|おととい',
  },
  { days: -3, unspaced: '大前天' },
  {
    days: -1,
    spaced: 'yesterday|last night|ayer|anoche|gestern|امس|البارحه|مبارح',
    unspaced: '昨天|(?<!一)昨日|昨晚|昨夜|きのう',
  },
  { days: -1, spaced: 'hier(?: soir)?', language: 'fr' },
  {
    days: 0,
    spaced: "today|this morning|tonight|hoy|aujourd'hui|heute|اليوم",
    unspaced: '今天|今日|今早|今晚|きょう',
  },
  {
    days: 2,
    spaced: 'day after tomorrow|pasado manana|apres-demain|ubermorgen',
    unspaced: '后天|後天|明後日|あさって',
  },
  {
    days: 1,
    spaced: '(?<!la |esta |de |buena )manana(?! por)|tomorrow|demain|غدا|بكره',
    unspaced: '明天|明日|あした',
  },
  { days: 1, spaced: '(?<!guten |heute |gestern |am |jeden |diesen )morgen', language: 'de' },
]
