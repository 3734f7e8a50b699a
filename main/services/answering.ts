import type { Log } from '#main/ports/log.ts'
import { AlreadyAnswered, type ChannelRecord, type WorkItem } from '#main/ports/stores.ts'
import type { Assistant, Turned } from './assistant.ts'
import { createActing, type ActingDeps } from './answeringActs.ts'
import { createRound, type Due } from './answeringRound.ts'
import { createWorks } from './answeringWorks.ts'
import { Refused } from './errors.ts'
import { createLoop } from './loop.ts'
import type { ModelAccess } from './modelAccess.ts'
import { askerOf } from './orderDesk.ts'
import { createTurns, type Task } from './turns.ts'

const MAX_ATTEMPTS = 3
const RETRY_MS = 5000
const MINUTE_MS = 60_000

export interface AnsweringDeps extends ActingDeps {
  assistant: Pick<Assistant, 'answer'>
  maxTextLength(channel: ChannelRecord): number
  /** A reply waits in the outbox. */
  onQueued(): void
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
  clock,
  ids,
  log,
}: AnsweringDeps) {
  const turns = createTurns({ stores })
  const { act, handOver, leaveToOwner, finish, maySpeak } = createActing({
    stores,
    board,
    queue,
    topics,
    codes,
    value,
    clock,
    ids,
  })
  const works = createWorks()
  const nextRound = createRound({ stores, turns, works, clock })

  function since(ms: number): Date {
    return new Date(clock.now().getTime() - ms)
  }

  async function think(task: Task, channelHour: number, model: ModelAccess): Promise<Turned> {
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
      model: works.isFull() ? null : { ...model, triesBefore: Math.max(...task.items.map(one => one.attempts)) },
    }
    return assistant.answer(question, state)
  }

  /** Takes the turn to a later time, all of its messages together. */
  function postpone({ items }: Task, until: Date) {
    stores.transaction(() => {
      for (const { id, attempts } of items) stores.work.retry(id, attempts, until)
    })
  }

  /** Null when there is nothing to decide: it is left to the owner, or to later. */
  async function thoughtAbout({ item, task, channelHour }: Due, model: ModelAccess): Promise<Thought | null> {
    if (!task || !maySpeak(task)) {
      board.transaction(() => {
        if (task) finish(task)
        else stores.work.finish(item.id)
        if (task) leaveToOwner(task)
      }, task?.conversation.id)
      return null
    }
    const ready = turns.readyAt(task, clock.now())
    if (ready === null) return { item, task, turned: await think(task, channelHour, model) }
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
      outcomes = board.transaction(() => thoughts.map(settle))
    } catch (error) {
      if (thoughts.length === 1) afterFailure(first.item, error)
      else for (const thought of thoughts) settleAll([thought])
      return
    }
    if (outcomes.includes('queued')) onQueued()
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

  /**
   * Thinks about one turn. Resolves with what came of it, or with null once the language model is asked: then it goes on
   * by itself and is settled when it is ready, so that nobody waits for it.
   */
  function begin(due: Due): Promise<Thought | null> {
    const { item, task } = due
    const stopping = new AbortController()
    const { signal } = stopping
    return new Promise(resolve => {
      let isSlow = false
      const { promise: ended, resolve: end } = Promise.withResolvers<void>()
      const thought = thoughtAbout(due, {
        signal,
        onModel() {
          if (isSlow || task === null) return
          isSlow = true
          works.add({ item, task, stopping, ended })
          resolve(null)
        },
      }).catch((error: unknown) => {
        if (!signal.aborted) afterFailure(item, error)
        return null
      })
      void thought.then(found => {
        if (!isSlow) return resolve(found)
        if (found !== null && !signal.aborted) settleAll([found])
        end()
        // Its conversation may have more to answer.
        return ended.then(() => loop.wake())
      })
    })
  }

  /** Whether nothing of a turn that is being written may be sent any more. */
  function isOver(item: WorkItem, task: Task): boolean {
    const current = turns.taskOf(item)
    return current === null || !maySpeak(current) || turns.hasGrown(task, current, clock.now())
  }

  const loop = createLoop({
    name: 'answering',
    clock,
    log,
    async step() {
      works.breakOff(isOver)
      const round = nextRound()
      const thoughts = await Promise.all(round.map(begin))
      settleAll(thoughts.filter(thought => thought !== null))
      // What waits for the model is due all the time; it wakes the loop when it is done.
      const isIdle = round.length === 0 && works.conversations().length > 0
      const next = stores.work.nextDue(isIdle ? clock.now() : undefined)
      return next ? Math.max(0, next.getTime() - clock.now().getTime()) : null
    },
  })

  return {
    start: loop.start,
    wake: loop.wake,
    /** Something changed that may silence the assistant in this conversation, or (null) in any: what is being written is broken off at once. */
    look(conversationId: string | null) {
      if (conversationId !== null && !works.has(conversationId)) return
      const isMeant = ({ conversation: { id } }: Task) => conversationId === null || id === conversationId
      if (works.breakOff((item, task) => isMeant(task) && isOver(item, task))) loop.wake()
    },
    async stop() {
      const ended = loop.stop()
      await works.end()
      await ended
      await works.end()
    },
  }
}
