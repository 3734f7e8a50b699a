import type { Answer } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import { isSaid } from '#domain/conversation/said.ts'
import { ownerSpeaks } from '#domain/dialogue/stateAfter.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { OrderCodes } from './orderCodes.ts'
import type { Outbox } from './outbox.ts'
import type { Topics } from './topics.ts'

const LOOK_BACK = 20

export interface SilenceDeps {
  stores: Stores
  board: Board
  outbox: Pick<Outbox, 'drop'>
  topics: Pick<Topics, 'corrected'>
  codes: Pick<OrderCodes, 'withdraw'>
  clock: Clock
}

/**
 * The owner speaks now: the assistant's automatic answers and codes that have not left are withdrawn and its suggestions
 * are outdated. Call it inside the transaction that gives the conversation to the owner.
 */
export function createSilence({ stores, board, outbox, topics, codes, clock }: SilenceDeps) {
  /** The last word was an answer that nobody had looked at: the owner stepping in says that it was not good enough. */
  function answeredAlone(conversationId: string): Answer | null {
    const { messages } = stores.messages.page(conversationId, null, LOOK_BACK)
    const last = messages.findLast(message => isSaid(message) && message.direction === 'outgoing')
    if (last?.answerId == null || stores.outbox.ofMessage(last.id)?.answerTo == null) return null
    return stores.answers.get(last.answerId)
  }

  return function silence({ id, handler }: Conversation): void {
    const answer = handler === 'assistant' ? answeredAlone(id) : null
    if (answer !== null && answer.action !== 'handoff') topics.corrected(id, answer.topic)
    for (const row of stores.outbox.queuedAnswers(id)) outbox.drop(row)
    codes.withdraw(id)
    stores.dialogues.put(id, ownerSpeaks(stores.dialogues.get(id)))
    for (const suggestion of stores.suggestions.ofConversation(id)) {
      stores.suggestions.close(suggestion.id, 'outdated', clock.now())
    }
    board.suggestionsChanged(id)
    if (handler === 'assistant') board.addActivity(id, 'taken-over', null, 'owner')
  }
}
export type Silence = ReturnType<typeof createSilence>
