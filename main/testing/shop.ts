import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { alwaysScheduled } from '#contract/channel.ts'
import type { AppEventBody } from '#contract/events.ts'
import type { IncomingMessage } from '#main/ports/channel.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { ChannelRecord, Stores } from '#main/ports/stores.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { createBoard } from '#main/services/board.ts'
import { createIngest } from '#main/services/ingest.ts'
import { readValueRules } from '#domain/value/rules.ts'
import { createOrderCodes } from '#main/services/orderCodes.ts'
import { createTopics } from '#main/services/topics.ts'
import { createValue } from '#main/services/value.ts'
import { createQueue } from '#main/services/queue.ts'
import { createManualClock } from './manualClock.ts'

const rulesFile = fileURLToPath(new URL('../../resources/rules/value.yaml', import.meta.url))

export const silentLog: Log = { info() {}, warn() {}, error() {} }

export function createCountingIds(): Ids {
  let count = 0
  return {
    next() {
      count += 1
      return `id-${String(count).padStart(6, '0')}`
    },
  }
}

/** A shop on a real database in a temporary folder, with one channel and the services around storage. */
export function createShop() {
  const folder = mkdtempSync(join(tmpdir(), 'keepdesk-test-'))
  const key = new Uint8Array(32).fill(7)
  const clock = createManualClock()
  const ids = createCountingIds()
  const db = openDatabase({ file: join(folder, 'keepdesk.db'), key, log: silentLog })
  const blobs = createBlobStore({ folder: join(folder, 'attachments'), key })
  const stores: Stores = createStores(db, { blobs })
  const events: AppEventBody[] = []
  const written: unknown[] = []
  const publish = (body: AppEventBody) => void events.push(body)
  const board = createBoard({ stores, publish, onWritten: error => void written.push(error), clock, ids })
  const queue = createQueue({ stores, board, clock, ids })
  const topics = createTopics({ stores, board, publish, clock })
  const codes = createOrderCodes({ stores, board, queue, clock, ids })
  const value = createValue({ stores, board, rules: readValueRules(readFileSync(rulesFile, 'utf8')), clock, ids })
  const channel: ChannelRecord = {
    id: 'mail',
    kind: 'email',
    name: 'Mail',
    mode: 'draft',
    enabled: true,
    schedule: alwaysScheduled,
    settings: {},
    account: 'shop@shop.test',
    cursor: null,
    createdAt: clock.now(),
    removedAt: null,
  }
  stores.channels.insert(channel)
  const woken = { work: 0 }
  const ingest = createIngest({
    stores,
    blobs,
    mediaTypeOf: async () => null,
    board,
    onWork: () => void (woken.work += 1),
    onStorageTrouble() {},
    clock,
    ids,
  })
  let cursor = 0
  return {
    folder,
    clock,
    ids,
    db,
    blobs,
    stores,
    events,
    publish,
    board,
    queue,
    topics,
    codes,
    value,
    ingest,
    woken,
    /** What every transaction of the board ended with; null is good. */
    written,
    /** Receives one message through the real way in; returns its conversation's id. */
    async receive(message: Partial<IncomingMessage> = {}): Promise<string> {
      cursor += 1
      const incoming = incomingMessage({ dedupeKeys: [`key-${cursor}`], remoteId: `remote-${cursor}`, ...message })
      await ingest.commit('mail', { messages: [incoming], cursor: String(cursor) })
      const [newest] = stores.conversations.list({
        view: 'all',
        filter: {},
        sort: 'newest',
        text: '',
        cursor: null,
        limit: 1,
      }).items
      if (!newest) throw new Error('Nothing was received')
      return newest.id
    },
    close() {
      db.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
export type Shop = ReturnType<typeof createShop>

export function incomingMessage(change: Partial<IncomingMessage> = {}): IncomingMessage {
  return {
    dedupeKeys: ['key'],
    remoteId: 'remote',
    threadRefs: [],
    ownRefs: [change.remoteId ?? 'remote'],
    from: { address: 'mia@customer.test', name: 'Mia' },
    subject: 'A question',
    text: 'When do you open?',
    quoted: null,
    html: null,
    sentAt: new Date('2026-03-02T08:59:00Z'),
    automated: null,
    attachments: [],
    replyContext: { messageId: change.remoteId ?? 'remote' },
    raw: new TextEncoder().encode('raw'),
    ...change,
  }
}
