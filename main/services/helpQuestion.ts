import type { Conversation } from '#contract/conversation.ts'
import { isSaid } from '#domain/conversation/said.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { joinTurn } from '#domain/understanding/turn.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { AssistantQuestion } from './assistantTurn.ts'
import { NoHelp } from './errors.ts'
import { askerOf } from './orderDesk.ts'
import { asDecided } from './turns.ts'

const HISTORY = 12
const MOST_OF_TURN = 20

export interface LatestQuestionDeps {
  stores: Pick<Stores, 'conversations' | 'messages' | 'dialogues' | 'answers'>
  maxTextLength(conversation: Conversation): number
  clock: Clock
}

/** The latest turn of a contact as the assistant would be asked about it, whoever answers the conversation. */
export function createLatestQuestion({ stores, maxTextLength, clock }: LatestQuestionDeps) {
  /** What was decided about these words already has moved the dialogue on; so it begins anew, with what is known. */
  function stateFor(conversationId: string, messageId: string): DialogueState {
    const state = stores.dialogues.get(conversationId)
    const [answered] = stores.answers.ofConversation(conversationId, 1)
    if (answered?.messageId !== messageId) return state
    return { ...freshDialogue, facts: state.facts, identity: state.identity }
  }

  /** Throws NoHelp when the contact has not written yet. */
  return (conversation: Conversation): { question: AssistantQuestion; state: DialogueState } => {
    const { messages } = stores.messages.page(conversation.id, null, HISTORY + MOST_OF_TURN)
    const spoken = messages.filter(isSaid)
    const said = spoken.slice(0, spoken.findLastIndex(({ author }) => author === 'contact') + 1)
    const { text, from } = joinTurn(
      said.map(({ author, text: words, sentAt }) => ({ author, text: words, at: sentAt })),
    )
    const turn = said.slice(from)
    const last = turn.at(-1)
    if (last === undefined) throw new NoHelp('nothing-known')
    const state = stateFor(conversation.id, last.id)
    const question: AssistantQuestion = {
      messageId: last.id,
      text: turn.length === 1 ? last.text : text,
      history: asDecided(said.slice(0, from).slice(-HISTORY), stores),
      contactName: conversation.contactName,
      addresses: askerOf(stores, conversation, state.identity, clock.now()).addresses,
      automated: null,
      hasAttachments: turn.some(({ attachments }) => attachments.length > 0),
      maxTextLength: maxTextLength(conversation),
      counts: noReplies,
    }
    return { question, state }
  }
}
