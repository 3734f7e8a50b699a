import { previewOf } from '#domain/conversation/preview.ts'
import { isSaid } from '#domain/conversation/said.ts'
import { waitingSinceOf } from '#domain/conversation/traffic.ts'
import type { OutboxRow, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { giveBackCoupons } from './coupons.ts'

const LOOK_BACK = 50

/** It tells the contact that a person will answer. */
export function isHandoffNote(stores: Pick<Stores, 'messages' | 'answers'>, messageId: string): boolean {
  const answerId = stores.messages.get(messageId)?.answerId ?? null
  return answerId !== null && stores.answers.get(answerId)?.action === 'handoff'
}

/** Takes a reply that has not left out of the outbox and the thread, as if it had never been there. Inside a transaction. */
export function createWithdraw({ stores, board }: { stores: Stores; board: Board }) {
  return function withdraw({ id, messageId, conversationId }: OutboxRow): void {
    const wasNote = isHandoffNote(stores, messageId)
    const message = stores.messages.get(messageId)
    if (message !== null) giveBackCoupons(stores, message.text, message.answerId)
    stores.outbox.remove(id)
    stores.messages.remove(messageId)
    board.messageRemoved(conversationId, messageId)
    const { messages } = stores.messages.page(conversationId, null, LOOK_BACK)
    const last = messages.findLast(isSaid)
    const { status, handler } = board.conversation(conversationId)
    if (messages.length === 0 && status === 'resolved' && handler === 'owner') {
      // It was begun for a mail with a code, and there is nothing in it any more.
      stores.conversations.remove(conversationId)
      board.conversationRemoved(conversationId)
      return
    }
    const names = last?.attachments.map(({ name }) => name) ?? []
    stores.conversations.update(conversationId, {
      ...(wasNote ? { promisedBy: null } : {}),
      waitingSince: status === 'resolved' ? null : waitingSinceOf(messages),
      preview: last ? previewOf(last.text, names) : '',
    })
  }
}
