import type { Fault } from '#contract/channel.ts'
import { ChannelFault, type OutgoingMessage, type SendResult } from '#main/ports/channel.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import { isDiskFull } from '#main/ports/storageError.ts'
import type { ChannelRecord, OutboxRow, Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Channels } from './channels.ts'
import { faultOf, needsOwner } from './health.ts'
import { createLeaving } from './leaving.ts'
import { createLoop } from './loop.ts'
import { retryAfterMs } from './retry.ts'
import { createWithdraw } from './withdraw.ts'

const SEND_TIMEOUT_MS = 120_000
const AT_ONCE = 4
const LOOK_AGAIN_MS = 60_000
const WRITE_AGAIN_MS = 2000
/** A timer stands still while the computer sleeps, and the owner may set the clock: the time of a reply is looked at again. */
const LOOK_AT_CLOCK_MS = 30_000
/** In `OutboxRow.error`: nobody but the owner can know whether it arrived. */
export const CANNOT_TELL = 'cannot-tell'

export interface OutboxDeps {
  stores: Stores
  blobs: BlobStore
  board: Board
  channels: Pick<Channels, 'adapterOf' | 'contextOf'>
  onSent(channelId: string, remoteId: string): void
  /** There is something to think about again. */
  onTakenBack(): void
  clock: Clock
  log: Log
}

/**
 * Sends what waits in the outbox. `sending` is committed before a byte leaves; a row found in that state at the
 * start is uncertain and is settled by the channel's delivery class, never by sending again blindly.
 */
