import type { Answer, HandoffReason } from '#contract/assistant.ts'
import { handOff } from '#domain/conversation/handoff.ts'
import { unspoken } from '#domain/dialogue/stateAfter.ts'
import { isUpset } from '#domain/handover/mood.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import { AlreadyAnswered, type ChannelRecord, type Stores, type WorkItem } from '#main/ports/stores.ts'
import type { Notice } from '#main/ports/platform.ts'
import type { Assistant, Turned } from './assistant.ts'
import { createRound, type Due } from './answeringRound.ts'
import type { Board } from './board.ts'
import { Refused } from './errors.ts'
import { createLoop } from './loop.ts'
import type { OrderCodes } from './orderCodes.ts'
import { askerOf } from './orderDesk.ts'
import type { Queue } from './queue.ts'
import type { Topics } from './topics.ts'
import { createTurns, type Task } from './turns.ts'
import type { Value } from './value.ts'

const MAX_ATTEMPTS = 3
const RETRY_MS = 5000
const MINUTE_MS = 60_000

export interface AnsweringDeps {
  stores: Stores
  assistant: Pick<Assistant, 'answer'>
  board: Board
  queue: Queue
  topics: Pick<Topics, 'speaksAlone'>
  codes: Pick<OrderCodes, 'send' | 'withdraw'>
  value: Pick<Value, 'afterTurn' | 'afterReply'>
  maxTextLength(channel: ChannelRecord): number
  /** A reply waits in the outbox. */
  onQueued(): void
  notify(notice: Notice): void
  clock: Clock
  ids: Ids
  log: Log
}

interface Thought {
  item: WorkItem
  task: Task
  turned: Turned
}

