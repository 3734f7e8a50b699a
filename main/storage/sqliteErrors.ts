import { StorageError, type StorageErrorCode } from '#main/ports/storageError.ts'
import { BetterSqlite3 } from './sqlite.ts'

const sentences: Record<StorageErrorCode, string> = {
  'wrong-key': 'The key does not fit the data in this folder.',
  'not-keepdesk': 'The database file in this folder was not made by Keepdesk.',
  damaged: 'The database file is damaged.',
  'newer-version': 'The data in this folder was made by a newer version of Keepdesk.',
  'disk-full': 'The disk is full. Free some space; nothing that was saved is lost.',
  'not-writable': 'The data folder cannot be written to.',
  'in-use': 'Keepdesk is already open with this data folder.',
}

export function storageError(code: StorageErrorCode, cause?: unknown, more = ''): StorageError {
  return new StorageError(code, more ? `${sentences[code]} ${more}` : sentences[code], { cause })
}

function codeOf(error: unknown): string {
  if (error instanceof BetterSqlite3.SqliteError) return error.code
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return ''
}

function classify(code: string): StorageErrorCode | null {
  if (/^SQLITE_IOERR_(READ|SHORT_READ|CORRUPTFS|DATA)$/.test(code)) return 'damaged'
  if (/^SQLITE_(FULL|IOERR)|^(ENOSPC|EDQUOT)$/.test(code)) return 'disk-full'
  if (/^SQLITE_(CORRUPT|NOTADB)/.test(code)) return 'damaged'
  if (/^SQLITE_(READONLY|CANTOPEN|PERM|AUTH)|^(EACCES|EPERM|EROFS|EEXIST|ENOTDIR)$/.test(code)) return 'not-writable'
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'in-use'
  return null
}

/** What the disk or SQLite said, in the words the rest of the program acts on; any other error comes back as it is. */
export function toStorageError(error: unknown): unknown {
  const code = classify(codeOf(error))
  return code === null ? error : storageError(code, error)
}

/** Lets `work` fail only with storage errors the rest of the program knows, or with its own. */
export function withStorageErrors<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toStorageError(error)
  }
}

/** True when another row already has this value in `column`, written `table.column`. */
export function isUniqueViolation(error: unknown, column: string): boolean {
  return codeOf(error) === 'SQLITE_CONSTRAINT_UNIQUE' && error instanceof Error && error.message.endsWith(` ${column}`)
}
