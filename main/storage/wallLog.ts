import type { WallLog, WallLogEntry } from '#main/ports/stores.ts'
import { toDate } from './cells.ts'
import type { Database } from './sqlite.ts'

const KEPT = 100_000

interface Row extends Omit<WallLogEntry, 'at'> {
  at: number
}

export function createWallLog(db: Database): WallLog {
  const insert = db.prepare<Row>(
    'insert into wall_log (at, owner_id, host, port, decision) values (@at, @ownerId, @host, @port, @decision)',
  )
  const trim = db.prepare<[number | bigint, number]>('delete from wall_log where no <= ? - ?')
  const recent = db.prepare<[number], Row>(
    'select at, owner_id as ownerId, host, port, decision from wall_log order by no desc limit ?',
  )

  return {
    add(entry) {
      const { lastInsertRowid } = insert.run({ ...entry, at: entry.at.getTime() })
      trim.run(lastInsertRowid, KEPT)
    },
    recent: limit => recent.all(limit).map(row => ({ ...row, at: toDate(row.at) })),
  }
}
