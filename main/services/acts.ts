import type { BulkAction, Conversation } from '#contract/conversation.ts'
import { assertNever } from '#domain/assertNever.ts'
import { handBack, takeOver } from '#domain/conversation/handoff.ts'
import { reopen, resolve, snooze } from '#domain/conversation/status.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Silence } from './silence.ts'

/** More than these make a row of the list unreadable. */
const MOST_LABELS_ON_ONE = 20

export interface ActsDeps {
  stores: Stores
  board: Board
  silence: Silence
  clock: Clock
}

/** What the owner does with a conversation besides answering it. All of it inside a transaction. */
export function createActs({ stores, board, silence, clock }: ActsDeps) {
  /** They are outdated. */
  function closeSuggestions(id: string) {
    const open = stores.suggestions.ofConversation(id)
    for (const suggestion of open) stores.suggestions.close(suggestion.id, 'outdated', clock.now())
    if (open.length > 0) board.suggestionsChanged(id)
  }

  return {
    resolve(id: string) {
      stores.conversations.update(id, resolve())
      closeSuggestions(id)
      board.addActivity(id, 'resolved', null, 'owner')
    },
    reopen(id: string) {
      stores.conversations.update(id, reopen())
      board.addActivity(id, 'reopened', null, 'owner')
    },
    snooze(id: string, until: Date | null) {
      stores.conversations.update(id, snooze(until))
      board.addActivity(id, 'snoozed', until?.toISOString() ?? null, 'owner')
    },
    takeOver(conversation: Conversation) {
      silence(conversation)
      stores.conversations.update(conversation.id, takeOver())
    },
    handBack(id: string) {
      stores.conversations.update(id, handBack())
      board.addActivity(id, 'handed-back', null, 'owner')
    },
    mark(id: string, unread: boolean) {
      stores.conversations.update(id, { unread })
    },
    setLabels(id: string, labelIds: readonly string[]) {
      stores.conversations.setLabels(id, labelIds)
    },
  }
}
export type Acts = ReturnType<typeof createActs>

/** Whether the action changes anything about it. */
export function appliesTo({ status, handler, unread, snoozedUntil, labelIds }: Conversation, action: BulkAction) {
  switch (action.kind) {
    case 'resolve':
      return status !== 'resolved'
    case 'reopen':
      return status !== 'open'
    case 'snooze':
      return (
        status === 'open' ||
        (status === 'snoozed' && snoozedUntil?.getTime() !== (action.until?.getTime() ?? undefined))
      )
    case 'mark-read':
      return unread
    case 'mark-unread':
      return !unread
    case 'take-over':
      return handler === 'assistant'
    case 'hand-back':
      return handler === 'owner'
    case 'add-label':
      return !labelIds.includes(action.labelId) && labelIds.length < MOST_LABELS_ON_ONE
    case 'remove-label':
      return labelIds.includes(action.labelId)
    default:
      return assertNever(action)
  }
}
