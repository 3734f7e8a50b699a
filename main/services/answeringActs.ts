import type { Answer, HandoffReason } from '#contract/assistant.ts'
import { handOff } from '#domain/conversation/handoff.ts'
import { closedSince } from '#domain/hours/opening.ts'
import { unspoken } from '#domain/dialogue/stateAfter.ts'
import { isUpset } from '#domain/handover/mood.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Turned } from './assistant.ts'
import type { Board } from './board.ts'
import { isOnDutyNow, openingOf } from './duty.ts'
import type { OrderCodes } from './orderCodes.ts'
import type { Queue } from './queue.ts'
import type { Topics } from './topics.ts'
import type { Task } from './turns.ts'
import type { Value } from './value.ts'

export interface ActingDeps {
  stores: Stores
  board: Board
  queue: Queue
  topics: Pick<Topics, 'speaksAlone'>
  codes: Pick<OrderCodes, 'send' | 'withdraw'>
  value: Pick<Value, 'afterTurn' | 'afterReply'>
  clock: Clock
  ids: Ids
}

/** Does what was decided about a turn, within the channel's mode. All of it inside a transaction. */
export function createActing({ stores, board, queue, topics, codes, value, clock, ids }: ActingDeps) {
  /**
   * Taking over, pausing and switching off silence the assistant at once, and so does the end of its hours; so this is
   * asked again inside the transaction.
   */
  function maySpeak(task: Task): boolean {
    return isAllowed(task) && isOnDutyNow(stores, task.channel, clock.now())
  }

  function isAllowed({ conversation, channel }: Task): boolean {
    return (
      conversation.handler === 'assistant' &&
      channel.mode !== 'off' &&
      channel.enabled &&
      channel.removedAt === null &&
      !stores.settings.get().assistantPaused
    )
  }

  /** In draft mode the owner approves everything anyway, so the assistant goes on preparing the next replies. */
  function handOver(
    { conversation, channel, last }: Task,
    reason: HandoffReason,
    turned: Turned | null,
    onlySuggests = false,
  ) {
    const { handler, ...change } = handOff(reason)
    const isAuto = channel.mode === 'auto'
    const answerId = turned?.answer.id ?? null
    const handed = stores.conversations.update(conversation.id, isAuto ? { ...change, handler } : change)
    board.addActivity(conversation.id, 'handed-off', reason, 'assistant', { answerId })
    if (isAuto) codes.withdraw(conversation.id)
    if (turned?.handover == null) return
    const { note, brief } = turned.handover
    const speaksAlone = !onlySuggests && topics.speaksAlone(channel.mode, turned.answer.topic)
    const told = note !== null && speaksAlone ? note.told : null
    // What the contact has heard already is no suggestion any more.
    stores.dialogues.putBrief(conversation.id, told === null ? brief : { ...brief, suggestedReply: null })
    if (!isAuto || note === null) return
    const { waitingSince } = handed
    if (note.isAway && wasToldAway(conversation.id)) {
      stores.conversations.update(conversation.id, { promisedBy: note.promisedBy })
      return
    }
    const text = told ?? note.text
    const said = { author: 'assistant', text, answerId, answerTo: last.id, undoMs: 0 } as const
    // It answers nothing: the contact goes on waiting.
    queue(handed, { ...said, attachments: [] }, { waitingSince, promisedBy: note.promisedBy })
    if (note.isAway) stores.duty.awayTold(conversation.id, clock.now())
  }

  /** Once while the shop is closed is enough. */
  function wasToldAway(conversationId: string): boolean {
    const told = stores.duty.awayToldAt(conversationId)
    const since = closedSince(clock.now(), openingOf(stores.settings.get()))
    return told !== null && since !== null && told >= since
  }

  /** Switched off, paused or resting, only the owner answers: the message must show among what needs the owner. */
  function leaveToOwner(task: Task) {
    const { last, conversation } = task
    if (last.automated !== null) return
    if (isAllowed(task)) stores.duty.rest(conversation.id, last.id, clock.now())
    stores.conversations.update(conversation.id, { handler: 'owner' })
  }

  function finish({ items }: Task) {
    for (const { id } of items) stores.work.finish(id)
  }

  function reply(task: Task, { answer, state }: Turned, text: string) {
    const { conversation, last } = task
    const reply = { author: 'assistant', text, answerId: answer.id, answerTo: last.id, undoMs: 0 } as const
    queue(conversation, { ...reply, attachments: [] })
    value.afterReply(answer, conversation.id)
    if (answer.codeFor === null) return
    const { language } = answer
    const awaiting = codes.send({ conversation, orderId: answer.codeFor, language, state })
    if (awaiting !== null) stores.dialogues.put(conversation.id, awaiting)
  }

  /** Seen in the list, so that an upset contact is not kept waiting. */
  function noteMood({ id, mood }: Task['conversation'], { reading }: Answer) {
    const felt = reading !== null && isUpset(reading) ? reading.mood : null
    if (felt !== mood) stores.conversations.update(id, { mood: felt })
  }

  function act(task: Task, turned: Turned): 'queued' | 'nothing' {
    const { answer, state } = turned
    const { conversation, channel, last } = task
    stores.answers.insert(answer)
    finish(task)
    if (!maySpeak(task)) {
      leaveToOwner(task)
      return 'nothing'
    }
    const onlySuggests = stores.duty.isTakenUp(conversation.id)
    if (onlySuggests && stores.work.ofConversation(conversation.id).length === 0) stores.duty.forget(conversation.id)
    const before = stores.dialogues.get(conversation.id)
    stores.dialogues.put(conversation.id, state)
    if (state.identity.pending === null) codes.withdraw(conversation.id)
    noteMood(conversation, answer)
    value.afterTurn(answer, conversation)
    if (answer.action === 'handoff') {
      handOver(task, answer.handoffReason ?? 'not-sure', turned, onlySuggests)
      return turned.handover?.note && channel.mode === 'auto' ? 'queued' : 'nothing'
    }
    if (answer.reply === null) {
      if (answer.action === 'silent' && last.automated === null) {
        stores.conversations.update(conversation.id, { waitingSince: null })
      }
      return 'nothing'
    }
    if (!onlySuggests && topics.speaksAlone(channel.mode, answer.topic)) {
      reply(task, turned, answer.reply)
      return 'queued'
    }
    const { id: messageId, conversationId } = last
    // Until the owner sends it, nothing of it is said.
    stores.dialogues.put(conversationId, unspoken(before, state))
    const suggestion = { id: ids.next(), conversationId, messageId, answerId: answer.id, text: answer.reply }
    stores.suggestions.insert({ ...suggestion, createdAt: clock.now() })
    stores.dialogues.propose(suggestion.id, state)
    board.suggestionsChanged(conversationId)
    return 'nothing'
  }

  return { act, handOver, leaveToOwner, finish, maySpeak }
}
