import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'
import type { Receipt } from '#main/ports/channel.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from './board.ts'
import type { Channels } from './channels.ts'
import type { Publish } from './events.ts'
import { faultOf } from './health.ts'

/** The screen asks every four seconds; chats forget it after five or six. */
const TYPING_MS = 6000
const TELL_AGAIN_MS = 3500
const TELL_TIMEOUT_MS = 5000
/** A receipt can be quicker than the answer that names what it is for. */
const EARLY_MS = 60_000
const MOST_EARLY = 200

export interface PresenceDeps {
  stores: Stores
  board: Board
  publish: Publish
  channels: Pick<Channels, 'adapterOf' | 'contextOf'>
  clock: Clock
  log: Log
}

/** Who is writing, and who has read what, as far as a channel tells. */
export function createPresence({ stores, board, publish, channels, clock, log }: PresenceDeps) {
  let told = { conversationId: '', at: 0 }
  let early: { channelId: string; receipt: Receipt; at: number }[] = []

  function note(channelId: string, { remoteId, state, at }: Receipt): boolean {
    const now = clock.now()
    // A remote clock that runs ahead must not make it seem to be read tomorrow.
    const seenAt = at > now ? now : at
    return board.transaction(() => {
      const messageId = stores.outbox.receipt(channelId, remoteId, state, seenAt)
      if (messageId !== null) board.messageChanged(messageId)
      return messageId !== null
    })
  }

  return {
    /** A channel says that a message arrived or was seen. */
    receipt(channelId: string, receipt: Receipt) {
      if (note(channelId, receipt)) return
      const now = clock.now().getTime()
      early = [...early.filter(one => now - one.at < EARLY_MS), { channelId, receipt, at: now }].slice(-MOST_EARLY)
    },
    /** A message was sent: what was said of it before counts now. */
    sent(channelId: string, remoteId: string) {
      const isIts = (one: (typeof early)[number]) => one.channelId === channelId && one.receipt.remoteId === remoteId
      const known = early.filter(isIts)
      early = early.filter(one => !isIts(one))
      for (const { receipt } of known) note(channelId, receipt)
    },
    /** The contact is writing. */
    contactTyping(channelId: string, address: string) {
      const handle = stores.contacts.findHandle(channelId, address)
      const conversationId = handle && stores.conversations.newestOf(handle.id)
      if (!conversationId) return
      publish({ type: 'contactTyping', conversationId, until: new Date(clock.now().getTime() + TYPING_MS) })
    },
    /** The owner is writing. It is a courtesy: when the channel cannot tell, nobody is bothered. */
    async ownerTyping(conversationId: string): Promise<void> {
      const conversation = board.conversation(conversationId)
      const channel = stores.channels.get(conversation.channelId)
      const now = clock.now().getTime()
      const isTold = told.conversationId === conversationId && Math.abs(now - told.at) < TELL_AGAIN_MS
      if (!channel?.enabled || channel.removedAt !== null || isTold) return
      told = { conversationId, at: now }
      const to = { address: conversation.address, name: conversation.contactName }
      try {
        await channels
          .adapterOf(channel.kind)
          .typing(channels.contextOf(channel), to, AbortSignal.timeout(TELL_TIMEOUT_MS))
      } catch (error) {
        log.info('typing not shown', { code: faultOf(error).code })
      }
    },
  }
}
export type Presence = ReturnType<typeof createPresence>
