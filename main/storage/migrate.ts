import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Log } from '#main/ports/log.ts'
import type { Database } from './sqlite.ts'
import type { Migration } from './migrations/migration.ts'
import { transaction } from './transaction.ts'

const SNAPSHOTS_KEPT = 2

export function schemaVersion(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }))
}

export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** Brings the schema up to date, one transaction a step. A failing step leaves the version before it, usable. */
export function migrate(
  db: Database,
  {
    migrations,
    applicationId,
    backupFolder,
    log,
  }: {
    migrations: readonly Migration[]
    applicationId: number
    backupFolder: string
    log: Log
  },
) {
  migrations.forEach(({ version }, index) => {
    if (version !== index + 1) throw new Error(`Migration ${version} is in place ${index + 1}`)
  })
  const before = schemaVersion(db)
  const due = migrations.slice(before)
  // One copy for a whole update: what the owner would want back is what they had before it.
  if (before > 0 && due.length > 0) snapshot(db, backupFolder, before + 1)
  for (const { version, name, sql } of due) {
    try {
      transaction(db, () => {
        db.exec(sql)
        db.pragma(`application_id = ${applicationId}`)
        db.pragma(`user_version = ${version}`)
      })
    } catch (error) {
      log.error('migration failed', error, { version, name })
      throw error
    }
    log.info('migrated', { version, name })
  }
}

/** A copy of the whole database, encrypted with the same key, named after the first step that follows. */
function snapshot(db: Database, folder: string, version: number) {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `pre-${version}.db`)
  const unfinished = `${file}.part`
  rmSync(unfinished, { force: true })
  db.prepare('vacuum into ?').run(unfinished)
  const handle = openSync(unfinished, 'r+')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(unfinished, file)
  forgetOldSnapshots(folder)
}

function forgetOldSnapshots(folder: string) {
  if (!existsSync(folder)) return
  const versions = readdirSync(folder)
    .map(name => /^pre-(\d+)\.db$/.exec(name)?.[1])
    .filter(version => version !== undefined)
    .map(Number)
    .sort((a, b) => b - a)
  for (const version of versions.slice(SNAPSHOTS_KEPT)) rmSync(join(folder, `pre-${version}.db`))
}
