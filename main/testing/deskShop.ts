import { createActs } from '#main/services/acts.ts'
import { createBulk } from '#main/services/bulk.ts'
import { createInbox } from '#main/services/inbox.ts'
import { createLabels } from '#main/services/labels.ts'
import { createNotes } from '#main/services/notes.ts'
import { createOutbox } from '#main/services/outbox.ts'
import { createPresence } from '#main/services/presence.ts'
import { createReplies } from '#main/services/replies.ts'
import { createSilence } from '#main/services/silence.ts'
import { createSnippets } from '#main/services/snippets.ts'
import { createFakeChannel, type FakeChannel } from './fakeChannel.ts'
import { createShop, silentLog, type Shop } from './shop.ts'

/** What the owner works with, on a real database, with a channel whose remote side the test controls. */
export function createDeskShop({ channel = createFakeChannel() } = {}) {
  const shop = createShop()
  const desk = openDesk(shop, channel)
  return {
    ...desk,
    /** The same shop, as the next start of the program finds it. */
    afterRestart: () => openDesk(shop, channel),
    async stop() {
      await Promise.all([desk.outbox.stop(), desk.labels.stop()])
      shop.close()
    },
  }
}
export type DeskShop = ReturnType<typeof createDeskShop>

function openDesk(shop: Shop, channel: FakeChannel) {
  const { stores, clock } = shop
  const log = silentLog
  const channels = {
    adapterOf: () => channel.adapter,
    contextOf: () => ({
      channelId: 'mail',
      settings: {},
      fetch: () => Promise.reject(new Error('no network')),
      clock,
      log,
    }),
  }
  const presence = createPresence({ ...shop, channels, log })
  const outbox = createOutbox({ ...shop, channels, onSent: presence.sent, onTakenBack() {}, log })
  const silence = createSilence({ ...shop, outbox })
  const labels = createLabels({ ...shop, log })
  const acts = createActs({ ...shop, silence })
  const woken = { answering: 0 }
  return {
    ...shop,
    channel,
    presence,
    outbox,
    labels,
    acts,
    woken,
    snippets: createSnippets(shop),
    notes: createNotes(shop),
    inbox: createInbox({ ...shop, acts, labels, log }),
    replies: createReplies({ ...shop, channels, outbox, silence, mediaTypeOf: async () => 'image/png' }),
    bulk: createBulk({ ...shop, acts, labels, onWork: () => void (woken.answering += 1) }),
    /** Words and activities of a conversation, oldest first. */
    thread: (id: string) =>
      stores.messages
        .all(id)
        .map(({ activity, text }) => (activity === null ? text : `(${activity.code}) ${text}`.trim())),
  }
}
