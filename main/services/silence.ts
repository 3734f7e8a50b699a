import type { Conversation } from '#contract/conversation.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Outbox } from './outbox.ts'

export interface SilenceDeps {
  stores: Stores
  board: Board
  outbox: Pick<Outbox, 'drop'>
  clock: Clock
}

/**
 * The owner speaks now: the assistant's automatic answers that have not left are withdrawn and its suggestions are
 * outdated. Call it inside the transaction that gives the conversation to the owner.
 */
export function createSilence({ stores, board, outbox, clock }: SilenceDeps) {
  return function silence({ id, handler }: Conversation): void {
    for (const row of stores.outbox.queuedAnswers(id)) outbox.drop(row)
    for (const suggestion of stores.suggestions.ofConversation(id)) {
      stores.suggestions.close(suggestion.id, 'outdated', clock.now())
    }
    board.suggestionsChanged(id)
    if (handler === 'assistant') board.addActivity(id, 'taken-over', null, 'owner')
  }
}
export type Silence = ReturnType<typeof createSilence>
