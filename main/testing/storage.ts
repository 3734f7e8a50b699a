import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { alwaysScheduled } from '#contract/channel.ts'
import type { Log } from '#main/ports/log.ts'
import type { NewMessage, OutboxRow } from '#main/ports/stores.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase, type OpenOptions } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'

export const testKey = new Uint8Array(32).fill(7)
export const quietLog: Log = { info() {}, warn() {}, error() {} }

/** An empty folder that is gone after the test. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keepdesk-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export function openTestDatabase(folder: string, options: Partial<OpenOptions> = {}) {
  const db = openDatabase({ file: join(folder, 'keepdesk.db'), key: testKey, log: quietLog, ...options })
  onTestFinished(() => void (db.open && db.close()))
  return db
}

/** Real stores in a folder of their own, with one channel of each sort: `mail` and `chat`. */
export function openTestStores({ folder = testFolder() } = {}) {
  const db = openTestDatabase(folder)
  const blobs = createBlobStore({ folder: join(folder, 'blobs'), key: testKey })
  const stores = createStores(db, { blobs })
  const channel = {
    mode: 'draft' as const,
    enabled: true,
    schedule: alwaysScheduled,
    settings: {},
    account: 'shop@example.com',
    cursor: null,
    createdAt: at(0),
    removedAt: null,
  }
  if (!stores.channels.get('mail')) {
    stores.channels.insert({ ...channel, id: 'mail', kind: 'email', name: 'Mail' })
    stores.channels.insert({ ...channel, id: 'chat', kind: 'telegram', name: 'Chat' })
  }

  return {
    db,
    stores,
    blobs,
    folder,
    /** A contact `k-<id>` with the handle `h-<id>` and its first conversation `<id>`. */
    addConversation(id: string, { name = 'Anna Adler', subject = '', minute = 0, channelId = 'mail' } = {}) {
      stores.contacts.insert(
        { id: `k-${id}`, name, createdAt: at(minute) },
        { id: `h-${id}`, channelId, address: `${id}@example.com`, name },
      )
      return stores.conversations.insert({
        id,
        channelId,
        handleId: `h-${id}`,
        subject,
        handler: 'assistant',
        createdAt: at(minute),
      })
    },
    addMessage: (conversationId: string, id: string, message: Partial<NewMessage> = {}) =>
      stores.messages.insert({ ...newMessage, id, conversationId, ...message }),
    /** Its message comes with it. */
    addOutboxRow(conversationId: string, id: string, row: Partial<OutboxRow> = {}) {
      const messageId = row.messageId ?? `m-${id}`
      stores.messages.insert({ ...newMessage, id: messageId, conversationId, direction: 'outgoing', author: 'owner' })
      stores.outbox.insert({ ...newOutboxRow, id, messageId, conversationId, ...row })
    },
  }
}

/** So many minutes after noon. */
export function at(minute: number): Date {
  return new Date(Date.UTC(2026, 10, 22, 12, minute))
}

const newMessage: NewMessage = {
  id: '',
  conversationId: '',
  kind: 'message',
  direction: 'incoming',
  author: 'contact',
  text: 'Where is my parcel?',
  quoted: null,
  html: null,
  sentAt: at(0),
  receivedAt: at(0),
  automated: null,
  remoteId: null,
  answerId: null,
  activity: null,
  attachments: [],
}

const newOutboxRow: OutboxRow = {
  id: '',
  messageId: '',
  conversationId: '',
  channelId: 'mail',
  answerTo: null,
  state: 'queued',
  attempts: 0,
  createdAt: at(0),
  notBefore: at(0),
  transmittingAt: null,
  remoteId: null,
  error: null,
  copyPending: false,
  scheduled: false,
  unlessTheyWrite: false,
}
