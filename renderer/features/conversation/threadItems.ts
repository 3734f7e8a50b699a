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

/** The owner's reply that can still be taken back, and for how long. */
export function undoable(messages: readonly Message[], now: Date): { message: Message; seconds: number } | null {
  const message = messages.findLast(
    ({ delivery, author }) => author === 'owner' && delivery?.state === 'queued' && delivery.attempts === 0,
  )
  const ms = message?.delivery ? message.delivery.notBefore.getTime() - now.getTime() : 0
  return message && ms > 0 ? { message, seconds: Math.ceil(ms / 1000) } : null
}

/** How many messages the contact wrote after the one with this `seq`. */
export function incomingAfter(messages: readonly Message[], seq: number): number {
  return messages.filter(message => message.seq > seq && message.direction === 'incoming' && message.kind === 'message')
    .length
}
