import type { Conversation } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'
import { isSaid } from '#domain/conversation/said.ts'
import { joinTurn } from '#domain/understanding/turn.ts'
import type { ChannelRecord, Stores, WorkItem } from '#main/ports/stores.ts'

const HISTORY = 12
const MOST_PENDING = 20
/** Somebody who never stops writing is answered all the same. */
const LONGEST_WAIT_MS = 20_000

/** What the contact said in one go and nobody has thought about yet. */
export interface Task {
  /** One for each of its messages. */
  items: readonly WorkItem[]
  /** Oldest first; the last one is answered. */
  messages: readonly Message[]
  last: Message
  text: string
  conversation: Conversation
  channel: ChannelRecord
}

/** What a language model worded last, as it was decided: the next decision is made from that. */
export function asDecided(said: readonly Message[], { answers }: Pick<Stores, 'answers'>): Message[] {
  const last = said.findLastIndex(({ author }) => author !== 'contact')
  return said.map((message, index) => {
    if (index !== last || message.author !== 'assistant' || message.answerId === null) return message
    const writing = answers.get(message.answerId)?.writing ?? null
    const isOwn = writing !== null && writing.used !== 'not' && writing.builtIn !== ''
    return isOwn ? { ...message, text: writing.builtIn } : message
  })
}

/** Finds the turn that a work item belongs to. */
export function createTurns({ stores }: { stores: Stores }) {
  /** Messages that wait next to this one, without a word of the shop in between. Machines are taken one by one. */
  function neighbours(message: Message): { item: WorkItem; message: Message }[] {
    const pending = new Map(stores.work.ofConversation(message.conversationId).map(item => [item.messageId, item]))
    const spoken = stores.messages.page(message.conversationId, null, HISTORY + MOST_PENDING).messages.filter(isSaid)
    const place = spoken.findIndex(({ id }) => id === message.id)
    const waits = ({ id, automated }: Message) => pending.has(id) && automated === null
    let [from, to] = [place, place]
    while (from > 0 && waits(message) && spoken[from - 1] !== undefined && spoken.slice(from - 1, from).every(waits))
      from -= 1
    while (to + 1 < spoken.length && waits(message) && spoken.slice(to + 1, to + 2).every(waits)) to += 1
    return spoken.slice(from, to + 1).flatMap(one => {
      const item = pending.get(one.id)
      return item === undefined ? [] : [{ item, message: one }]
    })
  }

  return {
    /** Null when the item is finished already, or what it is for is gone. */
    taskOf(item: WorkItem): Task | null {
      const message = stores.messages.get(item.messageId)
      const conversation = message && stores.conversations.get(message.conversationId)
      const channel = conversation && stores.channels.get(conversation.channelId)
      if (!message || !conversation || !channel) return null
      const waiting = neighbours(message)
      const place = waiting.findIndex(one => one.message.id === message.id)
      if (place < 0) return null
      for (let end = waiting.length; end > place; end -= 1) {
        const upTo = waiting.slice(0, end)
        const { text, from } = joinTurn(
          upTo.map(({ message: { author, text: said, sentAt } }) => ({ author, text: said, at: sentAt })),
        )
        if (from > place) continue
        const turn = upTo.slice(from)
        const last = turn.at(-1)?.message ?? message
        return {
          items: turn.map(one => one.item),
          messages: turn.map(one => one.message),
          last,
          text: turn.length === 1 ? last.text : text,
          conversation,
          channel,
        }
      }
      return null
    },

    /** What was said before the turn, oldest first. */
    history({ conversation, messages }: Task): Message[] {
      const [first] = messages
      const before = first === undefined ? null : first.seq
      const earlier = stores.messages.page(conversation.id, before, HISTORY).messages
      return asDecided(earlier.filter(isSaid), stores)
    },

    /** When the turn is taken to be finished; null when it is. In chats people send a thought in several messages. */
    readyAt({ messages, last, channel }: Task, now: Date): Date | null {
      const pauseMs = channel.kind === 'telegram' ? stores.settings.get().chatPauseSeconds * 1000 : 0
      const waitedMs = now.getTime() - (messages[0] ?? last).receivedAt.getTime()
      const ready = new Date(last.receivedAt.getTime() + pauseMs)
      // A wait longer than the pause itself means that the clock was put back.
      const isReady = ready <= now || ready.getTime() - now.getTime() > pauseMs || waitedMs >= LONGEST_WAIT_MS
      return isReady || last.automated !== null ? null : ready
    },

    /** The contact went on while it was thought about: all of it gets one answer. */
    hasGrown(before: Task, current: Task, now: Date): boolean {
      const [first = before.last] = before.messages
      const waitedMs = now.getTime() - first.receivedAt.getTime()
      return current.messages.length > before.messages.length && waitedMs < LONGEST_WAIT_MS
    },
  }
}
export type Turns = ReturnType<typeof createTurns>
