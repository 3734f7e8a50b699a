import { mediaTypeOf } from '#main/channels/shared/mediaType.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from '#main/services/board.ts'
import type { Channels } from '#main/services/channels.ts'
import { createContacts } from '#main/services/contacts.ts'
import type { Publish } from '#main/services/events.ts'
import { createInbox } from '#main/services/inbox.ts'
import type { OrderCodes } from '#main/services/orderCodes.ts'
import type { Outbox } from '#main/services/outbox.ts'
import type { Queue } from '#main/services/queue.ts'
import { createReplies } from '#main/services/replies.ts'
import type { SettingsService } from '#main/services/settings.ts'
import type { Silence } from '#main/services/silence.ts'
import type { Topics } from '#main/services/topics.ts'
import type { Value } from '#main/services/value.ts'

export interface DeskDeps {
  platform: Platform
  stores: Stores
  blobs: BlobStore
  board: Board
  settings: SettingsService
  publish: Publish
  channels: Channels
  outbox: Outbox
  queue: Queue
  silence: Silence
  topics: Topics
  codes: OrderCodes
  value: Value
}

/** What the owner works with: the inbox and its tools. */
export function joinDesk({ platform, publish, ...deps }: DeskDeps) {
  const { stores, blobs, board, silence } = deps
  const { clock, ids, log } = platform
  const inbox = createInbox({ stores, blobs, board, silence, clock, log })
  const replies = createReplies({ ...deps, mediaTypeOf, clock, ids })
  const contacts = createContacts({ stores, board, publish, clock, ids })
  return {
    /** By their names in the router. */
    services: { inbox, replies, contacts },
    start() {
      inbox.start()
    },
    async stop() {
      await inbox.stop()
    },
  }
}
