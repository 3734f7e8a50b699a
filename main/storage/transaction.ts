import { isDiskFull } from '#main/ports/storageError.ts'
import type { Database } from './sqlite.ts'
import { toStorageError } from './sqliteErrors.ts'

/** All or nothing, durable when it returns. One inside another joins it; a failing inner one undoes only itself. */
export function transaction<T>(db: Database, work: () => T): T {
  const isOutermost = !db.inTransaction
  try {
    return db.transaction(work).immediate()
  } catch (error) {
    const known = toStorageError(error)
    if (isOutermost && isDiskFull(known)) makeRoom(db)
    throw known
  }
}

/** Folds the write-ahead log into the database: that alone can free enough for the next try. */
function makeRoom(db: Database) {
  try {
    db.pragma('wal_checkpoint(truncate)')
  } catch {
    return // No room for this either; the caller hears of the full disk anyway.
  }
}
