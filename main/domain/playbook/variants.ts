import type { Product } from '#contract/orders.ts'
import { fold } from '#domain/reply/wordings/fold.ts'

const measure =
  /(?<![\p{L}\d.,])(\d{1,5}(?:[.,]\d{1,3})?) ?(?:l|litres?|liters?|liter|ml|cl|cm|mm|kg|grams?|g|inch(?:es)?|watts?|w|volts?|v|升|毫升|厘米|公斤|千克|克|寸)(?![\p{L}\d])/gu
const looks = new RegExp(
  [
    '(?<!\\p{L})(?:black|white|red|blue|green|grey|gray|pink|brown|yellow|orange|purple|beige|navy|silver|gold|golden|turquoise|xxs|xs|xl|xxl|xxxl|size \\p{L}{1,2}|size \\d{1,3})(?!\\p{L})',
    '(?<!\\p{L})(?:negr[oa]|blanc[oa]|roj[oa]|azul|verde|noire?|blanche?|rouge|bleue?|verte?|schwarz\\p{L}{0,2}|weiss\\p{L}{0,2}|rot|blau\\p{L}{0,2}|grun\\p{L}{0,2})(?!\\p{L})',
    '[黑白红蓝绿灰粉棕黄橙紫金银]色|[小中大]号|[xsml]{1,3}码',
  ].join('|'),
  'gu',
)

/** A size, an amount or a colour is asked for of which the product's row says nothing: it may be there or not. */
export function asksForUnknownVariant(
  text: string,
  { name, description }: Pick<Product, 'name' | 'description'>,
): boolean {
  const folded = fold(text)
  const row = fold(`${name} ${description}`)
  const numbers = new Set(row.match(/\d+(?:[.,]\d+)?/gu) ?? [])
  const isOtherMeasure = Array.from(folded.matchAll(measure)).some(([, number = '']) => !numbers.has(number))
  return isOtherMeasure || (folded.match(looks) ?? []).some(look => !row.includes(look))
}
