import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Stores } from '#main/ports/stores.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'

/** Of a folder whose key is a file. */
export function keyOf(data: string): Buffer {
  const { key } = JSON.parse(readFileSync(join(data, 'keepdesk.key'), 'utf8')) as { key: string }
  return Buffer.from(key, 'hex')
}

/** Looks into a data folder while nobody runs on it. */
export function withStores<T>(data: string, look: (stores: Stores) => T): T {
  const key = keyOf(data)
  const db = openDatabase({ file: join(data, 'keepdesk.db'), key, log: { info() {}, warn() {}, error() {} } })
  try {
    return look(createStores(db, { blobs: createBlobStore({ folder: join(data, 'attachments'), key }) }))
  } finally {
    db.close()
  }
}
