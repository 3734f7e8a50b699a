import { z } from 'zod'
import type { WeeklyStore } from '#main/ports/reportFiles.ts'
import { toDate, toDateOrNull } from './cells.ts'
import type { Database } from './sqlite.ts'

const filesSchema = z.array(z.string())
const problemSchema = z
  .enum(['folder-gone', 'not-writable', 'disk-full', 'no-printer', 'failed'])
  .nullable()
  .catch('failed')

interface Row {
  doneUntil: number
  lastAt: number | null
  lastFiles: string
  problem: string | null
}

export function createWeeklyStore(db: Database): WeeklyStore {
  const read = db.prepare<[], Row>(
    'select done_until as doneUntil, last_at as lastAt, last_files as lastFiles, problem from weekly_report',
  )
  const write = db.prepare<[number, number | null, string, string | null]>(
    'insert or replace into weekly_report (id, done_until, last_at, last_files, problem) values (1, ?, ?, ?, ?)',
  )
  return {
    get() {
      const row = read.get()
      if (row === undefined) return null
      return {
        doneUntil: toDate(row.doneUntil),
        lastAt: toDateOrNull(row.lastAt),
        lastFiles: filesSchema.parse(JSON.parse(row.lastFiles)),
        problem: problemSchema.parse(row.problem),
      }
    },
    put: ({ doneUntil, lastAt, lastFiles, problem }) =>
      void write.run(doneUntil.getTime(), lastAt?.getTime() ?? null, JSON.stringify(lastFiles), problem),
  }
}
