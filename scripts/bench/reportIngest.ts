// A process of its own, because it makes databases: what keeping reports true costs a message that comes in.
// node scripts/bench/reportIngest.ts FOLDER
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { alwaysScheduled } from '#contract/channel.ts'
import type { NewMessage } from '#main/ports/stores.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'

const MESSAGES = 2000
const ROUNDS = 11
const CONVERSATIONS = 50
const [folder] = process.argv.slice(2)
if (!folder) throw new Error('reportIngest.ts FOLDER')
const key = new Uint8Array(32).fill(7)

/** Without `isKept` nothing marks conversations for reports, as before there were any. */
function shop(name: string, isKept: boolean) {
  const data = join(folder ?? '', name)
  mkdirSync(data, { recursive: true })
  const db = openDatabase({ file: join(data, 'keepdesk.db'), key, log: { info() {}, warn() {}, error() {} } })
  const triggers = db
    .prepare<[], string>(`select name from sqlite_master where type = 'trigger' and name glob 'report_*'`)
    .pluck()
    .all()
  if (!isKept) for (const trigger of triggers) db.exec(`drop trigger ${trigger}`)
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(data, 'attachments'), key }) })
  const now = new Date()
  const channel = { id: 'mail', kind: 'email', name: 'Mail', mode: 'draft', enabled: true, settings: {} } as const
  stores.channels.insert({
    ...channel,
    account: '',
    cursor: null,
    schedule: alwaysScheduled,
    createdAt: now,
    removedAt: null,
  })
  for (let number = 0; number < CONVERSATIONS; number += 1) {
    const handle = { id: `h${number}`, channelId: 'mail', address: `c${number}@example.com`, name: 'Anna' }
    stores.contacts.insert({ id: `k${number}`, name: 'Anna', createdAt: now }, handle)
    stores.conversations.insert({
      id: `c${number}`,
      channelId: 'mail',
      handleId: handle.id,
      subject: 'A question',
      handler: 'assistant',
      createdAt: now,
    })
  }
  let count = 0
  function receiveOne(number: number) {
    const conversationId = `c${number % CONVERSATIONS}`
    const message: NewMessage = {
      id: `m${number}`,
      conversationId,
      kind: 'message',
      direction: 'incoming',
      author: 'contact',
      text: 'Where is my order 4711? It should have been here on Monday.',
      quoted: null,
      html: null,
      sentAt: now,
      receivedAt: now,
      automated: null,
      remoteId: null,
      answerId: null,
      activity: null,
      attachments: [],
    }
    stores.messages.insert(message)
    stores.conversations.update(conversationId, { lastMessageAt: now, waitingSince: now, preview: message.text })
  }

  /** In one transaction: waiting for the disk would hide the difference. */
  function receive(): number {
    const started = performance.now()
    stores.transaction(() => {
      for (let number = 0; number < MESSAGES; number += 1) receiveOne((count += 1))
    })
    return (performance.now() - started) / MESSAGES
  }
  return { receive, close: () => void db.close() }
}

const [kept, plain] = [shop('kept', true), shop('plain', false)]
const times: { kept: number[]; plain: number[] } = { kept: [], plain: [] }
// By turns, so that other work on the machine meets both.
for (let round = 0; round < ROUNDS; round += 1) {
  times.plain.push(plain.receive())
  times.kept.push(kept.receive())
}
kept.close()
plain.close()
process.stdout.write(JSON.stringify(times))
