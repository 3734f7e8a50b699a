import type { OrderItem } from '#contract/orders.ts'
import { anywhere, fold, matchesAny, words } from '#domain/reply/wordings/fold.ts'
import { isCommonWord } from '#domain/text/commonWords.ts'
import { terms } from '#domain/text/words.ts'

/** "XL" and "3" stand in many names and tell nothing. */
const SHORTEST_WORD = 3
const withoutBlanks = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}]/u
const PAIR = 2
/** Half of all things have them; nobody names a thing by them alone. */
const looks = new Set(
  terms(
    `black white grey gray red blue green yellow orange pink purple brown beige gold silver small medium large big mini maxi new
    old set pack pair piece size colour color pro plus negro negra blanco blanca rojo roja azul verde pequeño grande nuevo nueva
    noir noire blanc blanche rouge bleu bleue vert verte petit petite grand nouveau schwarz schwarze schwarzer weiß weiße weißer
    rot rote roter blau blaue blauer grün grüne grüner klein kleine kleiner groß große großer neu neue neuer`,
  ).concat('黑色 白色 红色 蓝色 绿色 灰色 粉色 黄色 紫色 棕色 小号 中号 大号 新款 套装'.split(' ')),
)

/**
 * The one item that a text names: at least one telling word of its name (or its SKU) stands there, fits no other item,
 * and no other item is named that way. Null when none or several are named.
 */
export function itemNamed<Item extends Pick<OrderItem, 'sku' | 'name'>>(
  items: readonly Item[],
  text: string,
): Item | null {
  const named = itemsNamed(items, text)
  return named.length === 1 ? (named[0] ?? null) : null
}

/** All that a text names, each by a word of its own. */
export function itemsNamed<Item extends Pick<OrderItem, 'sku' | 'name'>>(items: readonly Item[], text: string): Item[] {
  const said = new Set(terms(text))
  const things = distinct(items).map(item => ({ item, words: tellingWords(item) }))
  return things
    .filter(({ words }, index) => {
      const others = new Set(things.filter((_, place) => place !== index).flatMap(other => [...other.words]))
      return [...words].some(word => said.has(word) && !others.has(word))
    })
    .map(({ item }) => item)
}

const all = [
  words(
    'both(?: of them| items)?|all(?: of (?:it|them|the items))?|everything|each of them|the (?:whole|entire|complete) (?:order|parcel|thing)|all (?:items|things|two|three)',
    'todo|ambos|tout|les deux|alles|beide[sn]?',
  ),
  anywhere('全部|都(?:要|退|换)|两个都|两件都|所有|整单|全退|全换|両方|全部|الكل|كلاهما'),
]

/** "Both", "everything": no thing is named, and all are meant. */
export function meansAll(text: string): boolean {
  return matchesAny(fold(text), all)
}

/** The same thing on two lines is one thing. */
function distinct<Item extends Pick<OrderItem, 'sku' | 'name'>>(items: readonly Item[]): Item[] {
  return [...new Map(items.map(item => [item.sku || item.name, item])).values()]
}

/** The words of a name that tell it from other things, as search terms. */
export function tellingWords({ sku, name }: Pick<OrderItem, 'sku' | 'name'>): Set<string> {
  return new Set(terms(`${name}\n${sku}`).filter(isTelling))
}

function isTelling(term: string): boolean {
  if (isCommonWord(term) || looks.has(term) || /^\p{N}+$/u.test(term)) return false
  return term.length >= (withoutBlanks.test(term) ? PAIR : SHORTEST_WORD)
}
