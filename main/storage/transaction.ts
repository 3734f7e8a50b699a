import { isDiskFull } from '#main/ports/storageError.ts'
import type { Database, Statement } from './sqlite.ts'
import { toStorageError } from './sqliteErrors.ts'

interface Savepoint {
  set: Statement
  release: Statement
  undo: Statement
}

/** Prepared once for each database: most transactions are small ones inside another. */
const savepoints = new WeakMap<Database, Savepoint>()

function savepointOf(db: Database): Savepoint {
  const known = savepoints.get(db)
  if (known !== undefined) return known
  const savepoint = {
    set: db.prepare('savepoint inner_one'),
    release: db.prepare('release inner_one'),
    undo: db.prepare('rollback to inner_one'),
  }
  savepoints.set(db, savepoint)
  return savepoint
}

/** All or nothing, durable when it returns. One inside another joins it; a failing inner one undoes only itself. */
export function transaction<T>(db: Database, work: () => T): T {
  if (db.inTransaction) return innerTransaction(db, work)
  try {
    return db.transaction(work).immediate()
  } catch (error) {
    const known = toStorageError(error)
    if (isDiskFull(known)) makeRoom(db)
    throw known
  }
}

function innerTransaction<T>(db: Database, work: () => T): T {
  const { set, release, undo } = savepointOf(db)
  set.run()
  try {
    const result = work()
    release.run()
    return result
  } catch (error) {
    // SQLite itself gives up the whole transaction when it must.
    if (db.inTransaction) {
      undo.run()
      release.run()
    }
    throw toStorageError(error)
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