/** Thinks about each turn of a contact once, and acts within the channel's mode. */
export function createAnswering({
  stores,
  assistant,
  board,
  queue,
  topics,
  codes,
  value,
  maxTextLength,
  onQueued,
  notify,
  clock,
  ids,
  log,
}: AnsweringDeps) {
  const turns = createTurns({ stores })
  const nextRound = createRound({ stores, turns, clock })

  function since(ms: number): Date {
    return new Date(clock.now().getTime() - ms)
  }

  /** Taking over, pausing and switching off silence the assistant at once; so this is asked again inside the transaction. */
  function maySpeak({ conversation, channel }: Task): boolean {
    return (
      conversation.handler === 'assistant' &&
      channel.mode !== 'off' &&
      channel.enabled &&
      channel.removedAt === null &&
      !stores.settings.get().assistantPaused
    )
  }

  async function think(task: Task, channelHour: number): Promise<Turned> {
    const { last, messages, text, conversation, channel } = task
    const state = stores.dialogues.get(conversation.id)
    const question = {
      messageId: last.id,
      text,
      history: turns.history(task),
      contactName: conversation.contactName,
      addresses: askerOf(stores, conversation, state.identity, clock.now()).addresses,
      automated: last.automated,
      hasAttachments: messages.some(({ attachments }) => attachments.length > 0),
      maxTextLength: maxTextLength(channel),
      counts: {
        conversation10Minutes: stores.messages.assistantRepliesSince(conversation.id, since(10 * MINUTE_MS)),
        conversationDay: stores.messages.assistantRepliesSince(conversation.id, since(24 * 60 * MINUTE_MS)),
        channelHour,
      },
    }
    return assistant.answer(question, state)
  }

  /** In draft mode the owner approves everything anyway, so the assistant goes on preparing the next replies. */
  function handOver({ conversation, channel, last }: Task, reason: HandoffReason, turned: Turned | null) {
    const { handler, ...change } = handOff(reason)
    const isAuto = channel.mode === 'auto'
    const answerId = turned?.answer.id ?? null
    const handed = stores.conversations.update(conversation.id, isAuto ? { ...change, handler } : change)
    board.addActivity(conversation.id, 'handed-off', reason, 'assistant', answerId)
    if (isAuto) codes.withdraw(conversation.id)
    if (turned?.handover == null) return
    const { note, brief } = turned.handover
    const told = note !== null && topics.speaksAlone(channel.mode, turned.answer.topic) ? note.told : null
    // What the contact has heard already is no suggestion any more.
    stores.dialogues.putBrief(conversation.id, told === null ? brief : { ...brief, suggestedReply: null })
    if (!isAuto || note === null) return
    const { waitingSince } = handed
    const text = told ?? note.text
    const said = { author: 'assistant', text, answerId, answerTo: last.id, undoMs: 0 } as const
    // It answers nothing: the contact goes on waiting.
    queue(handed, { ...said, attachments: [] }, { waitingSince, promisedBy: note.promisedBy })
  }

  /** Switched off or paused, only the owner answers: the message must show among what needs the owner. */
  function leaveToOwner({ last, conversation }: Task) {
    if (last.automated === null) stores.conversations.update(conversation.id, { handler: 'owner' })
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

  function act(task: Task, turned: Turned): 'queued' | 'needs-owner' | 'nothing' {
    const { answer, state } = turned
    const { conversation, channel, last } = task
    stores.answers.insert(answer)
    finish(task)
    if (!maySpeak(task)) {
      leaveToOwner(task)
      return 'nothing'
    }
    const before = stores.dialogues.get(conversation.id)
    stores.dialogues.put(conversation.id, state)
    if (state.identity.pending === null) codes.withdraw(conversation.id)
    noteMood(conversation, answer)
    value.afterTurn(answer, conversation)
    if (answer.action === 'handoff') {
      handOver(task, answer.handoffReason ?? 'not-sure', turned)
      return turned.handover?.note && channel.mode === 'auto' ? 'queued' : 'needs-owner'
    }
    if (answer.reply === null) {
      if (answer.action === 'silent' && last.automated === null) {
        stores.conversations.update(conversation.id, { waitingSince: null })
      }
      return 'nothing'
    }
    if (topics.speaksAlone(channel.mode, answer.topic)) {
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
    return 'needs-owner'
  }

  /** Takes the turn to a later time, all of its messages together. */
  function postpone({ items }: Task, until: Date) {
    stores.transaction(() => {
      for (const { id, attempts } of items) stores.work.retry(id, attempts, until)
    })
  }

  /** Null when there is nothing to decide: it is left to the owner, or to later. */
  async function thoughtAbout({ item, task, channelHour }: Due): Promise<Thought | null> {
    if (!task || !maySpeak(task)) {
      board.transaction(() => {
        if (task) finish(task)
        else stores.work.finish(item.id)
        if (task) leaveToOwner(task)
      }, task?.conversation.id)
      return null
    }
    const ready = turns.readyAt(task, clock.now())
    if (ready === null) return { item, task, turned: await think(task, channelHour) }
    postpone(task, ready)
    return null
  }

  /** Inside a transaction. */
  function settle({ item, task, turned }: Thought) {
    board.conversationChanged(task.conversation.id)
    const current = turns.taskOf(item)
    if (current === null || turns.hasGrown(task, current, clock.now())) return 'nothing'
    return act({ ...task, conversation: current.conversation, channel: current.channel }, turned)
  }

  /** All in one transaction, because writing to the disk takes longer than thinking; when one fails, each in its own. */
  function settleAll(thoughts: readonly Thought[]) {
    const [first] = thoughts
    if (first === undefined) return
    let outcomes
    try {
      outcomes = board.transaction(() => thoughts.map(thought => ({ ...thought, outcome: settle(thought) })))
    } catch (error) {
      if (thoughts.length === 1) afterFailure(first.item, error)
      else for (const thought of thoughts) settleAll([thought])
      return
    }
    outcomes.forEach(tell)
  }

  function tell({ task, turned, outcome }: Thought & { outcome: ReturnType<typeof act> }) {
    if (outcome === 'queued') onQueued()
    const isForOwner = outcome === 'needs-owner' || turned.answer.action === 'handoff'
    if (outcome === 'nothing' || !isForOwner) return
    const { contactName, id } = task.conversation
    notify({ title: contactName, body: task.text.slice(0, 140), conversationId: id })
  }

  function afterFailure(item: WorkItem, error: unknown) {
    const task = turns.taskOf(item)
    if (error instanceof AlreadyAnswered) {
      stores.transaction(() => (task ? finish(task) : stores.work.finish(item.id)))
      return
    }
    const isToThinkAgain = error instanceof Refused && error.code === 'COUPON_GONE'
    if (!isToThinkAgain) log.error('answering failed', error, { attempts: item.attempts })
    const items = task?.items ?? [item]
    const attempts = Math.max(...items.map(one => one.attempts)) + 1
    if (attempts < MAX_ATTEMPTS) {
      const later = new Date(clock.now().getTime() + (isToThinkAgain ? 0 : RETRY_MS))
      stores.transaction(() => items.forEach(({ id }) => stores.work.retry(id, attempts, later)))
      return
    }
    board.transaction(() => {
      if (task) finish(task)
      else stores.work.finish(item.id)
      if (!task || !maySpeak(task)) return
      handOver(task, 'failed', null)
    }, task?.conversation.id)
  }

  return createLoop({
    name: 'answering',
    clock,
    log,
    async step() {
      const thoughts = await Promise.all(
        nextRound().map(due =>
          thoughtAbout(due).catch((error: unknown) => {
            afterFailure(due.item, error)
            return null
          }),
        ),
      )
      settleAll(thoughts.filter(thought => thought !== null))
      const next = stores.work.nextDue()
      return next ? Math.max(0, next.getTime() - clock.now().getTime()) : null
    },
  })
}
