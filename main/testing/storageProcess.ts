import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'

// A process of its own for tests that kill it: stores messages for ever and says so line by line after each commit.
const [folder = '', run = ''] = process.argv.slice(2)
const key = new Uint8Array(32).fill(7)
const say = (line: string) => writeSync(1, `${line}\n`)

try {
  const db = openDatabase({ file: join(folder, 'keepdesk.db'), key, log: { info() {}, warn() {}, error() {} } })
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(folder, 'blobs'), key }) })
  say('ready')
  for (let n = 0; ; n += 1) {
    const id = `${run}-${n}`
    const now = new Date()
    stores.transaction(() => {
      const raw = new Uint8Array(n % 50 === 0 ? 300_000 : 500)
      const known = { channelId: 'mail', receivedAt: now }
      stores.inboxRaw.add({ ...known, id: `r-${id}`, messageId: id, dedupeKeys: [id], raw })
      stores.messages.insert({
        id,
        conversationId: 'c1',
        kind: 'message',
        direction: 'incoming',
        author: 'contact',
        text: `Umbrella ${id}`,
        quoted: null,
        html: null,
        sentAt: now,
        receivedAt: now,
        automated: null,
        remoteId: null,
        answerId: null,
        activity: null,
        attachments: [],
      })
      stores.work.add({ id: `w-${id}`, messageId: id, attempts: 0, notBefore: now })
      stores.channels.update('mail', { cursor: id })
    })
    say(id)
  }
} catch (error) {
  say(`failed: ${error instanceof Error && 'code' in error ? String(error.code) : String(error)}`)
}
