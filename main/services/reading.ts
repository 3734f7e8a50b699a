import type { FactName } from '#contract/understanding.ts'
import { asksForPerson } from '#domain/reply/wordings/person.ts'
import { looksLikeInjection } from '#domain/reply/wordings/injection.ts'
import { ORDERS } from '#domain/dialogue/matter.ts'
import { risksIn } from '#domain/reply/wordings/sensitive.ts'
import { plainChinese } from '#domain/text/chinese.ts'
import { onShopClock } from '#domain/shopClock.ts'
import { flat } from '#domain/text/flat.ts'
import type { Classified } from '#domain/understanding/classified.ts'
import { createProductMatcher, noProducts, type ProductMatcher } from '#domain/understanding/facts/products.ts'
import { createThingFinder, noThings, type ThingFinder } from '#domain/understanding/facts/things.ts'
import { readTurn } from '#domain/understanding/read.ts'
import { outOfScopeOf } from '#domain/understanding/scope.ts'
import type { OrderStore } from '#main/ports/orderStore.ts'
import type { Understander } from '#main/ports/understander.ts'
import type { Reader } from './assistantTurn.ts'

/** A catalogue beyond this is not searched in every message; article numbers of orders still are. */
const MOST_PRODUCTS = 20_000
const PAGE = 200
/** A sentence that is this likely about something of a shop is kept, whatever else it looks like. */
const SHOP_FROM = 0.5

type Records = Pick<OrderStore, 'numberPatterns' | 'products'>

export interface ReadingDeps {
  understander: Pick<Understander, 'classify'>
  /** Order numbers and products as this shop writes them; null where there are none. */
  orders: Records | null
  /** IANA name of the shop's; "yesterday" is that of its clock. */
  timeZone?(): string
}

/** Understands a turn: small models, rules over them, and the shop's own numbers and products. */
export function createReader({ understander, orders, timeZone = () => 'UTC' }: ReadingDeps) {
  let known: { patterns: readonly string[]; products: ProductMatcher; things: ThingFinder } | null = null

  function records() {
    known ??= { patterns: orders?.numberPatterns() ?? [], ...findersOf(orders) }
    return known
  }

  return {
    read(text: string, history: Parameters<Reader['read']>[1], asked: FactName | null, now: Date) {
      const classified = understander.classify(plainChinese(text))
      const shopNow = onShopClock(now, timeZone())
      return readTurn({ text, history, known: [], ...records(), classified, asked, now: shopNow })
    },
    judge(sentence: string) {
      const classified = understander.classify(plainChinese(sentence))
      const [lead] = classified.intents
      const seen = { hasShopFact: records().products(sentence).length > 0, isCourtesy: false }
      const injection = looksLikeInjection(sentence) ? 1 : classified.injection
      // Orders to the assistant speak of anything: there the model's guess of a risk says nothing.
      const isRisky = classified.risk !== null && injection < ORDERS
      return {
        injection,
        outOfScope: outOfScopeOf(flat(sentence), classified, seen),
        isShop: (lead?.score ?? 0) >= SHOP_FROM,
        isHeld: risksIn(sentence).length > 0 || isRisky || asksForPerson(sentence),
      }
    },
    /** Names of the shop's products that a text mentions, in whole or in part. */
    productsIn: (text: string) =>
      records()
        .products(text)
        .map(({ value }) => value),
    thingIn: (text: string) => records().things(text),
    /** The order book changed: its numbers and products are looked up anew. */
    forget() {
      known = null
    },
  } satisfies Reader & { forget(): void; productsIn(text: string): string[] }
}

const nothing: Classified = {
  intents: [],
  moods: [{ id: 'unsure', score: 1 }],
  upset: 0,
  injection: 0,
  risk: null,
  outOfScope: 0,
}

/** Understands by rules alone, where there are no small models and no records. */
export function createRulesReader() {
  return createReader({ understander: { classify: () => nothing }, orders: null })
}

function findersOf(orders: Records | null): { products: ProductMatcher; things: ThingFinder } {
  if (orders === null) return { products: noProducts, things: noThings }
  const all = []
  for (let offset = 0; offset < MOST_PRODUCTS; offset += PAGE) {
    const { items } = orders.products({ text: '', offset, limit: PAGE })
    all.push(...items)
    if (items.length < PAGE) break
  }
  const products = createProductMatcher(all)
  return { products, things: createThingFinder(all, products) }
}
