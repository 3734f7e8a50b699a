import { z } from 'zod'
import type { Contact } from '#contract/contact.ts'
import type { Order } from '#contract/orders.ts'
import type { TimelineItem } from '#contract/timeline.ts'
import { momentOn } from '#domain/shopClock.ts'
import type { Stores } from '#main/ports/stores.ts'
import { ordersOfContact } from './contactOrders.ts'
import { shopZone } from './shopZone.ts'

/** Where a page ended: behind a message, or behind an order, which comes after all messages of its moment. */
const cursorSchema = z.union([z.tuple([z.number(), z.number()]), z.tuple([z.number(), z.string()])])
type Cursor = z.infer<typeof cursorSchema>

interface Placed {
  cursor: Cursor
  item: TimelineItem
}

/** Everything that happened with a contact, newest first: their messages from the store, orders from the book. */
export function createContactTimeline({ stores }: { stores: Pick<Stores, 'contacts' | 'orders' | 'settings'> }) {
  function ordersAfter(contact: Contact, after: Cursor | null): Placed[] {
    const zone = shopZone(stores.settings.get())
    return ordersOfContact(stores, contact)
      .flatMap(order => (order.placedAt === null ? [] : toPlaced(order, momentOn(order.placedAt, zone))))
      .filter(({ cursor }) => after === null || inOrder(after, cursor) < 0)
  }

  return (
    contact: Contact,
    { channelId, cursor, limit }: { channelId: string | null; cursor: string | null; limit: number },
  ): { items: TimelineItem[]; nextCursor: string | null } => {
    const after = cursor === null ? null : cursorSchema.parse(JSON.parse(cursor))
    const messages = stores.contacts.timeline({
      contactId: contact.id,
      channelId,
      after: after === null ? null : { at: new Date(after[0]), seq: typeof after[1] === 'number' ? after[1] : null },
      limit: limit + 1,
    })
    const placed: Placed[] = messages.map(({ seq, ...item }) => ({ cursor: [item.at.getTime(), seq], item }))
    const orders = channelId === null ? ordersAfter(contact, after) : []
    const all = [...placed, ...orders].toSorted((one, other) => inOrder(one.cursor, other.cursor))
    const shown = all.slice(0, limit)
    const last = shown.at(-1)
    return {
      items: shown.map(({ item }) => item),
      nextCursor: all.length > limit && last ? JSON.stringify(last.cursor) : null,
    }
  }
}

function toPlaced({ id, number, status, isRemoved, total }: Order, at: Date): Placed {
  const item = { kind: 'order', at, orderId: id, number, status, isRemoved: isRemoved ?? false, total } as const
  return { cursor: [at.getTime(), id], item }
}

/** Newest first; of one moment messages before orders. */
function inOrder([at, one]: Cursor, [otherAt, other]: Cursor): number {
  if (at !== otherAt) return otherAt - at
  if (typeof one === 'number') return typeof other === 'number' ? other - one : -1
  return typeof other === 'number' ? 1 : one < other ? -1 : one > other ? 1 : 0
}
