const digitsOf = (text: string) => text.replace(/\D/gu, '')

/** Length and prefix of a payment card, and its check digit. */
export function isCardNumber(text: string): boolean {
  const digits = digitsOf(text)
  return digits.length >= 12 && digits.length <= 19 && /^(?:[3-6]|2[2-7]|2131|1800)/.test(digits) && passesLuhn(digits)
}

function passesLuhn(digits: string): boolean {
  let sum = 0
  for (let index = 0; index < digits.length; index += 1) {
    const digit = Number(digits[digits.length - 1 - index])
    const doubled = index % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

/** ISO 13616: the rearranged number leaves 1 when divided by 97. */
export function isIban(text: string): boolean {
  const compact = text.replaceAll(' ', '').toUpperCase()
  if (compact.length < 15 || compact.length > 34) return false
  let rest = 0
  for (const character of `${compact.slice(4)}${compact.slice(0, 4)}`) {
    for (const digit of String(Number.parseInt(character, 36))) rest = (rest * 10 + Number(digit)) % 97
  }
  return rest === 1
}

export function isIpAddress(text: string): boolean {
  if (text.includes('.')) return text.split('.').every(part => Number(part) <= 255)
  const groups = text.split(':')
  const isShortened = text.includes('::') && text.indexOf('::') === text.lastIndexOf('::')
  if (!isShortened) return groups.length === 8 && groups.every(group => group !== '')
  // "::" and "12::" are more often typing than an address.
  return groups.length <= 8 && groups.filter(group => group !== '').length >= 3
}

export function isSocialSecurityNumber(text: string): boolean {
  const digits = digitsOf(text)
  return !/^(?:000|666)/.test(digits) && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000'
}

const OTHER_NUMBER =
  /(?:order|invoice|tracking|parcel|ticket|ref(?:erence)?|serial|model|article|item|sku|isbn|ean|code|id|licen[cs]e|passport|account|customer|member|pedido|commande|bestellung|rechnung|订单号?|单号|快递号?|发票号?|编号|型号|注文番号|番号)\s*(?:number|no\.?|nr\.?|num|is|was|号|[:：#.])*\s*$/iu
const PHONE_WORD =
  /(?:phone|tel|mobile|cell|call|text|whatsapp|fax|contact|telefon|handy|telefono|movil|portable|电话|手机|联系|電話|携帯|هاتف|جوال|اتصل)[^.\d]{0,25}$/iu
const ANY_NUMBER = /(?:number|nummer|no|nr)\.?(?: is)?[:\s]*$/iu
const DATE = /^\(?(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?: \d{1,2})?$/u
const YEARS = /^(?:19|20)\d\d ?[-/] ?(?:19|20)\d\d$/u
const THOUSANDS = /^\d{1,3}(?:\.\d{3})+$/u
const POSTCODE = /^\d{5}-\d{4}$/u

/** Tells a telephone number from the dates, prices and order numbers of a shop. */
export function isPhoneNumber(text: string, before: string, after = ''): boolean {
  const [main = ''] = text.split(/ ?(?:x|ext)/u)
  const digits = digitsOf(main)
  if (digits.length < 7 || digits.length > 15) return false
  if (DATE.test(main) || YEARS.test(main) || THOUSANDS.test(main) || POSTCODE.test(main)) return false
  const isNamed = PHONE_WORD.test(before)
  if (!isNamed && OTHER_NUMBER.test(before)) return false
  if (main.startsWith('+') || main.startsWith('(') || main.startsWith('00')) return true
  if (/^\d+$/u.test(main)) return isNamed || (digits.length >= 10 && digits.length <= 11 && !ANY_NUMBER.test(before))
  // Two house numbers or a house number and a postcode before a street: "17151 2450 Crown St".
  if (!isNamed && /^\d{1,6} \d{1,5}$/u.test(main) && /^,? \p{L}+/u.test(after)) return false
  // One long run with a stray digit beside it is a quantity and a number, not a telephone number.
  return main.split(/\D+/u).every(group => group.length <= 7)
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** 居民身份证, GB 11643: the last sign is a check (ISO 7064 mod 11-2). */
export function isChineseId(text: string): boolean {
  const sum = ID_WEIGHTS.reduce((total, weight, index) => total + weight * Number(text.charAt(index)), 0)
  return text.charAt(17).toUpperCase() === '10X98765432'.charAt(sum % 11)
}

const COMPANY_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** 统一社会信用代码, GB 32100: weights are powers of 3 modulo 31. */
export function isChineseCompany(text: string): boolean {
  let sum = 0
  let weight = 1
  for (let index = 0; index < 17; index += 1) {
    sum += COMPANY_SIGNS.indexOf(text.charAt(index)) * weight
    weight = (weight * 3) % 31
  }
  return COMPANY_SIGNS.charAt((31 - (sum % 31)) % 31) === text.charAt(17)
}
