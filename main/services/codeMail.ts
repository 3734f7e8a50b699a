import type { OutboxRow, Stores } from '#main/ports/stores.ts'

/** A mail with a code is worth sending while the conversation it was asked for in waits for it; any other always is. */
export function mayLeave(
  { orders, dialogues }: Pick<Stores, 'orders' | 'dialogues'>,
  { messageId }: Pick<OutboxRow, 'messageId'>,
  now: Date,
): boolean {
  const mail = orders.codeMail(messageId)
  if (mail === null) return true
  const { pending } = dialogues.get(mail.conversationId).identity
  return pending !== null && pending.orderId === mail.orderId && new Date(pending.until) > now
}
