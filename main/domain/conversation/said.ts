import type { Message } from '#contract/message.ts'

/** A scheduled reply that has not left: nobody has heard it, and it stands nowhere yet. */
export function isStillToCome({ delivery }: Pick<Message, 'delivery'>): boolean {
  return delivery !== null && delivery.scheduled && delivery.state === 'queued' && delivery.attempts === 0
}

/** Words between the contact and the shop: no activity, no private note, nothing that waits for its time. */
export function isSaid(message: Pick<Message, 'kind' | 'delivery'>): boolean {
  return message.kind === 'message' && !isStillToCome(message)
}
