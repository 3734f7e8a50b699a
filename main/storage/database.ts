import { closeSync, existsSync, openSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Log } from '#main/ports/log.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { applyKey, isPlaintext, unreadableBecause } from './cipher.ts'
import { lockFolder } from './lock.ts'
import { migrate, newestVersion, schemaVersion } from './migrate.ts'
import { allMigrations } from './migrations/all.ts'
import type { Migration } from './migrations/migration.ts'
import { applyPragmas } from './pragmas.ts'
import { BetterSqlite3, type Database } from './sqlite.ts'
import { storageError, toStorageError } from './sqliteErrors.ts'

export type { Database } from './sqlite.ts'

/** "KPDK" in the header of every database of ours. */
const APPLICATION_ID = 0x4b_50_44_4b

export interface OpenOptions {
  /** Absolute; its folder is made if missing and is locked for this process until `close`. */
  file: string
  /** 32 bytes. */
  key: Uint8Array
  log: Log
  /** Snapshots taken before a migration. By default `backup` beside the file. */
  backupFolder?: string
  migrations?: readonly Migration[]
}

/** Opens or creates the encrypted database. Throws StorageError; a file that is refused is not changed. */
export function openDatabase(options: OpenOptions): Database {
  const { file, key, log, migrations = allMigrations } = options
  const folder = dirname(file)
  const lock = lockFolder(folder)
  let db: Database | null = null
  try {
    const fresh = isMissing(file)
    if (fresh) closeSync(openSync(file, 'a', 0o600))
    else inspect(file, key, newestVersion(migrations))
    db = new BetterSqlite3(file)
    applyKey(db, key, { fresh })
    applyPragmas(db)
    migrate(db, {
      migrations,
      applicationId: APPLICATION_ID,
      backupFolder: options.backupFolder ?? join(folder, 'backup'),
      log,
    })
    if (isPlaintext(file)) throw new Error('The database is not encrypted')
    return releasing(db, () => lock.release())
  } catch (error) {
    db?.close()
    lock.release()
    throw toStorageError(error)
  }
}

function isMissing(file: string): boolean {
  if (existsSync(file) && statSync(file).size > 0) return false
  const log = `${file}-wal`
  // SQLite would throw the log away with all that is in it.
  if (existsSync(log) && statSync(log).size > 0) throw storageError('damaged', undefined, 'Its main part is missing.')
  return true
}

/** Looks at a file without changing it or its log: opened for writing, SQLite would fold the log into the file. */
function inspect(file: string, key: Uint8Array, newest: number) {
  if (isPlaintext(file)) throw storageError('not-keepdesk')
  const companions = [`${file}-wal`, `${file}-shm`].filter(path => !existsSync(path))
  const db = new BetterSqlite3(file, { readonly: true })
  try {
    applyKey(db, key, { fresh: false })
    const tables = db.prepare('select count(*) from sqlite_schema').pluck().get()
    const version = schemaVersion(db)
    if (tables === 0 && version === 0) return // A crash in the middle of the very first start.
    if (db.pragma('application_id', { simple: true }) !== APPLICATION_ID) throw storageError('not-keepdesk')
    if (version > newest) throw storageError('newer-version')
  } catch (error) {
    if (error instanceof StorageError) throw error
    if (error instanceof BetterSqlite3.SqliteError && error.code === 'SQLITE_NOTADB') {
      throw storageError(unreadableBecause(file, key), error)
    }
    throw error
  } finally {
    db.close()
    for (const path of companions) rmSync(path, { force: true })
  }
}

/** Closing gives the folder free for the next process. */
function releasing(db: Database, release: () => void): Database {
  const close = db.close.bind(db)
  return Object.assign(db, {
    close() {
      close()
      release()
      return db
    },
  })
}
