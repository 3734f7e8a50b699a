import type { Fact, Reading } from '#contract/understanding.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import { assertNever } from '#domain/assertNever.ts'
import type { Circumstances } from './conditions.ts'
import { meansAll } from '#domain/orders/itemNamed.ts'
import { stockOf } from '#domain/orders/stock.ts'
import { daysBetween } from '#domain/shopClock.ts'
import { isFinalSale } from './finalSale.ts'
import { SAID_AT_START } from './lookUp.ts'
import { mayBeOffered, moodsWith } from './offering.ts'
import type { Need } from './playbook.ts'
import { totalOf, type Found, type Records } from './records.ts'
import { amountOf } from './say.ts'
import type { PlaybookTools } from './tools.ts'

export interface Situation {
  reading: Reading
  /** Of the turns up to this one. */
  moods: DialogueState['moods']
  facts: readonly Fact[]
  found: Found
  records: Records
  tools: PlaybookTools
  /** On the shop's clock, as all days of the order book are. */
  today: Date
}

/** From here on an intent holds. */
const SURE = 0.3
const needs: readonly Need[] = ['orders', 'products', 'solutions']

/** What a turn asks for. */
export function askedFor({ intents }: Pick<Reading, 'intents'>): string[] {
  return intents.filter(({ score }) => score >= SURE).map(({ id }) => id)
}

/** Under this name a run keeps what its first turn asked for: an answer to a question of its own says it no more. */
export const ASKED_AT_START = 'asked for'

/** The same for what was asked of an order. */
export const ASKED_ABOUT = 'asked about'

function askedAtStart(found: Found): string[] {
  return found[ASKED_AT_START]?.split(' ') ?? []
}

function itemWord(records: Records, found: Found): string {
  const isAll = found.item !== undefined && meansAll(found.item)
  if (records.items().length > 0 || (isAll && records.order() !== null)) return 'found'
  return records.item() === null ? 'unknown' : 'only'
}

/** What the conditions of a playbook are compared with. */
export function circumstancesOf({ reading, moods, facts, found, records, tools, today }: Situation): Circumstances {
  const presence = (record: object | null) => [record === null ? 'unknown' : 'found']
  const since = (date: Date | null) => (date === null ? null : daysBetween(date, today))
  return {
    words(about) {
      switch (about) {
        case 'order':
          return presence(records.order())
        case 'order.status':
          return [records.order()?.fields.status ?? 'unknown']
        case 'order verified':
          return [(records.order()?.level ?? 0) >= 2 ? 'yes' : 'no']
        case 'product':
          return presence(records.product() ?? records.item())
        case 'warranty': {
          const warranty = records.warranty()
          if (warranty === null) return ['unknown']
          return [daysBetween(today, warranty.endsAt) >= 0 ? 'valid' : 'over']
        }
        case 'coupon':
          return presence(records.coupon())
        case 'solution':
          return presence(records.solution())
        case 'photo':
          return [found.photo === undefined ? 'no' : 'yes']
        case 'mood':
          return [mayBeOffered(moodsWith(moods, reading)) ? 'calm' : 'upset']
        case 'choice':
        case 'confirmation':
          return [found[about] ?? 'unknown']
        case 'known':
          return facts.map(({ name }) => name)
        case 'asks for':
          return [...new Set([...askedFor(reading), ...askedAtStart(found)])]
        case 'asks about':
          return found[ASKED_ABOUT]?.split(' ') ?? []
        case 'item':
          return [itemWord(records, found)]
        case 'final sale': {
          const things = [...records.items(), records.item()].map(item => item?.name ?? '')
          const said = [found[SAID_AT_START] ?? '', found.item ?? '', records.product()?.description ?? '', ...things]
          return [isFinalSale(said.join('\n')) ? 'yes' : 'no']
        }
        case 'shop has':
          return needs.filter(need => tools.has(need))
        default:
          return assertNever(about)
      }
    },
    number(about) {
      switch (about) {
        case 'days since order':
          return since(records.orderDate('placedAt'))
        case 'days since shipping':
          return since(records.orderDate('shippedAt'))
        case 'days since delivery':
          return since(records.orderDate('deliveredAt'))
        case 'days until expected': {
          const expected = records.orderDate('expectedAt')
          return expected === null ? null : daysBetween(today, expected)
        }
        case 'order.total':
          return totalOf(records.order())
        case 'product.price': {
          const price = records.product()?.price ?? null
          return price === null ? null : amountOf(price)
        }
        case 'product.stock': {
          const product = records.product()
          return product === null ? null : stockOf(product)
        }
        default:
          return assertNever(about)
      }
    },
  }
}
