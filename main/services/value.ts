import type { Answer } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import type { ValueRules } from '#domain/value/rules.ts'
import { findingsOf, offersIn, orderTaking, type Finding } from '#domain/value/tag.ts'
import { fold } from '#domain/reply/wordings/fold.ts'
import { stockOf } from '#domain/orders/stock.ts'
import { onShopClock } from '#domain/shopClock.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { shopZone } from './shopZone.ts'

const DAY_MS = 24 * 60 * 60_000
const LOOK_BACK = 20

export interface ValueDeps {
  stores: Stores
  board: Pick<Board, 'conversationChanged' | 'transaction'>
  rules: ValueRules
  /** Names of the shop's products that stand in a text. */
  productsIn?(text: string): readonly string[]
  clock: Clock
  ids: Ids
}

/** Notes what a conversation was worth, each time with the message or the order that proves it. */
export function createValue({ stores, board, rules, productsIn = () => [], clock, ids }: ValueDeps) {
  function add(conversationId: string, messageId: string | null, { code, detail, quote }: Finding) {
    stores.dialogues.addTag({ id: ids.next(), conversationId, code, detail, messageId, quote, at: clock.now() })
    board.conversationChanged(conversationId)
  }

  /** The same is not noted twice for a conversation. */
  function addOnce(conversationId: string, messageId: string | null, finding: Finding) {
    const known = stores.dialogues.tags(conversationId)
    if (known.some(({ code, detail }) => code === finding.code && detail === finding.detail)) return
    add(conversationId, messageId, finding)
  }

  function lastSent(conversationId: string): Answer | null {
    const { messages } = stores.messages.page(conversationId, null, LOOK_BACK)
    const sent = messages.findLast(({ author, kind }) => author === 'assistant' && kind === 'message')
    return sent?.answerId == null ? null : stores.answers.get(sent.answerId)
  }

  /** Products that the shop's own words name in whole. */
  function saidIn({ reply, citations }: Pick<Answer, 'reply' | 'citations'>) {
    if (reply === null || citations.length === 0) return []
    const said = fold(citations.map(({ quote }) => quote).join('\n'))
    const whole = [...new Set(productsIn(reply))].filter(name => said.includes(fold(name)))
    return whole.flatMap(name => stores.orders.findProducts(name, 5).find(product => product.name === name) ?? [])
  }

  function hasProduct(text: string): boolean | null {
    if (stores.orders.count('products') === 0) return null
    return stores.orders.findProducts(text, 5).some(product => stockOf(product) !== 0)
  }

  return {
    /** What the contact's words prove. Inside the transaction that writes the answer. */
    afterTurn({ reading, question: text, messageId }: Answer, { id }: Pick<Conversation, 'id'>) {
      if (reading === null) return
      const earlier = () =>
        stores.answers.ofConversation(id, LOOK_BACK).filter(answer => answer.messageId !== messageId)
      const before = () =>
        earlier()
          .map(answer => answer.reading)
          .filter(one => one !== null)
      const found = findingsOf({ text, reading, before, lastSent: () => lastSent(id), hasProduct }, rules)
      for (const finding of found) addOnce(id, messageId, finding)
    },

    /** A reply left, or was approved, as the assistant wrote it. Inside the transaction that queues it. */
    afterReply(answer: Answer, conversationId: string) {
      const minutes = stores.settings.get().minutesPerReply
      add(conversationId, answer.messageId, { code: 'saved-time', detail: String(minutes), quote: '' })
      for (const offer of offersIn(answer, saidIn(answer))) addOnce(conversationId, answer.messageId, offer)
    },

    /** New orders may be the ones that took an offer. */
    afterOrders() {
      const since = new Date(clock.now().getTime() - rules['cross-sell']['within-days'] * DAY_MS)
      board.transaction(() => {
        for (const offer of stores.dialogues.tagsSince('cross-sell-offered', since)) {
          const conversation = stores.conversations.get(offer.conversationId)
          const contact = conversation && stores.contacts.get(conversation.contactId)
          const orders = (contact?.handles ?? []).flatMap(({ address }) =>
            address.includes('@') ? stores.orders.ordersByEmail(address).filter(({ isRemoved }) => !isRemoved) : [],
          )
          const order = orderTaking(
            { ...offer, at: onShopClock(offer.at, shopZone(stores.settings.get())) },
            orders,
            rules,
          )
          if (order === null) continue
          addOnce(offer.conversationId, offer.messageId, {
            code: 'cross-sell-taken',
            detail: offer.detail,
            quote: order.number,
          })
        }
      })
    },
  }
}
export type Value = ReturnType<typeof createValue>
