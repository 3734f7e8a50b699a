import type { Finder } from './value.ts'

const ending =
  'com|net|org|shop|store|io|co|de|cn|uk|eu|fr|es|it|nl|pl|jp|kr|tw|hk|us|ca|au|ru|me|tv|cc|info|biz|app|dev|online|site|website|xyz|top|club|live|link|page|vip|work|test|example|invalid'
const EMAIL = /[\p{L}\d._%+-]+ ?(?:@|\(at\)|\[at\]) ?[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu
const LINK = new RegExp(
  String.raw`(?:https?:\/\/|www\.)[^\s<>"'）)，。；]+|(?<![\p{L}\d@.])(?:[a-z\d-]+(?:\.| ?\(dot\) ?| ?\[\.\] ?| dot ))+(?:${ending})(?![a-z\d-])(?:\/[^\s<>"'）)，。；]*)?`,
  'giu',
)
/** Seven digits or more with the signs of a telephone number, or a mobile number of China. */
const PHONE =
  /(?<![\p{L}\d#-])(?:(?:\+|00)\d[\d\s().-]{5,18}\d|\(?0\d[\d\s()./-]{5,16}\d|[48]00[ -]?\d{3}[ -]?\d{4}|\d{3}[ .-]\d{3}[ .-]\d{4}|1[3-9]\d{9}|\d{3}[ -]\d{4})(?![\d-])/gu
/** Letters and digits in one: KD-1001, 1Z999. */
const CODE =
  /(?<![\p{Script=Latin}\d.,$€£¥-])(?:#\s?[A-Z\d][A-Z\d-]*|(?=[A-Z\d-]{0,60}\d)(?=[A-Z\d-]{0,60}[A-Z])[A-Z\d]+(?:-[A-Z\d]+)*)(?![\p{Script=Latin}\d])/giu
/** `5kg`, `3rd`, `9am`, `2x`: a number with what it counts. */
const NUMBER_WITH_UNIT =
  /^\d+-?(?:st|nd|rd|th|am|pm|a|p|h|hrs?|min|s|x|k|d|w|kg|g|mg|lbs?|oz|cm|mm|m|km|ft|in|ml|cl|l|v|kw|kwh|mah|gb|mb|tb|hz|khz|mhz|c|f|usd|eur|gbp|cny|rmb|days?|hours?|weeks?|months?|years?|yrs?|pcs?)$/iu
const ORDER = /(?<=(?:\border(?: number| no\.?)?|\btracking(?: number)?|订单号?|单号)\s*[:：]?\s*)\d{3,}/giu

function bare(link: string): string {
  return link
    .toLowerCase()
    .replace(/ ?(?:\(dot\)|\[\.\]| dot ) ?/gu, '.')
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[.,;:!?)\]/]+$/u, '')
}

/** Addresses and numbers that name one thing. */
export const marks: readonly Finder[] = [
  {
    pattern: EMAIL,
    values: ([text]) => [
      {
        kind: 'email',
        keys: [
          text
            .toLowerCase()
            .replace(/ ?(?:\(at\)|\[at\]|@) ?/u, '@')
            .replace(/\.$/u, ''),
        ],
      },
    ],
  },
  { pattern: LINK, values: ([text]) => [{ kind: 'link', keys: [bare(text)] }] },
  {
    pattern: CODE,
    values([text]) {
      const plain = text.replace(/^#\s?/u, '')
      if (!text.startsWith('#') && NUMBER_WITH_UNIT.test(plain)) return null
      return [{ kind: 'code', keys: [plain.toUpperCase()] }]
    },
  },
  { pattern: ORDER, values: ([text]) => [{ kind: 'code', keys: [text] }] },
  {
    pattern: PHONE,
    values([text]) {
      if (/^\d{4}-\d{2}-\d{2}$/u.test(text)) return null
      return [{ kind: 'phone', keys: [text.replace(/\D/gu, '')] }]
    },
  },
]
