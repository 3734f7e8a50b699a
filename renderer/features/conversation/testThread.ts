import type { Thread } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'

/** A conversation as the main process sends it, with these messages. */
export function testThread(id: string, messages: Message[], hasEarlier = false): Thread {
  return {
    conversation: {
      id,
      channelId: 'mail',
      channelKind: 'email',
      contactId: 'p1',
      contactName: 'Maria',
      address: 'maria@example.org',
      subject: '',
      status: 'open',
      handler: 'assistant',
      handoffReason: null,
      unread: false,
      snoozedUntil: null,
      waitingSince: null,
      promisedBy: null,
      mood: null,
      lastMessageAt: new Date(2026, 0, 1),
      preview: '',
      language: null,
      labelIds: [],
      hasDraft: false,
      scheduledFor: null,
      hasSuggestion: false,
      hasSendProblem: false,
    },
    contact: {
      id: 'p1',
      name: 'Maria',
      createdAt: new Date(2026, 0, 1),
      handles: [],
      note: '',
      language: null,
      writesIn: null,
      labelIds: [],
    },
    messages,
    hasEarlier,
    hasLater: false,
    draft: null,
    suggestions: [],
    brief: null,
    facts: [],
    tags: [],
  }
}
