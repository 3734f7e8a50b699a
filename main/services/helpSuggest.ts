import type { DraftPiece } from '#contract/help.ts'
import type { Conversation } from '#contract/conversation.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import { joinTurn } from '#domain/understanding/turn.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Assistant, Turned } from './assistant.ts'
import type { AssistantQuestion } from './assistantTurn.ts'
import { NoHelp, NotFound } from './errors.ts'
import { askerOf } from './orderDesk.ts'

const HISTORY = 12
const MOST_OF_TURN = 20

export interface HelpSuggestDeps {
  stores: Pick<Stores, 'conversations' | 'messages' | 'dialogues' | 'answers' | 'settings' | 'channels'>
  assistant: Pick<Assistant, 'answer'>
  maxTextLength(conversation: Conversation): number
  clock: Clock
}

/** What could be answered to the latest words of a contact, for the owner to change and send. Nothing is sent or kept. */
export function createHelpSuggest({ stores, assistant, maxTextLength, clock }: HelpSuggestDeps) {
  function questionOf(conversation: Conversation): { question: AssistantQuestion; state: DialogueState } {
    const { messages } = stores.messages.page(conversation.id, null, HISTORY + MOST_OF_TURN)
    const spoken = messages.filter(({ kind }) => kind === 'message')
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
      history: said.slice(0, from).slice(-HISTORY),
      contactName: conversation.contactName,
      addresses: askerOf(stores, conversation, state.identity, clock.now()).addresses,
      automated: null,
      hasAttachments: turn.some(({ attachments }) => attachments.length > 0),
      maxTextLength: maxTextLength(conversation),
      counts: noReplies,
    }
    return { question, state }
  }

  /** What was decided about these words already has moved the dialogue on; so it begins anew, with what is known. */
  function stateFor(conversationId: string, messageId: string): DialogueState {
    const state = stores.dialogues.get(conversationId)
    const [answered] = stores.answers.ofConversation(conversationId, 1)
    if (answered?.messageId !== messageId) return state
    return { ...freshDialogue, facts: state.facts, identity: state.identity }
  }

  /** The owner sends it as their own words, so it does not say that an assistant wrote it. */
  function withoutNote(text: string, { answer }: Turned): string {
    const { language } = stores.settings.get()
    const { assistantNote } = phrasesFor(answer.language, language.slice(0, 2))
    return text.replace(assistantNote, '').trim()
  }

  return async function* suggest(conversationId: string, signal?: AbortSignal): AsyncGenerator<DraftPiece> {
    const conversation = stores.conversations.get(conversationId)
    if (conversation === null) throw new NotFound()
    const { question, state } = questionOf(conversation)
    const turned = await assistant.answer(question, state)
    signal?.throwIfAborted()
    const { answer, handover } = turned
    // A reply that speaks of a one-time code is true only when the assistant sends it together with the code.
    const text = (answer.codeFor === null ? answer.reply : null) ?? handover?.brief.suggestedReply ?? null
    if (text === null) throw new NoHelp('nothing-known')
    yield { type: 'done', text: withoutNote(text, turned), by: 'built-in', citations: answer.citations, leftOut: [] }
  }
}
