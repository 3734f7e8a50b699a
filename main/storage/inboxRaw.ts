import type { BlobStore } from '#main/ports/blobs.ts'
import type { InboxRawStore } from '#main/ports/stores.ts'
import type { Database } from './sqlite.ts'
import { transaction } from './transaction.ts'

const LARGEST_IN_ROW = 256 * 1024

export function createInboxRawStore(db: Database, blobs: BlobStore): InboxRawStore {
  const anySeen = db
    .prepare<[string, string], number>(
      'select exists (select 1 from dedupe_key where channel_id = ? and key in (select value from json_each(?)))',
    )
    .pluck()
  const insert = db.prepare<[string, string, string, number, Uint8Array | null, string | null]>(
    'insert into inbox_raw (id, channel_id, message_id, received_at, raw, raw_sha256) values (?, ?, ?, ?, ?, ?)',
  )
  const addKey = db.prepare<[string, string, number | bigint]>(
    'insert or ignore into dedupe_key (channel_id, key, raw_no) values (?, ?, ?)',
  )

  const seen: InboxRawStore['seen'] = (channelId, keys) => anySeen.get(channelId, JSON.stringify(keys)) === 1

  return {
    seen,
    add: ({ id, channelId, messageId, dedupeKeys, raw, receivedAt }) =>
      transaction(db, () => {
        if (seen(channelId, dedupeKeys)) return false
        const small = raw.length <= LARGEST_IN_ROW
        const { lastInsertRowid } = insert.run(
          id,
          channelId,
          messageId,
          receivedAt.getTime(),
          small ? raw : null,
          small ? null : blobs.put(raw),
        )
        for (const key of dedupeKeys) addKey.run(channelId, key, lastInsertRowid)
        return true
      }),
  }
}
