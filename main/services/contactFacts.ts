import type { Contact, RememberedFact } from '#contract/contact.ts'
import type { Order } from '#contract/orders.ts'
import type { Fact } from '#contract/understanding.ts'
import { mailboxKey } from '#domain/contact/keys.ts'
import { briefWithout, isSameFact, tells, type Goes } from '#domain/dialogue/forget.ts'
import { isSamePhone, numberKey } from '#domain/orders/keys.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'

type Named = Pick<Fact, 'name' | 'value'>

const CONVERSATIONS_SHOWN = 200
const FACTS_SHOWN = 200
const EVERY = Number.MAX_SAFE_INTEGER

/** What is remembered of a contact, and how it is forgotten. */
export function createContactFacts({
  stores,
  board,
}: {
  stores: Pick<Stores, 'contacts' | 'conversations' | 'dialogues' | 'orders'>
  board: Board
}) {
  const { contacts, conversations, dialogues, orders } = stores

  /** Each fact once, with where it was said last. What the address book says anyway is shown as such. */
  function list({ id }: Contact): RememberedFact[] {
    const facts: RememberedFact[] = []
    for (const conversationId of contacts.remembering(id, CONVERSATIONS_SHOWN)) {
      const conversation = conversations.get(conversationId)
      if (conversation === null) continue
      for (const fact of dialogues.get(conversationId).facts) {
        if (fact.source === 'contact' || facts.some(known => isSameFact(known, fact))) continue
        if (facts.length === FACTS_SHOWN) return facts
        const messageId = fact.quote === '' ? null : contacts.saidIn(conversationId, fact.quote)
        facts.push({ ...fact, conversationId, channelKind: conversation.channelKind, messageId })
      }
    }
    return facts
  }

  /** The order was proved to be theirs, and this fact is what it was known by. */
  function isAbout(order: Order, { name, value }: Named): boolean {
    if (name === 'order-number') return numberKey(order.number) === numberKey(value)
    if (name === 'email') return order.email !== null && mailboxKey(order.email) === mailboxKey(value)
    return name === 'phone' && order.phone !== null && isSamePhone(order.phone, value)
  }

  /** `fact` null: all of it, with everything that was proved. */
  function forgetIn(conversationId: string, fact: Named | null) {
    const goes: Goes = known => fact === null || tells(known, fact)
    const { facts, identity } = dialogues.get(conversationId)
    const going = facts.filter(goes)
    const orderIds = [...dialogues.provedOrders(conversationId), identity.pending?.orderId ?? ''].filter(id => {
      const order = orders.order(id)
      return order !== null && (fact === null || going.some(one => isAbout(order, one)))
    })
    dialogues.forget(conversationId, goes, orderIds)
    const brief = dialogues.brief(conversationId)
    if (brief !== null) dialogues.putBrief(conversationId, briefWithout(brief, goes))
    if (going.length > 0) board.conversationChanged(conversationId)
  }

  return {
    list,
    /** In one transaction, in every conversation of the contact. */
    forget(contact: Contact, fact: Named | null) {
      board.transaction(() => {
        for (const id of contacts.remembering(contact.id, EVERY)) forgetIn(id, fact)
      })
    },
  }
}
