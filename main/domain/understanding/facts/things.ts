import { tellingWords } from '#domain/orders/itemNamed.ts'
import { runs, terms } from '#domain/text/words.ts'
import type { NamedProduct, ProductMatcher } from './products.ts'

/** What a text calls a thing of the shop, in its own words: the last it names; null when it names none. */
export type ThingFinder = (text: string) => string | null

export const noThings: ThingFinder = () => null

/** "The grinder" is enough for the "Tidewater hand grinder": any telling word of a product's name. */
export function createThingFinder(products: readonly NamedProduct[], mentioned: ProductMatcher): ThingFinder {
  const telling = new Set(products.flatMap(({ name }) => [...tellingWords({ name, sku: '' })]))
  return text => {
    const mention = mentioned(text).at(-1)
    const spaced = stretchIn(text, telling)
    return spaced ?? (mention === undefined ? null : text.slice(mention.start, mention.end))
  }
}

/** The last neighbours that are all telling. */
function stretchIn(text: string, telling: ReadonlySet<string>): string | null {
  let stretch: string[] = []
  let last: string[] = []
  for (const { text: word, unspaced } of runs(text)) {
    const isTelling = !unspaced && terms(word).some(term => telling.has(term))
    stretch = isTelling ? [...stretch, word] : []
    if (isTelling) last = stretch
  }
  return last.length === 0 ? null : last.join(' ')
}
