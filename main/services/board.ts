import type { Conversation } from '#contract/conversation.ts'
import type { ActivityCode, Message } from '#contract/message.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Publish } from './events.ts'
import { NotFound } from './errors.ts'

/**
 * Changes to conversations that every open screen hears about: what changed inside a transaction is published
 * once, after it was committed.
 */
export function createBoard({
  stores,
  publish,
  onWritten,
  clock,
  ids,
}: {
  stores: Stores
  publish: Publish
  /** After every transaction: null when it was written, else what prevented it. */
  onWritten(error: unknown): void
  clock: Clock
  ids: Ids
}) {
  const changedMessages = new Set<string>()
  const changedSuggestions = new Set<string>()
  const changedConversations = new Set<string>()
  const removedMessages = new Map<string, string>()
  const removedConversations = new Set<string>()

  function clear() {
    changedMessages.clear()
    changedSuggestions.clear()
    changedConversations.clear()
    removedMessages.clear()
    removedConversations.clear()
  }

  function tell() {
    for (const [messageId, conversationId] of removedMessages) {
      publish({ type: 'messageRemoved', conversationId, messageId })
    }
    for (const id of changedMessages) {
      const message = stores.messages.get(id)
      if (message) publish({ type: 'messageChanged', message })
    }
    for (const conversationId of changedSuggestions) {
      const suggestions = stores.suggestions.ofConversation(conversationId)
      publish({ type: 'suggestionsChanged', conversationId, suggestions })
    }
    if (changedConversations.size > 0) {
      const counts = stores.conversations.counts()
      for (const id of changedConversations) {
        const conversation = stores.conversations.get(id)
        if (conversation) publish({ type: 'conversationChanged', conversation, counts })
      }
    }
    for (const conversationId of removedConversations) {
      publish({ type: 'conversationRemoved', conversationId, counts: stores.conversations.counts() })
    }
    clear()
  }

  return {
    /** All or nothing; then the screens are told. `conversationId` counts as changed. Not inside another one. */
    transaction<T>(work: () => T, conversationId?: string): T {
      try {
        const result = stores.transaction(work)
        onWritten(null)
        if (conversationId) changedConversations.add(conversationId)
        tell()
        return result
      } catch (error) {
        clear()
        onWritten(error)
        throw error
      }
    },
    messageChanged: (id: string) => void changedMessages.add(id),
    suggestionsChanged: (conversationId: string) => void changedSuggestions.add(conversationId),
    conversationChanged: (id: string) => void changedConversations.add(id),
    messageRemoved(conversationId: string, messageId: string) {
      changedMessages.delete(messageId)
      changedConversations.add(conversationId)
      removedMessages.set(messageId, conversationId)
    },
    conversationRemoved: (id: string) => void removedConversations.add(id),
    /** A line in the thread that says what happened; `answerId` where an answer record says why, `text` for a note. */
    addActivity(
      conversationId: string,
      code: ActivityCode,
      detail: string | null,
      author: Message['author'],
      { answerId = null, text = '' }: { answerId?: string | null; text?: string } = {},
    ): Message {
      const now = clock.now()
      const message = stores.messages.insert({
        id: ids.next(),
        conversationId,
        kind: 'activity',
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
        activity: { code, detail },
        attachments: [],
      })
      changedMessages.add(message.id)
      changedConversations.add(conversationId)
      return message
    },
    conversation(id: string): Conversation {
      const conversation = stores.conversations.get(id)
      if (!conversation) throw new NotFound()
      return conversation
    },
  }
}
export type Board = ReturnType<typeof createBoard>
