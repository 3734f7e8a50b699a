import type { HandoffReason } from '#contract/assistant.ts'
import type { Reading } from '#contract/understanding.ts'

import { leadingIntent } from '#domain/dialogue/leading.ts'

/** Nobody should be told anything: a machine wrote it, or nothing but orders to the assistant. */
const silent: ReadonlySet<HandoffReason> = new Set<HandoffReason>([
  'automated-sender',
  'looks-like-robot',
  'too-many-replies',
  'failed',
])
const CERTAIN = 0.8

/** Whether the contact is told that a person will answer. Spam would learn that somebody reads it. */
export function isNoteDue(reason: HandoffReason, reading: Reading | null, isOrders: boolean): boolean {
  if (silent.has(reason) || isOrders || reading === null) return false
  const isForShop = reading.risks.length > 0 || reading.wantsPerson !== null || leadingIntent(reading) !== null
  return isForShop || reading.outOfScope < CERTAIN
}
