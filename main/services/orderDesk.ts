import { z } from 'zod'
import type { Conversation } from '#contract/conversation.ts'
import type { Coupon, Order, Warranty } from '#contract/orders.ts'
import type { Settings } from '#contract/settings.ts'
import type { Identity } from '#domain/dialogue/state.ts'
import type { Asker, DisclosedOrder, KnownItem, OrderDesk, OrderFinding } from '#domain/orders/desk.ts'
import { disclose, levelOf } from '#domain/orders/identity.ts'
import { itemNamed, itemsNamed, meansAll } from '#domain/orders/itemNamed.ts'
import { codeKey, isSameMailbox, numberKey } from '#domain/orders/keys.ts'
import { daysBetween, onShopClock } from '#domain/shopClock.ts'
import type { Json } from '#main/ports/channel.ts'
import type { Stores } from '#main/ports/stores.ts'
import { shopZone } from './shopZone.ts'

/** Shorter ends of an order number fit by accident. */
const SHORTEST_END = 4
const MOST_ORDERS = 50

const mailContext = z.object({ replyTo: z.object({ address: z.string() }) })

/** False when an answer would reach another address than the one the conversation is known by. */
function answersReach(address: string, replyContext: Json): boolean {
  const context = mailContext.safeParse(replyContext)
  return !context.success || isSameMailbox(context.data.replyTo.address, address)
}

/**
 * Who asks in a conversation: only the address its answers go to. Other addresses of the same contact do not count, and
 * neither does anything that stands in a message.
 */
export function askerOf(
  stores: Pick<Stores, 'conversations'>,
  { id, channelKind, address }: Pick<Conversation, 'id' | 'channelKind' | 'address'>,
  identity: Identity,
  now: Date,
): Asker {
  const reaches = answersReach(address, stores.conversations.replyContext(id))
  return { addresses: reaches ? [{ kind: channelKind, address }] : [], identity, now }
}

export interface OrderDeskDeps {
  stores: Pick<Stores, 'orders' | 'channels'>
  asker: Asker
  settings: Pick<Settings, 'couponLimitPercent' | 'timeZone'>
}

/** The order book as one asker may see it. Every look-up passes `levelOf` again; nothing is remembered. */
export function createOrderDesk({ stores, asker, settings }: OrderDeskDeps): OrderDesk {
  const book = stores.orders

  function told(orders: readonly Order[]): DisclosedOrder[] {
    return orders.flatMap(order => {
      const level = levelOf(order, asker)
      return level === 0 ? [] : [disclose(order, level)]
    })
  }

  function own(): Order[] {
    const byAccount = asker.addresses.flatMap(({ address }) =>
      address.includes('@') ? book.ordersByEmail(address) : [],
    )
    const byProof = asker.identity.proved.map(({ orderId }) => book.order(orderId)).filter(order => order !== null)
    const all = new Map([...byAccount, ...byProof].map(order => [order.id, order]))
    return [...all.values()]
      .filter(order => levelOf(order, asker) > 0)
      .toSorted((a, b) => (b.placedAt?.getTime() ?? 0) - (a.placedAt?.getTime() ?? 0))
  }

  /** "1001" for SO-2026-1001: understood among the asker's own orders, and only when it fits one of them. */
  function byEnd(number: string): Order[] {
    const end = numberKey(number)
    if (end.length < SHORTEST_END) return []
    const fitting = own().filter(order => numberKey(order.number).endsWith(end))
    return fitting.length === 1 ? fitting : []
  }

  const today = () => onShopClock(asker.now, shopZone(settings))

  /** The same for every order, also one that does not exist: what it says must tell nothing about it. */
  const canSend = () => stores.channels.list().some(({ kind, enabled }) => kind === 'email' && enabled)

  function itemOf(order: Order, said: string): KnownItem | null {
    const level = levelOf(order, asker)
    if (level === 0) return null
    const named = itemNamed(order.items, said)
    if (named !== null) return { sku: named.sku, name: named.name, isNamed: true }
    const [only, ...more] = order.items
    if (level < 2 || only === undefined || more.length > 0) return null
    return { sku: only.sku, name: only.name, isNamed: false }
  }

  function warrantiesOf(order: Order, said: string): Warranty[] {
    const level = levelOf(order, asker)
    if (level === 0) return []
    const rows = book.warrantiesOfOrder(order.number)
    if (level >= 2) return rows
    const sku = itemOf(order, said)?.sku ?? ''
    return sku === '' ? [] : rows.filter(row => codeKey(row.sku) === codeKey(sku))
  }

  function isTold(number: string): boolean {
    return told(book.ordersByNumber(number)).length > 0
  }

  return {
    byNumber(number): OrderFinding {
      const all = book.ordersByNumber(number).filter(({ isRemoved }) => !isRemoved)
      const [best] = told([...all, ...byEnd(number)]).toSorted((a, b) => b.level - a.level)
      if (best) return { kind: 'found', order: best }
      const reachable = all.find(order => order.email !== null) ?? all[0]
      return { kind: 'needs-code', orderId: reachable?.id ?? null, canSend: canSend() }
    },
    canSendCode: canSend,
    mine: () => told(own().slice(0, MOST_ORDERS)),
    byId(orderId) {
      const order = book.order(orderId)
      return order === null ? null : (told([order])[0] ?? null)
    },
    itemNamed(orderId, said) {
      const order = book.order(orderId)
      return order === null ? null : itemOf(order, said)
    },
    itemsNamed(orderId, said) {
      const order = book.order(orderId)
      const level = order === null ? 0 : levelOf(order, asker)
      if (order === null || level === 0) return []
      const all = level >= 2 && meansAll(said) ? order.items : itemsNamed(order.items, said)
      return all.map(({ sku, name }) => ({ sku, name, isNamed: true }))
    },
    warranties(query): Warranty[] {
      if ('order' in query) {
        // Asked anew: what the caller holds may be older than the proof.
        const order = book.order(query.order.id)
        return order === null ? [] : warrantiesOf(order, query.said ?? '')
      }
      const found = book.warranty(query.serialNumber)
      if (found === null) return []
      const isOwn =
        (found.orderNumber !== null && isTold(found.orderNumber)) ||
        told(book.ordersBySerial(found.serialNumber)).length > 0
      return isOwn ? [found] : []
    },
    products: (text, limit) => book.findProducts(text, limit),
    offerableCoupons: () => book.coupons().filter(coupon => isOfferable(coupon, settings.couponLimitPercent, today())),
  }
}

/** A fixed amount has no percentage to hold against the owner's limit, so it is never offered unasked. */
function isOfferable({ percent, validUntil, remaining }: Coupon, limitPercent: number, today: Date): boolean {
  const isWithinLimit = percent !== null && percent <= limitPercent
  return (
    isWithinLimit &&
    (validUntil === null || daysBetween(today, validUntil) >= 0) &&
    (remaining === null || remaining > 0)
  )
}
