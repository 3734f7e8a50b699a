import type { Database } from './sqlite.ts'
import { withStorageErrors } from './sqliteErrors.ts'

/** All or nothing, durable when it returns. One inside another joins it; a failing inner one undoes only itself. */
export function transaction<T>(db: Database, work: () => T): T {
  return withStorageErrors(() => db.transaction(work).immediate())
}
