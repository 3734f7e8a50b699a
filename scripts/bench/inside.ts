import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { alwaysScheduled } from '#contract/channel.ts'
import type { ChannelRecord } from '#main/ports/stores.ts'
import { readValueRules } from '#domain/value/rules.ts'
import { createEmbedder } from '#main/ai/embed.ts'
import { createLikeness } from '#main/ai/likeness.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { createImporter } from '#main/importers/importer.ts'
import { createAnswering } from '#main/services/answering.ts'
import { createAssistant } from '#main/services/assistant.ts'
import { createBoard } from '#main/services/board.ts'
import { createIngest } from '#main/services/ingest.ts'
import { createKnowledge } from '#main/services/knowledge.ts'
import { createOrderCodes } from '#main/services/orderCodes.ts'
import { createOrderDesk } from '#main/services/orderDesk.ts'
import { createOrderProposals } from '#main/services/orderProposals.ts'
import { createPlaybooks } from '#main/services/playbooks.ts'
import { createQueue } from '#main/services/queue.ts'
import { createReader } from '#main/services/reading.ts'
import { createTopics } from '#main/services/topics.ts'
import { createValue } from '#main/services/value.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { systemClock } from '#main/system/clock.ts'
import { createIds } from '#main/system/ids.ts'
import { keyOf } from './stores.ts'

const resources = join(import.meta.dirname, '../../resources')
const log = { info() {}, warn() {}, error: console.error }

/** Milliseconds since they were last set to zero. */
export interface Spent {
  reading: number
  searching: number
}

/**
 * The program's own services on a data folder that nobody runs on, joined as `main/app.ts` joins them, with a watch on
 * reading and searching. `onQueued`: a reply was committed to the outbox, where it stays.
 */
export async function openInside(data: string, { onQueued = () => {} }: { onQueued?: () => void } = {}) {
  const key = keyOf(data)
  const db = openDatabase({ file: join(data, 'keepdesk.db'), key, log })
  const blobs = createBlobStore({ folder: join(data, 'attachments'), key })
  const stores = createStores(db, { blobs })
  const clock = systemClock
  const ids = createIds()
  const spent: Spent = { reading: 0, searching: 0 }
  const gate = { isOpen: true }
  const board = createBoard({ stores, publish() {}, onWritten() {}, clock, ids })
  const understanding = join(resources, 'understanding')
  const knowledge = createKnowledge({
    stores,
    index: createLanceIndex({ folder: join(data, 'search'), log }),
    modelIndex: createLanceIndex({ folder: join(data, 'search-by-model'), log, keepsWords: false }),
    embedder: createEmbedder({ folder: understanding, log }),
    importer: createImporter({}),
    clock,
    ids,
    log,
    onChange() {},
    onIndexState() {},
  })
  const topics = createTopics({ stores, board, publish() {}, clock })
  const reader = createReader({
    understander: createUnderstander({ folder: understanding, log }),
    orders: stores.orders,
  })
  const deskFor = (asker: Parameters<typeof createOrderDesk>[0]['asker']) =>
    createOrderDesk({ stores, asker, settings: stores.settings.get() })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder: join(resources, 'playbooks'),
    readSolutions: async () => ({ solutions: [], badRows: [] }),
    likeness: createLikeness(understanding),
    deskFor,
    read: (text, asked) => reader.read(text, [], asked, clock.now()),
    clock,
    onChange() {},
  })
  const queue = createQueue({ stores, board, clock, ids })
  const codes = createOrderCodes({ stores, board, queue, clock, ids })
  const assistant = createAssistant({
    async search(text, limit) {
      const started = performance.now()
      const found = await knowledge.search(text, limit)
      spent.searching += performance.now() - started
      return found
    },
    reader: {
      read: (...turn) => watched(() => reader.read(...turn)),
      judge: sentence => watched(() => reader.judge(sentence)),
      thingIn: text => watched(() => reader.thingIn(text)),
    },
    entry: id => stores.knowledge.entry(id),
    thresholdOf: id => topics.thresholdOf(id),
    procedures: {
      deskFor,
      consider: turn => playbooks.consider(turn),
      enterCode: entered => codes.enter(entered),
      propose: createOrderProposals({ stores }),
    },
    settings: () => stores.settings.get(),
    sourceName: id => stores.knowledge.sourceName(id) ?? '',
    clock,
    ids,
    log,
  })
  const value = createValue({
    stores,
    board,
    rules: readValueRules(readFileSync(join(resources, 'rules/value.yaml'), 'utf8')),
    clock,
    ids,
  })
  const answering = createAnswering({
    stores,
    assistant,
    board,
    queue,
    topics,
    codes,
    value,
    maxTextLength: () => 50_000,
    onQueued,
    clock,
    ids,
    log,
  })
  const ingest = createIngest({
    stores,
    blobs,
    mediaTypeOf: () => Promise.resolve(null),
    board,
    onWork() {
      if (gate.isOpen) answering.wake()
    },
    onStorageTrouble() {},
    clock,
    ids,
  })

  function watched<T>(read: () => T): T {
    const started = performance.now()
    const result = read()
    spent.reading += performance.now() - started
    return result
  }

  knowledge.start()
  await knowledge.untilIdle()
  return {
    db,
    stores,
    assistant,
    answering,
    ingest,
    knowledge,
    spent,
    /** While closed, what comes in waits to be thought about; wake `answering` after opening it. */
    gate,
    async close() {
      await answering.stop()
      await knowledge.stop()
      db.close()
    },
  }
}

/** A mail account whose mails are answered without the owner's look; it is connected to nothing. */
export function mailChannel(id: string): ChannelRecord {
  return {
    id,
    kind: 'email',
    name: 'Mail',
    mode: 'auto',
    enabled: true,
    schedule: alwaysScheduled,
    settings: {},
    account: 'shop@shop.test',
    cursor: null,
    createdAt: new Date(),
    removedAt: null,
  }
}
