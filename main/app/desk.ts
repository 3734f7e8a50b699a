import { mediaTypeOf } from '#main/channels/shared/mediaType.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import { createActs } from '#main/services/acts.ts'
import type { Board } from '#main/services/board.ts'
import { createBulk } from '#main/services/bulk.ts'
import type { Channels } from '#main/services/channels.ts'
import { createContacts } from '#main/services/contacts.ts'
import type { Publish } from '#main/services/events.ts'
import { createInbox } from '#main/services/inbox.ts'
import { createLabels } from '#main/services/labels.ts'
import { createNotes } from '#main/services/notes.ts'
import type { OrderCodes } from '#main/services/orderCodes.ts'
import type { Outbox } from '#main/services/outbox.ts'
import type { Presence } from '#main/services/presence.ts'
import type { Queue } from '#main/services/queue.ts'
import { createReplies } from '#main/services/replies.ts'
import { createSearch } from '#main/services/search.ts'
import type { SettingsService } from '#main/services/settings.ts'
import type { Silence } from '#main/services/silence.ts'
import { createSnippets } from '#main/services/snippets.ts'
import type { Topics } from '#main/services/topics.ts'
import type { Value } from '#main/services/value.ts'
import { joinTold } from './told.ts'

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
  presence: Presence
  /** There is something to think about again. */
  onWork(): void
}

/** What the owner works with: the inbox and its tools. */
export function joinDesk({ platform, publish, ...deps }: DeskDeps) {
  const { stores, blobs, board, silence } = deps
  const { clock, ids, log } = platform
  const labels = createLabels({ stores, publish, clock, ids, log })
  const snippets = createSnippets({ stores, publish, clock, ids })
  const acts = createActs({ stores, board, silence, clock })
  const inbox = createInbox({ stores, blobs, board, acts, labels, clock, log })
  const bulk = createBulk({ stores, board, acts, labels, onWork: deps.onWork, clock, ids })
  const notes = createNotes({ stores, board })
  const replies = createReplies({ ...deps, mediaTypeOf, clock, ids })
  const search = createSearch({ stores, settings: () => deps.settings.get(), clock, log })
  const contacts = createContacts({ stores, board, publish, clock, ids })
  const told = joinTold({ platform, stores, board, publish, onWork: deps.onWork })
  return {
    /** By their names in the router. */
    services: {
      inbox,
      bulk,
      notes,
      labels,
      snippets,
      presence: deps.presence,
      replies,
      contacts,
      search,
      ...told.services,
    },
    hear: told.hear,
    start() {
      inbox.start()
      search.start()
      labels.start()
      told.start()
    },
    async stop() {
      await Promise.all([inbox.stop(), search.stop(), labels.stop(), told.stop()])
    },
  }
}
