import type { Message } from '#contract/message.ts'

const GROUP_MS = 5 * 60_000

export interface ThreadItem {
  readonly message: Message
  /** The first message of a day has the day above it. */
  readonly startsDay: boolean
  /** The author is named only where he changes or time has passed. */
  readonly startsGroup: boolean
}

export function threadItems(messages: readonly Message[]): ThreadItem[] {
  return messages.map((message, index) => {
    const before = messages[index - 1]
    const startsDay = before === undefined || before.sentAt.toDateString() !== message.sentAt.toDateString()
    return { message, startsDay, startsGroup: startsDay || !continues(before, message) }
  })
}

function continues(before: Message, message: Message): boolean {
  return (
    before.kind === 'message' &&
    before.author === message.author &&
    before.direction === message.direction &&
    message.sentAt.getTime() - before.sentAt.getTime() < GROUP_MS
  )
}

/** Where reading goes on: the first message that nobody has answered, else the last one. */
export function readFrom(messages: readonly Message[]): number {
  const lastReply = messages.findLastIndex(({ kind, direction }) => kind === 'message' && direction === 'outgoing')
  const waiting = messages.findIndex(
    ({ kind, direction }, index) => index > lastReply && kind === 'message' && direction === 'incoming',
  )
  return waiting === -1 ? messages.length - 1 : waiting
}

/** The owner's last reply while it has not left. */
export function lastQueued(messages: readonly Message[]): Message | null {
  return (
    messages.findLast(
      ({ delivery, author }) => author === 'owner' && delivery?.state === 'queued' && delivery.attempts === 0,
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
