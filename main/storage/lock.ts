import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { BetterSqlite3 } from './sqlite.ts'
import { storageError, toStorageError } from './sqliteErrors.ts'

export interface FolderLock {
  release(): void
}

/**
 * One process per data folder. An open exclusive transaction on an empty database holds the lock: the operating
 * system takes it back when the process dies, however it dies, so there is never a stale one to clean up.
 */
export function lockFolder(folder: string): FolderLock {
  const pidFile = join(folder, 'keepdesk.pid')
  let holder: BetterSqlite3.Database | null = null
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    holder = new BetterSqlite3(join(folder, 'keepdesk.lock'), { timeout: 0 })
    holder.exec('begin exclusive')
    writeFileSync(pidFile, `${process.pid}\n`)
  } catch (error) {
    holder?.close()
    const known = toStorageError(error)
    if (!(known instanceof Error && 'code' in known && known.code === 'in-use')) throw known
    throw storageError('in-use', error, whoHolds(pidFile))
  }
  const lock = holder
  return {
    release() {
      if (!lock.open) return
      rmSync(pidFile, { force: true })
      lock.close()
    },
  }
}

function whoHolds(pidFile: string): string {
  try {
    const pid = Number.parseInt(readFileSync(pidFile, 'utf8'), 10)
    return Number.isNaN(pid) ? '' : `(Process ${pid}.)`
  } catch {
    return '' // The other one has only just started, or is just ending.
  }
}
