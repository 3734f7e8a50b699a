import type { Conversation } from '#contract/conversation.ts'

/** Open and with the assistant; `minutes` after noon the last message came. */
export function conversation(id: string, minutes: number, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    channelId: 'mail',
    channelKind: 'email',
    contactId: `contact-${id}`,
    contactName: id,
    address: `${id}@example.org`,
    subject: '',
    status: 'open',
    handler: 'assistant',
    handoffReason: null,
    unread: false,
    snoozedUntil: null,
    waitingSince: null,
    promisedBy: null,
    mood: null,
    lastMessageAt: new Date(2026, 0, 1, 12, minutes),
    preview: '',
    language: null,
    labelIds: [],
    hasDraft: false,
    scheduledFor: null,
    hasSuggestion: false,
    hasSendProblem: false,
    ...change,
  }
}
