import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { Conversation } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { handOff } from '#domain/conversation/handoff.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import { AlreadyAnswered, type ChannelRecord, type Stores, type WorkItem } from '#main/ports/stores.ts'
import type { Notice } from '#main/ports/platform.ts'
import type { Assistant } from './assistant.ts'
import type { Board } from './board.ts'
import { createLoop } from './loop.ts'
import type { Queue } from './queue.ts'

const HISTORY = 12
const MAX_ATTEMPTS = 3
const RETRY_MS = 5000
const MINUTE_MS = 60_000

export interface AnsweringDeps {
  stores: Stores
  assistant: Assistant
  board: Board
  queue: Queue
  maxTextLength(channel: ChannelRecord): number
  /** A reply waits in the outbox. */
  onQueued(): void
  notify(notice: Notice): void
  clock: Clock
  ids: Ids
  log: Log
}

interface Task {
  item: WorkItem
  message: Message
  conversation: Conversation
  channel: ChannelRecord
}

/** Thinks about each incoming message once, and acts within the channel's mode. */
export function createAnswering({
  stores,
  assistant,
  board,
  queue,
  maxTextLength,
  onQueued,
  notify,
  clock,
  ids,
  log,
}: AnsweringDeps) {
  function since(ms: number): Date {
    return new Date(clock.now().getTime() - ms)
  }

  function taskOf(item: WorkItem): Task | null {
    const message = stores.messages.get(item.messageId)
    const conversation = message && stores.conversations.get(message.conversationId)
    const channel = conversation && stores.channels.get(conversation.channelId)
    return message && conversation && channel ? { item, message, conversation, channel } : null
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

  async function think({ message, conversation, channel }: Task): Promise<Answer> {
    const { messages } = stores.messages.page(conversation.id, message.seq, HISTORY)
    return assistant.answer({
      messageId: message.id,
      text: message.text,
      history: messages.filter(({ kind }) => kind === 'message'),
      contactName: conversation.contactName,
      automated: message.automated,
      hasAttachments: message.attachments.length > 0,
      maxTextLength: maxTextLength(channel),
      counts: {
        conversation10Minutes: stores.messages.assistantRepliesSince(conversation.id, since(10 * MINUTE_MS)),
        conversationDay: stores.messages.assistantRepliesSince(conversation.id, since(24 * 60 * MINUTE_MS)),
        channelHour: stores.messages.assistantRepliesOnChannelSince(channel.id, since(60 * MINUTE_MS)),
      },
    })
  }

  /** In draft mode the owner approves everything anyway, so the assistant goes on preparing the next replies. */
  function handOver(task: Task, reason: HandoffReason, answerId: string | null) {
    const { handler, ...change } = handOff(reason)
    stores.conversations.update(task.conversation.id, task.channel.mode === 'auto' ? { ...change, handler } : change)
    board.addActivity(task.conversation.id, 'handed-off', reason, 'assistant', answerId)
  }

  /** Switched off or paused, only the owner answers: the message must show among what needs the owner. */
  function leaveToOwner({ message, conversation }: Task) {
    if (message.automated === null) stores.conversations.update(conversation.id, { handler: 'owner' })
  }

  function act(task: Task, answer: Answer): 'queued' | 'needs-owner' | 'nothing' {
    stores.answers.insert(answer)
    stores.work.finish(task.item.id)
    if (!maySpeak(task)) {
      leaveToOwner(task)
      return 'nothing'
    }
    if (answer.action === 'handoff') {
      handOver(task, answer.handoffReason ?? 'not-sure', answer.id)
      return 'needs-owner'
    }
    if (answer.reply === null) {
      if (answer.action === 'silent' && task.message.automated === null) {
        stores.conversations.update(task.conversation.id, { waitingSince: null })
      }
      return 'nothing'
    }
    if (task.channel.mode === 'auto') {
      queue(task.conversation, {
        author: 'assistant',
        text: answer.reply,
        answerId: answer.id,
        answerTo: task.message.id,
        undoMs: 0,
        attachments: [],
      })
      return 'queued'
    }
    const { id: messageId, conversationId } = task.message
    const suggestion = { id: ids.next(), conversationId, messageId, answerId: answer.id, text: answer.reply }
    stores.suggestions.insert({ ...suggestion, createdAt: clock.now() })
    board.suggestionsChanged(conversationId)
    return 'needs-owner'
  }

  async function handle(item: WorkItem) {
    const task = taskOf(item)
    if (!task || !maySpeak(task)) {
      board.transaction(() => {
        stores.work.finish(item.id)
        if (task) leaveToOwner(task)
      }, task?.conversation.id)
      return
    }
    const answer = await think(task)
    const outcome = board.transaction(() => {
      const current = taskOf(item)
      return current ? act(current, answer) : 'nothing'
    }, task.conversation.id)
    if (outcome === 'queued') onQueued()
    if (outcome === 'needs-owner') {
      const { contactName, id } = task.conversation
      notify({ title: contactName, body: task.message.text.slice(0, 140), conversationId: id })
    }
  }

  function afterFailure(item: WorkItem, error: unknown) {
    if (error instanceof AlreadyAnswered) {
      stores.work.finish(item.id)
      return
    }
    log.error('answering failed', error, { attempts: item.attempts })
    if (item.attempts + 1 < MAX_ATTEMPTS) {
      stores.work.retry(item.id, item.attempts + 1, new Date(clock.now().getTime() + RETRY_MS))
      return
    }
    const task = taskOf(item)
    board.transaction(() => {
      stores.work.finish(item.id)
      if (!task || !maySpeak(task)) return
      handOver(task, 'failed', null)
    }, task?.conversation.id)
  }

  return createLoop({
    name: 'answering',
    clock,
    log,
    async step(signal) {
      for (const item of stores.work.due(clock.now(), 20)) {
        if (signal.aborted) return 0
        try {
          await handle(item)
        } catch (error) {
          afterFailure(item, error)
        }
      }
      const next = stores.work.nextDue()
      return next ? Math.max(0, next.getTime() - clock.now().getTime()) : null
    },
  })
}
