import type { HandoffReason } from '#contract/assistant.ts'
import type { ConversationChange } from './change.ts'

/** The assistant stays silent from here until the owner hands the conversation back. */
export function takeOver(): ConversationChange {
  return { handler: 'owner', status: 'open', snoozedUntil: null }
}

/** The assistant answers the next message; what is already here stays the owner's to look at. */
export function handBack(): ConversationChange {
  return { handler: 'assistant', handoffReason: null, promisedBy: null }
}

/** The assistant passes to the owner: it comes to the top of the owner's list with the reason. */
export function handOff(reason: HandoffReason): ConversationChange {
  return { handler: 'owner', handoffReason: reason, status: 'open', snoozedUntil: null, unread: true }
}
