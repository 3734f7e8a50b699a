import { createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto'
import type { Conversation } from '#contract/conversation.ts'
import type { Order } from '#contract/orders.ts'
import type { DialogueState, Identity } from '#domain/dialogue/state.ts'
import { CODE_DIGITS, codesIn } from '#domain/orders/code.ts'
import { emailKey, isSameMailbox } from '#domain/orders/keys.ts'
import { sayCode } from '#domain/orders/sayCode.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { ChannelRecord, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { askerOf } from './orderDesk.ts'
import type { Queue } from './queue.ts'
import { createWithdraw } from './withdraw.ts'

const VALID_MINUTES = 15
const PROOF_MINUTES = 60
const TRIES = 5
const MOST_CODES_AN_HOUR = 3
const MINUTE_MS = 60_000

export interface OrderCodesDeps {
  stores: Stores
  board: Board
  queue: Queue
  clock: Clock
  ids: Ids
}

/** `none`: nothing was asked for or the text holds no code. `used-up`: it was wrong once too often. */
export type CodeOutcome = 'none' | 'proved' | 'wrong' | 'expired' | 'used-up'

/** One-time codes that show whether whoever writes reads the mail of an order's owner. */
export function createOrderCodes({ stores, board, queue, clock, ids }: OrderCodesDeps) {
  const drop = createWithdraw({ stores, board })

  function mailChannel(preferredId: string): ChannelRecord | null {
    const mail = stores.channels.list().filter(({ kind, enabled }) => kind === 'email' && enabled)
    return mail.find(({ id }) => id === preferredId) ?? mail[0] ?? null
  }

  function isWithinLimits(conversationId: string, orderId: string, now: Date): boolean {
    const since = new Date(now.getTime() - 60 * MINUTE_MS)
    return [{ conversationId }, { orderId }].every(of => stores.orders.codesSince(of, since) < MOST_CODES_AN_HOUR)
  }

  /** The owner's address on file, in a conversation that the assistant never answers. */
  function codeConversation(channel: ChannelRecord, address: string, order: Order, subject: string): Conversation {
    const now = clock.now()
    const known = stores.contacts.findHandle(channel.id, address)
    const name = order.customerName || address
    const handle =
      known ??
      stores.contacts.insert(
        { id: ids.next(), name, createdAt: now },
        { id: ids.next(), channelId: channel.id, address, name },
      )
    return stores.conversations.insert({
      id: ids.next(),
      channelId: channel.id,
      handleId: handle.id,
      subject,
      handler: 'owner',
      createdAt: now,
    })
  }

  /** Mails with codes that have not left; true when there were any. */
  function takeBack(conversationId: string): boolean {
    const rows = stores.orders
      .codeMails(conversationId)
      .flatMap(messageId => stores.outbox.ofMessage(messageId) ?? [])
      .filter(({ state }) => state === 'queued')
    rows.forEach(drop)
    return rows.length > 0
  }

  return {
    /** Nobody waits for a code in this conversation any more: what has not left is not sent. Inside a transaction. */
    withdraw(conversationId: string) {
      if (!takeBack(conversationId)) return
      const state = stores.dialogues.get(conversationId)
      stores.dialogues.put(conversationId, { ...state, identity: { ...state.identity, pending: null } })
    },

    /** A mailbox of the shop is there to send codes from. */
    canSend: () => mailChannel('') !== null,

    /**
     * Queues a code to the address on file and returns the state that waits for it. Call it inside the transaction that
     * queues the reply, or when the owner approves it. Null when none goes out: no such order, no address on file, no
     * mailbox to send from, or three went out within the hour. The asker must not be told which.
     */
    send({
      conversation,
      orderId,
      language,
      state,
    }: {
      conversation: Conversation
      orderId: string
      language: string
      state: DialogueState
    }): DialogueState | null {
      const now = clock.now()
      const order = stores.orders.order(orderId)
      const channel = mailChannel(conversation.channelId)
      if (order?.email == null || channel === null || !isWithinLimits(conversation.id, orderId, now)) return null
      const address = emailKey(order.email)
      const code = String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, '0')
      const said = sayCode({ number: order.number, code, minutes: VALID_MINUTES }, language)
      const mail = { author: 'assistant', text: said.text, answerId: null, answerTo: null, undoMs: 0 } as const
      const [asking] = askerOf(stores, conversation, state.identity, now).addresses
      // Whoever asks from the address on file gets the code there, so that answering it enters it.
      const isHere =
        asking?.kind === 'email' && isSameMailbox(asking.address, address) && conversation.channelId === channel.id
      takeBack(conversation.id)
      const messageId = isHere
        ? queue(conversation, { ...mail, attachments: [] })
        : queue(
            codeConversation(channel, address, order, said.subject),
            { ...mail, attachments: [] },
            { status: 'resolved' },
          )
      stores.orders.addCode({ conversationId: conversation.id, orderId, messageId, at: now })
      const salt = randomBytes(16).toString('hex')
      const until = new Date(now.getTime() + VALID_MINUTES * MINUTE_MS).toISOString()
      const pending = { orderId, hash: hashOf(code, salt), salt, until, triesLeft: TRIES }
      return { ...state, identity: { ...state.identity, pending } }
    },

    /** Holds what a message says against the code that waits. The text is the only thing that comes from the customer. */
    enter({ state, text, now }: { state: Pick<DialogueState, 'identity'>; text: string; now: Date }): {
      identity: Identity
      outcome: CodeOutcome
      orderId: string | null
    } {
      const proved = state.identity.proved.filter(({ until }) => new Date(until) > now)
      const { pending } = state.identity
      const codes = codesIn(text)
      if (pending === null || codes.length === 0)
        return { identity: { proved, pending }, outcome: 'none', orderId: null }
      const { orderId } = pending
      if (new Date(pending.until) <= now) return { identity: { proved, pending: null }, outcome: 'expired', orderId }
      let { triesLeft } = pending
      for (const code of codes) {
        if (triesLeft === 0) break
        triesLeft -= 1
        if (isRight(code, pending)) {
          const until = new Date(now.getTime() + PROOF_MINUTES * MINUTE_MS).toISOString()
          const others = proved.filter(proof => proof.orderId !== orderId)
          return { identity: { proved: [...others, { orderId, until }], pending: null }, outcome: 'proved', orderId }
        }
      }
      return triesLeft === 0
        ? { identity: { proved, pending: null }, outcome: 'used-up', orderId }
        : { identity: { proved, pending: { ...pending, triesLeft } }, outcome: 'wrong', orderId }
    },
  }
}
export type OrderCodes = ReturnType<typeof createOrderCodes>

function hashOf(code: string, salt: string): string {
  return createHmac('sha256', salt).update(code).digest('hex')
}

function isRight(code: string, { hash, salt }: { hash: string; salt: string }): boolean {
  return timingSafeEqual(Buffer.from(hashOf(code, salt), 'hex'), Buffer.from(hash, 'hex'))
}