export function createOutbox({ stores, blobs, board, channels, onSent, onTakenBack, clock, log }: OutboxDeps) {
  const drop = createWithdraw({ stores, board })
  const mayGo = createLeaving({ stores, board, drop, clock })

  function channelOf(row: OutboxRow): ChannelRecord | null {
    const channel = stores.channels.get(row.channelId)
    return channel && channel.removedAt === null ? channel : null
  }

  /** Nothing can be looked up until the owner switches it on again; then it goes live and is looked at. */
  function isOff(row: OutboxRow): boolean {
    return channelOf(row)?.enabled === false
  }

  function change(row: OutboxRow, to: Parameters<Stores['outbox']['update']>[1]) {
    board.transaction(() => {
      stores.outbox.update(row.id, to)
      board.messageChanged(row.messageId)
    }, row.conversationId)
  }

  /** The way from queued to sending; null when it may not go any more. */
  function claim(id: string): OutboxRow | null {
    const before = stores.outbox.get(id)
    if (!before) return null
    const claimed = board.transaction(() => {
      const row = stores.outbox.get(id)
      if (!row || row.state !== 'queued') return null
      if (!mayGo(row)) return null
      stores.outbox.update(id, { state: 'sending', attempts: row.attempts + 1, transmittingAt: null, error: null })
      board.messageChanged(row.messageId)
      return stores.outbox.get(id)
    }, before.conversationId)
    if (!claimed) onTakenBack()
    return claimed
  }

  function outgoing(row: OutboxRow): OutgoingMessage | null {
    const message = stores.messages.get(row.messageId)
    const conversation = stores.conversations.get(row.conversationId)
    if (!message || !conversation) return null
    return {
      outboxId: row.id,
      to: { address: conversation.address, name: conversation.contactName },
      subject: conversation.subject,
      text: message.text,
      attachments: stores.messages.attachmentsOf(row.messageId).flatMap(({ name, mime, sha256 }) => {
        const content = sha256 ? blobs.get(sha256) : null
        return content ? [{ name, mime, content }] : []
      }),
      replyContext: stores.conversations.replyContext(row.conversationId),
      automatic: row.answerTo !== null,
      createdAt: row.createdAt,
      attempt: row.attempts,
      transmitting: () => stores.outbox.update(row.id, { transmittingAt: clock.now() }),
    }
  }

  function sent(row: OutboxRow, { remoteId, ownRefs }: SendResult, keepsCopy: boolean) {
    board.transaction(() => {
      stores.outbox.update(row.id, { state: 'sent', remoteId, error: null, copyPending: keepsCopy })
      stores.messages.setRemoteId(row.messageId, remoteId)
      stores.conversations.addRefs(row.channelId, row.conversationId, ownRefs)
      board.messageChanged(row.messageId)
    }, row.conversationId)
    onSent(row.channelId, remoteId)
  }

  function notSent(row: OutboxRow, error: unknown) {
    const fault: Fault = faultOf(error)
    const transmitted = stores.outbox.get(row.id)?.transmittingAt !== null
    const maybe = error instanceof ChannelFault ? error.maybeDelivered : transmitted
    if (fault.code === 'bug') log.error('sending failed', error, { channelId: row.channelId })
    if (maybe) {
      change(row, { state: 'uncertain', error: null })
      return
    }
    const wished = error instanceof ChannelFault ? error.retryAfterMs : null
    const now = clock.now().getTime()
    const ms = retryAfterMs(fault.code, row.attempts, now - row.createdAt.getTime(), wished)
    const words = fault.detail || fault.code
    if (ms === null) change(row, { state: 'failed', error: words })
    else change(row, { state: 'queued', notBefore: new Date(now + ms), error: words })
  }

  async function send(row: OutboxRow, signal: AbortSignal) {
    const channel = channelOf(row)
    const message = outgoing(row)
    if (!channel || !message) {
      change(row, { state: 'failed', error: 'channel-removed' })
      return
    }
    const adapter = channels.adapterOf(channel.kind)
    const limit = AbortSignal.any([signal, AbortSignal.timeout(SEND_TIMEOUT_MS)])
    const record = await adapter.send(channels.contextOf(channel), message, limit).then(
      result => () => sent(row, result, adapter.keepsCopy),
      (error: unknown) => () => notSent(row, error),
    )
    await written(record, signal)
  }

  /** How a send ended is known only here: on a full disk it is held until it can be written. */
  async function written(record: () => void, signal: AbortSignal) {
    for (;;) {
      try {
        return record()
      } catch (error) {
        if (!isDiskFull(error) || signal.aborted) throw error
        await clock.sleep(WRITE_AGAIN_MS, signal)
      }
    }
  }

  /** Only rows that nobody has looked at yet. */
  async function settle(row: OutboxRow, signal: AbortSignal) {
    const channel = channelOf(row)
    const message = outgoing(row)
    const adapter = channel && channels.adapterOf(channel.kind)
    if (!channel || !message || !adapter || adapter.deliveryClass === 'none') {
      change(row, { error: CANNOT_TELL })
      return
    }
    if (adapter.deliveryClass === 'native') {
      change(row, { state: 'queued', notBefore: clock.now() })
      return
    }
    const verdict = await adapter.reconcile(channels.contextOf(channel), message, signal)
    const current = stores.outbox.get(row.id)
    // The owner was quicker.
    if (current?.state !== 'uncertain' || current.attempts !== row.attempts) return
    if (verdict === 'it-arrived') sent(row, { remoteId: row.remoteId ?? row.id, ownRefs: [] }, adapter.keepsCopy)
    else if (verdict === 'it-did-not') change(row, { state: 'queued', notBefore: clock.now() })
    else change(row, { error: CANNOT_TELL })
  }

  async function settleAll(signal: AbortSignal): Promise<number | null> {
    let again: number | null = null
    for (const row of stores.outbox.inState('uncertain')) {
      if (row.error === CANNOT_TELL || signal.aborted || isOff(row)) continue
      try {
        await settle(row, signal)
      } catch (error) {
        const { code } = faultOf(error)
        log.warn('could not look whether a message arrived', { code })
        if (!needsOwner(code)) again = LOOK_AGAIN_MS
      }
    }
    return again
  }

  async function keepCopies(signal: AbortSignal): Promise<number | null> {
    let again: number | null = null
    for (const row of stores.outbox.copiesPending()) {
      if (isOff(row)) continue
      const channel = channelOf(row)
      const message = channel && outgoing(row)
      if (signal.aborted) return again
      try {
        if (channel && message)
          await channels.adapterOf(channel.kind).keepCopy(channels.contextOf(channel), message, signal)
        stores.outbox.update(row.id, { copyPending: false })
      } catch (error) {
        const { code } = faultOf(error)
        log.warn('copy of a sent message not filed yet', { code })
        if (!needsOwner(code)) again = LOOK_AGAIN_MS
      }
    }
    return again
  }

  /** What a crash left behind. Bytes that never left are simply queued again. */
  function recover() {
    for (const row of stores.outbox.inState('sending')) {
      if (row.transmittingAt === null) change(row, { state: 'queued', notBefore: clock.now() })
      else change(row, { state: 'uncertain', error: null })
    }
  }

  /** By conversation, so that its replies keep their order. A slow server holds up nobody else. */
  const inFlight = new Map<string, Promise<void>>()

  function launch(row: OutboxRow, signal: AbortSignal) {
    const sending = send(row, signal)
      .catch((cause: unknown) => log.error('outbox row not settled', cause, { state: row.state }))
      .finally(() => {
        inFlight.delete(row.conversationId)
        caretaker.wake()
        sender.wake()
      })
    inFlight.set(row.conversationId, sending)
  }

  const sender = createLoop({
    name: 'outbox',
    clock,
    log,
    async step(signal) {
      const due = stores.outbox
        .due(clock.now(), AT_ONCE + inFlight.size)
        .filter(row => !inFlight.has(row.conversationId))
      for (const { id } of due.slice(0, Math.max(0, AT_ONCE - inFlight.size))) {
        const row = claim(id)
        if (row) launch(row, signal)
      }
      // A finished send wakes this loop; only rows that wait for their time need a timer.
      const next = stores.outbox.nextDue(clock.now())
      if (next === null) return null
      const ms = next.getTime() - clock.now().getTime()
      return Math.min(LOOK_AT_CLOCK_MS, Math.max(inFlight.size > 0 ? 250 : 0, ms))
    },
  })

  const caretaker = createLoop({
    name: 'outbox caretaker',
    clock,
    log,
    async step(signal) {
      const waits = [await settleAll(signal), await keepCopies(signal)].filter(ms => ms !== null)
      sender.wake()
      return waits.length > 0 ? Math.min(...waits) : null
    },
  })

  return {
    start() {
      recover()
      sender.start()
      caretaker.start()
    },
    wake: () => sender.wake(),
    /** A channel works again: looks at uncertain sends and pending copies without waiting. */
    look: () => caretaker.wake(),
    drop,
    async stop() {
      await Promise.all([sender.stop(), caretaker.stop()])
      await Promise.all(inFlight.values())
    },
  }
}
export type Outbox = ReturnType<typeof createOutbox>
