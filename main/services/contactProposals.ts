import type { Contact, MergeProposal, SharedKey } from '#contract/contact.ts'
import type { Order } from '#contract/orders.ts'
import { mailboxKey, vouchedMailbox } from '#domain/contact/keys.ts'
import { isSamePhone } from '#domain/orders/keys.ts'
import type { Stores } from '#main/ports/stores.ts'
import { ordersOfContact } from './contactOrders.ts'

/** What more people than these share is no sign of one person: a shop's own address, a number typed to get on. */
const MOST_SHARING = 4
const MOST_PHONES = 5
/** A row of orders tells no more than its newest ones. */
const ORDERS_LOOKED_AT = 50

type ProposalStores = Pick<Stores, 'orders' | 'contacts'>

/** Contacts that have a verified address or phone number in common with this one: found by index, key by key. */
export function createContactProposals(stores: ProposalStores) {
  const { orders, contacts } = stores

  /** Whose an order is: who writes from its address, and who entered its code. */
  function owners(order: Order): string[] {
    const mailbox = order.email === null ? null : mailboxKey(order.email)
    const writers = mailbox === null ? [] : writersFrom(mailbox)
    return [...writers, ...contacts.contactsThatProved(order.id)]
  }

  function writersFrom(mailbox: string): string[] {
    return contacts
      .withMailbox(mailbox)
      .filter(handle => vouchedMailbox(handle) === mailbox)
      .map(({ contactId }) => contactId)
  }

  function proversOf(mailbox: string): string[] {
    return orders
      .ordersByEmail(mailbox)
      .slice(0, ORDERS_LOOKED_AT)
      .filter(({ email }) => email !== null && mailboxKey(email) === mailbox)
      .flatMap(({ id }) => contacts.contactsThatProved(id))
  }

  /** With whom each key is shared. */
  function sharing(contact: Contact): { key: SharedKey; contactIds: string[] }[] {
    const own = new Set(contact.handles.flatMap(handle => vouchedMailbox(handle) ?? []))
    const known = ordersOfContact(stores, contact)
      .filter(({ isRemoved }) => !isRemoved)
      .slice(0, ORDERS_LOOKED_AT)
    const entered = new Set(
      known.flatMap(({ email }) => (email === null || own.has(mailboxKey(email)) ? [] : mailboxKey(email))),
    )
    const phones: string[] = []
    for (const { phone } of known) {
      if (phone !== null && !phones.some(other => isSamePhone(other, phone))) phones.push(phone)
    }
    return [
      ...[...own].flatMap(value => [
        { key: { kind: 'email', value, by: 'address' } as const, contactIds: writersFrom(value) },
        { key: { kind: 'email', value, by: 'code' } as const, contactIds: proversOf(value) },
      ]),
      ...[...entered].map(value => ({
        key: { kind: 'email', value, by: 'code' } as const,
        contactIds: [...writersFrom(value), ...proversOf(value)],
      })),
      ...phones.slice(0, MOST_PHONES).map(value => ({
        key: { kind: 'phone', value, by: 'order' } as const,
        contactIds: orders
          .ordersByPhone(value)
          .filter(({ isRemoved }) => !isRemoved)
          .slice(0, ORDERS_LOOKED_AT)
          .flatMap(owners),
      })),
    ]
  }

  return function proposalsFor(contact: Contact): MergeProposal[] {
    const shared = new Map<string, SharedKey[]>()
    for (const { key, contactIds } of sharing(contact)) {
      const others = [...new Set(contactIds)].filter(id => id !== contact.id)
      if (others.length > MOST_SHARING) continue
      for (const id of others) shared.set(id, [...(shared.get(id) ?? []), key])
    }
    return [...shared].flatMap(([id, keys]) => {
      const other = contacts.areApart(contact.id, id) ? null : contacts.get(id)
      return other === null ? [] : [{ contact: other, shares: telling(keys) }]
    })
  }
}

/** An address that both write from says more than that its code was entered, and any address more than a phone number. */
function telling(keys: readonly SharedKey[]): SharedKey[] {
  const addresses = keys.filter(({ kind }) => kind === 'email')
  if (addresses.length === 0) return [...keys]
  return addresses.filter(({ value }, at) => addresses.findIndex(other => other.value === value) === at)
}
