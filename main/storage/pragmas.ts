import type { Database } from './sqlite.ts'

/** Every one is read back: SQLite ignores a pragma it does not know or cannot follow without a word. */
export const pragmas = {
  cipher: 'chacha20',
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  secure_delete: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  busy_timeout: 5000,
  // Sorting and temporary tables stay in memory: their files would not be encrypted.
  temp_store: 2,
  // macOS: really down to the disk.
  fullfsync: 1,
  checkpoint_fullfsync: 1,
  journal_size_limit: 64 * 1024 * 1024,
} as const

export function applyPragmas(db: Database) {
  for (const [name, value] of Object.entries(pragmas)) {
    db.pragma(`${name} = ${value}`)
    const real = db.pragma(name, { simple: true })
    if (real !== value) throw new Error(`pragma ${name} is ${String(real)} instead of ${value}`)
  }
}
