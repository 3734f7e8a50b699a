import type { AppEventBody } from '#contract/events.ts'
import type { Settings } from '#contract/settings.ts'
import type { Opening } from '#domain/hours/opening.ts'
import { isOnDuty } from '#domain/hours/schedule.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { Rested } from '#main/ports/noticeStore.ts'
import type { ChannelRecord, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { createLoop } from './loop.ts'
import { shopZone } from './shopZone.ts'

const LOOK_AGAIN_MS = 30_000
/** Over a weekend and a night; what is older is the owner's alone. */
const WORTH_TAKING_UP_MS = 72 * 60 * 60_000
/** Messages further apart are no single turn. */
const ONE_TURN_MS = 10 * 60_000
const MOST_AT_ONCE = 50
const LOOK_BACK = 20

export function openingOf(settings: Settings): Opening {
  const { openingHours, closedDays } = settings
  return { openingHours, closedDays, timeZone: shopZone(settings) }
}

/** Whether the assistant may speak on this channel at that time, as far as its hours go. */
export function isOnDutyNow(
  { settings }: Pick<Stores, 'settings'>,
  { schedule }: Pick<ChannelRecord, 'schedule'>,
  now: Date,
): boolean {
  return isOnDuty(schedule, now, openingOf(settings.get()))
}

export interface DutyDeps {
  stores: Stores
  board: Board
  /** There is something to think about. */
  onWork(): void
  clock: Clock
  log: Log
}

/**
 * When the assistant's hours begin, it takes up what came before and nobody has answered: it prepares suggestions, and
 * sends none of them by itself, because the contact may have helped themselves by now.
 */
export function createDuty({ stores, board, onWork, clock, log }: DutyDeps) {
  /** The newest messages of the contact that belong together; none when somebody has answered. */
  function lastTurn(conversationId: string): string[] {
    const { messages } = stores.messages.page(conversationId, null, LOOK_BACK)
    const spoken = messages.filter(({ kind }) => kind === 'message').toReversed()
    const turn: string[] = []
    let before: Date | null = null
    for (const { id, direction, automated, receivedAt } of spoken) {
      if (direction === 'outgoing' || automated !== null) break
      if (before !== null && before.getTime() - receivedAt.getTime() > ONE_TURN_MS) break
      turn.push(id)
      before = receivedAt
    }
    return turn.toReversed()
  }

  function isWorthIt({ conversationId, at }: Rested, channel: ChannelRecord): boolean {
    const conversation = stores.conversations.get(conversationId)
    return (
      conversation?.status === 'open' &&
      conversation.handler === 'owner' &&
      conversation.handoffReason === null &&
      conversation.waitingSince !== null &&
      !conversation.hasDraft &&
      channel.mode !== 'off' &&
      channel.enabled &&
      channel.removedAt === null &&
      !stores.settings.get().assistantPaused &&
      clock.now().getTime() - at.getTime() <= WORTH_TAKING_UP_MS
    )
  }

  /** True when there is something to think about. Inside a transaction. */
  function takeUp(rested: Rested): boolean {
    const { conversationId } = rested
    const conversation = stores.conversations.get(conversationId)
    const channel = conversation && stores.channels.get(conversation.channelId)
    const turn = channel && isWorthIt(rested, channel) ? lastTurn(conversationId) : []
    if (turn.length === 0) {
      stores.duty.forget(conversationId)
      return false
    }
    stores.duty.takeUp(conversationId)
    stores.conversations.update(conversationId, { handler: 'assistant' })
    for (const messageId of turn) {
      stores.work.add({ id: `${messageId}-again`, messageId, attempts: 0, notBefore: clock.now() })
    }
    board.conversationChanged(conversationId)
    return true
  }

  const loop = createLoop({
    name: 'duty',
    clock,
    log,
    async step() {
      const onDuty = stores.channels.list().filter(channel => isOnDutyNow(stores, channel, clock.now()))
      const rested = stores.duty.rested(
        onDuty.map(({ id }) => id),
        MOST_AT_ONCE,
      )
      if (rested.length === 0) return LOOK_AGAIN_MS
      const isWork = board.transaction(() => rested.map(takeUp).some(Boolean))
      if (isWork) onWork()
      return LOOK_AGAIN_MS
    },
  })

  return {
    /** Hours may have been changed. */
    hear({ type }: AppEventBody) {
      if (type === 'channelChanged' || type === 'settingsChanged') loop.wake()
    },
    start: loop.start,
    stop: loop.stop,
  }
}
export type Duty = ReturnType<typeof createDuty>
