import type { Conversation } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { whatOutgoingDoes, whatSchedulingDoes } from '#domain/conversation/traffic.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { ConversationChange, StoredAttachment, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { takeCoupons } from './coupons.ts'

export interface Scheduled {
  at: Date
  unlessTheyWrite: boolean
}

export interface QueuedReply {
  author: 'owner' | 'assistant'
  text: string
  answerId: string | null
  /** The incoming message, for an answer that no person looked at. */
  answerTo: string | null
  /** How long it can be taken back. */
  undoMs: number
  attachments: readonly StoredAttachment[]
  /** The owner chose the time. */
  scheduled?: Scheduled | null
}

/**
 * Puts a reply into the thread and the outbox. Call it inside a transaction; returns the message's id. Throws Refused
 * COUPON_GONE when what the reply offers is there no more.
 */
export function createQueue({ stores, board, clock, ids }: { stores: Stores; board: Board; clock: Clock; ids: Ids }) {
  return function queue(conversation: Conversation, reply: QueuedReply, also: ConversationChange = {}): string {
    const { author, text, answerId, answerTo, undoMs, attachments, scheduled = null } = reply
    const now = clock.now()
    takeCoupons(stores, text, answerId, now)
    const message: Message = stores.messages.insert({
      id: ids.next(),
      conversationId: conversation.id,
      kind: 'message',
      direction: 'outgoing',
      author,
      text,
      quoted: null,
      html: null,
      sentAt: now,
      receivedAt: now,
      automated: null,
      remoteId: null,
      answerId,
      activity: null,
      attachments,
    })
    stores.outbox.insert({
      id: ids.next(),
      messageId: message.id,
      conversationId: conversation.id,
      channelId: conversation.channelId,
      answerTo,
      state: 'queued',
      attempts: 0,
      createdAt: now,
      notBefore: scheduled?.at ?? new Date(now.getTime() + undoMs),
      transmittingAt: null,
      remoteId: null,
      error: null,
      copyPending: false,
      scheduled: scheduled !== null,
      unlessTheyWrite: scheduled?.unlessTheyWrite ?? false,
    })
    const change =
      scheduled === null ? whatOutgoingDoes(conversation, { author, text, at: now, attachments }) : whatSchedulingDoes()
    stores.conversations.update(conversation.id, { ...change, ...also })
    board.messageChanged(message.id)
    board.conversationChanged(conversation.id)
    return message.id
  }
}
export type Queue = ReturnType<typeof createQueue>
