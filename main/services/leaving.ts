import type { Clock } from '#main/ports/clock.ts'
import type { OutboxRow, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import { mayLeave } from './codeMail.ts'
import { isOnDutyNow } from './duty.ts'
import { createSchedule } from './schedule.ts'
import { isHandoffNote, type createWithdraw } from './withdraw.ts'

export interface LeavingDeps {
  stores: Stores
  board: Board
  drop: ReturnType<typeof createWithdraw>
  clock: Clock
}

/** Whether a queued reply may still go, asked right before it does. Inside a transaction, in which it is put away if not. */
export function createLeaving({ stores, board, drop, clock }: LeavingDeps) {
  const schedule = createSchedule({ stores, board, clock })

  function mayAnswer(row: OutboxRow): boolean {
    const conversation = stores.conversations.get(row.conversationId)
    const channel = stores.channels.get(row.channelId)
    // The note of a handoff says that the owner goes on, so it leaves while the owner has not answered.
    const isItsTurn = isHandoffNote(stores, row.messageId)
      ? (conversation?.handoffReason ?? null) !== null
      : conversation?.handler === 'assistant'
    const maySpeak = channel?.mode === 'auto' && isOnDutyNow(stores, channel, clock.now())
    return isItsTurn && maySpeak && !stores.settings.get().assistantPaused
  }

  /** The assistant thinks again, within what it may do now. */
  function takeBack(row: OutboxRow, answerTo: string) {
    const wasNote = isHandoffNote(stores, row.messageId)
    drop(row)
    // The handoff stands, and the owner has it already.
    if (wasNote) return
    stores.notices.renew(row.conversationId, clock.now())
    stores.work.add({ id: row.id, messageId: answerTo, attempts: 0, notBefore: clock.now() })
  }

  return function mayGo(row: OutboxRow): boolean {
    if (row.answerTo !== null && !mayAnswer(row)) {
      takeBack(row, row.answerTo)
      return false
    }
    if (!mayLeave(stores, row, clock.now())) {
      drop(row)
      return false
    }
    return !row.scheduled || row.attempts > 0 || schedule.leave(row)
  }
}
