import type { ChannelKind } from '#contract/channel.ts'
import { adapters } from '#main/channels/registry.ts'
import { mediaTypeOf } from '#main/channels/shared/mediaType.ts'
import type { BlobStore } from '#main/ports/blobs.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Platform } from '#main/ports/platform.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { Board } from '#main/services/board.ts'
import { createChannels } from '#main/services/channels.ts'
import type { Publish } from '#main/services/events.ts'
import { createIngest } from '#main/services/ingest.ts'
import { createOutbox } from '#main/services/outbox.ts'
import { createPresence } from '#main/services/presence.ts'

export interface TrafficDeps {
  platform: Platform
  stores: Stores
  blobs: BlobStore
  board: Board
  gateway: Gateway
  publish: Publish
  onStorageTrouble(error: unknown): void
  /** There is something to think about. */
  onWork(): void
}

const offeredKinds: ChannelKind[] = ['email', 'telegram']

/** The ways in and out: what the channels bring, and what they take along. */
export function joinTraffic({
  platform,
  stores,
  blobs,
  board,
  gateway,
  publish,
  onStorageTrouble,
  onWork,
}: TrafficDeps) {
  const { clock, ids, log } = platform
  const ingest = createIngest({ stores, blobs, mediaTypeOf, board, onWork, onStorageTrouble, clock, ids })
  const channels = createChannels({
    adapters,
    offeredKinds,
    stores,
    gateway,
    publish,
    commit: (channelId, batch) => ingest.commit(channelId, batch),
    onReceipt: (channelId, receipt) => presence.receipt(channelId, receipt),
    onTyping: (channelId, address) => presence.contactTyping(channelId, address),
    onLive: () => outbox.look(),
    clock,
    ids,
    log,
    random: Math.random,
  })
  const presence = createPresence({ stores, board, publish, channels, clock, log })
  const onSent = presence.sent
  const outbox = createOutbox({ stores, blobs, board, channels, onSent, onTakenBack: onWork, clock, log })
  return { channels, outbox, presence }
}
