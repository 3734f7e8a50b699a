import type { ConversationChange } from './change.ts'

/** Finished: nobody waits any more, and the next message of the contact opens it again. */
export function resolve(): ConversationChange {
  return {
    status: 'resolved',
    snoozedUntil: null,
    handoffReason: null,
    waitingSince: null,
    promisedBy: null,
    unread: false,
  }
}

export function reopen(): ConversationChange {
  return { status: 'open', snoozedUntil: null }
}

/** `until: null` hides it until the contact writes again. */
export function snooze(until: Date | null): ConversationChange {
  return { status: 'snoozed', snoozedUntil: until, unread: false }
}

/** The time of a snooze has come: it is unread again so that it is seen. */
export function wakeUp(): ConversationChange {
  return { status: 'open', snoozedUntil: null, unread: true }
}
