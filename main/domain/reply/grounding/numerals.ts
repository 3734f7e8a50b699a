/** How a number is written: digits with separators, English words, Chinese numerals. Sources of patterns; no flags but `iu`. */
const words: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}
const scales: Readonly<Record<string, number>> = { dozen: 12, hundred: 100, thousand: 1000, million: 1_000_000 }
const word = [...Object.keys(words), ...Object.keys(scales)].toSorted((a, b) => b.length - a.length).join('|')

export const digits = String.raw`(?:\d{1,3}(?:[ ,.'’]\d{3}){1,5}(?:[.,]\d{1,2})?(?!\d)|(?<!\d)\d{1,24}(?:[.,]\d{1,6})?)(?:[万千kK](?![a-zA-Z]))?`
export const english = String.raw`(?<![\p{L}-])(?:${word})(?:(?:[ -]|\sand\s)(?:${word})){0,8}(?![\p{L}])`
const sign = '[〇零一二两三四五六七八九十百千万亿半]'
/** Longer runs are no numbers, and trying them from every place would take for ever. */
export const chinese = `(?<!${sign})${sign}{1,12}`
export const number = `(?:${digits}|${english}|${chinese})`

/** Null when it is no number after all. */
export function numberOf(text: string): number | null {
  const plain = text.trim().toLowerCase()
  if (/^\d/u.test(plain)) return ofDigits(plain)
  return /^[a-z]/u.test(plain) ? ofWords(plain) : ofChinese(plain)
}

function ofDigits(text: string): number | null {
  const scale = text.endsWith('万') ? 10_000 : /[千k]$/u.test(text) ? 1000 : 1
  let plain = text.replace(/[万千k]$/u, '').replace(/[ '’]/gu, '')
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  // The last separator parts the fraction, unless three digits follow it: 1,299.
  const isFraction = last >= 0 && plain.length - last - 1 !== 3
  const isPlainFraction = last >= 0 && plain.indexOf('.') === last && !plain.includes(',') && plain.startsWith('0.')
  plain =
    isFraction || isPlainFraction
      ? `${plain.slice(0, last).replace(/[.,]/gu, '')}.${plain.slice(last + 1)}`
      : plain.replace(/[.,]/gu, '')
  const value = Number(plain)
  return Number.isFinite(value) ? value * scale : null
}

function ofWords(text: string): number | null {
  let total = 0
  let part = 0
  for (const one of text.split(/[\s-]+/u)) {
    if (one === 'and') continue
    const scale = scales[one]
    const value = words[one]
    if (value !== undefined) part += value
    else if (scale === undefined) return null
    else if (scale >= 1000) {
      total += Math.max(1, part) * scale
      part = 0
    } else part = Math.max(1, part) * scale
  }
  return total + part
}

const chineseDigits = '〇一二三四五六七八九'
const chineseScales: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

function ofChinese(text: string): number | null {
  if (text === '半') return 0.5
  const plain = text.replaceAll('零', '〇').replaceAll('两', '二').replace(/半$/u, '')
  const half = text.endsWith('半') ? 0.5 : 0
  if (/^[〇一二三四五六七八九]{2,}$/u.test(plain))
    return (
      Number(
        Array.from(plain)
          .map(one => chineseDigits.indexOf(one))
          .join(''),
      ) + half
    )
  let [total, section, digit] = [0, 0, 0]
  let lastScale = 1
  for (const one of plain) {
    const value = chineseDigits.indexOf(one)
    const scale = chineseScales[one]
    if (value >= 0) {
      digit = value
      if (one === '〇') lastScale = 1
    } else if (scale === undefined) return null
    else if (scale >= 10_000) {
      total = (total + section + digit) * scale
      section = digit = 0
      lastScale = scale
    } else {
      section += (digit === 0 && scale === 10 ? 1 : digit) * scale
      digit = 0
      lastScale = scale
    }
  }
  // 一百五 is 150.
  return total + section + digit * (lastScale >= 100 && digit > 0 ? lastScale / 10 : 1) + half
}
