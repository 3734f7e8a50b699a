import type { HandoffReason } from '#contract/assistant.ts'

/** Nobody should be told anything: a machine wrote it, or nothing but orders to the assistant. */
const silent: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'automated-sender',
  'looks-like-robot',
  'too-many-replies',
  'failed',
])
/** Whether the contact is told that a person will answer. Spam would learn that somebody reads it. */
export function isNoteDue(reason: HandoffReason, isOrders: boolean): boolean {
  return !silent.has(reason) && !isOrders
}
