import type { Contact } from '#contract/contact.ts'
import type { Order } from '#contract/orders.ts'
import { mailboxKey, vouchedMailbox } from '#domain/contact/keys.ts'
import type { Stores } from '#main/ports/stores.ts'

/** Orders under the mailboxes that channels vouch for, and those whose one-time code was entered; newest first. */
export function ordersOfContact(
  { orders, contacts }: Pick<Stores, 'orders' | 'contacts'>,
  { id, handles }: Pick<Contact, 'id' | 'handles'>,
): Order[] {
  const mailboxes = new Set(handles.flatMap(handle => vouchedMailbox(handle) ?? []))
  const byAddress = [...mailboxes].flatMap(mailbox =>
    orders.ordersByEmail(mailbox).filter(({ email }) => email !== null && mailboxKey(email) === mailbox),
  )
  const byCode = contacts.provedOrders(id).flatMap(orderId => orders.order(orderId) ?? [])
  const all = new Map([...byAddress, ...byCode].map(order => [order.id, order]))
  return [...all.values()].toSorted(newestFirst)
}

/** Those without a day come last. */
function newestFirst(one: Order, other: Order): number {
  return (
    (other.placedAt?.getTime() ?? -Infinity) - (one.placedAt?.getTime() ?? -Infinity) || (one.id < other.id ? 1 : -1)
  )
}
