import type { Message } from '#contract/message.ts'

const GROUP_MS = 5 * 60_000

export interface ThreadItem {
  readonly message: Message
  /** The first message of a day has the day above it. */
  readonly startsDay: boolean
  /** The author is named only where he changes or time has passed. */
  readonly startsGroup: boolean
}

/** A reply that waits for the time the owner chose. */
export function isScheduled({ delivery }: Message): boolean {
  return delivery !== null && delivery.scheduled && delivery.state === 'queued' && delivery.attempts === 0
}

/** As they are read: what has not been said yet stands at the end, the soonest first. */
export function inReadingOrder(messages: readonly Message[]): readonly Message[] {
  if (!messages.some(isScheduled)) return messages
  const dueAt = ({ delivery }: Message) => delivery?.notBefore.getTime() ?? 0
  return [
    ...messages.filter(message => !isScheduled(message)),
    ...messages.filter(isScheduled).toSorted((a, b) => dueAt(a) - dueAt(b)),
  ]
}

export function threadItems(messages: readonly Message[]): ThreadItem[] {
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const isNew = before === undefined || before.sentAt.toDateString() !== message.sentAt.toDateString()
    const startsDay = isNew && !isScheduled(message)
    return { message, startsDay, startsGroup: startsDay || before === undefined || !continues(before, message) }
  })
}

function continues(before: Message, message: Message): boolean {
  return (
    before.kind === 'message' &&
    isScheduled(before) === isScheduled(message) &&
    before.author === message.author &&
    before.direction === message.direction &&
    message.sentAt.getTime() - before.sentAt.getTime() < GROUP_MS
  )
}

/** Where reading goes on: the first message that nobody has answered, else the last one. */
export function readFrom(messages: readonly Message[]): number {
  const lastReply = messages.findLastIndex(
    message => message.kind === 'message' && message.direction === 'outgoing' && !isScheduled(message),
  )
  const waiting = messages.findIndex(
    ({ kind, direction }, index) => index > lastReply && kind === 'message' && direction === 'incoming',
  )
  return waiting === -1 ? messages.length - 1 : waiting
}

/** The first message to draw when a conversation opens, at a message or where reading goes on; `room` fit above that. */
export function drawnFrom(messages: readonly Message[], targetId: string | null, room: number): number {
  const target = targetId === null ? -1 : messages.findIndex(({ id }) => id === targetId)
  return Math.max(0, (target === -1 ? readFrom(messages) : target) - room)
}

/** The owner's last reply while it has not left. */
export function lastQueued(messages: readonly Message[]): Message | null {
  return (
    messages.findLast(
      ({ delivery, author }) =>
        author === 'owner' && delivery?.state === 'queued' && !delivery.scheduled && delivery.attempts === 0,
    ) ?? null
  )
}

/** Whole seconds in which it can still be taken back; 0 when it is too late. */
export function secondsToUndo({ delivery }: Message, now: Date): number {
  return delivery ? Math.max(0, Math.ceil((delivery.notBefore.getTime() - now.getTime()) / 1000)) : 0
}

/** How many messages the contact wrote after the one with this `seq`. */
export function incomingAfter(messages: readonly Message[], seq: number): number {
  return messages.filter(message => message.seq > seq && message.direction === 'incoming' && message.kind === 'message')
    .length
}
