/**
 * Makes the report of a period and counts it once more with plain SQL over the messages; prints both. Exit code 1 when a
 * figure differs. The program must not be running on the folder.
 *
 *   node scripts/report/check.ts DATA_FOLDER [--from 2025-12-01] [--to 2026-10-31]
 */
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createEmbedder } from '#main/ai/embed.ts'
import { createReports } from '#main/services/reports.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { keyOf } from '../bench/stores.ts'
import { recount } from './recount.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string', default: '2025-12-01' }, to: { type: 'string', default: '2026-10-31' } },
})
const [folder] = positionals
if (!folder) throw new Error('check.ts DATA_FOLDER [--from DAY] [--to DAY]')
const log = { info() {}, warn() {}, error() {} }
const key = keyOf(folder)
const db = openDatabase({ file: join(folder, 'keepdesk.db'), key, log })
try {
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(folder, 'attachments'), key }) })
  const embedder = createEmbedder({ folder: join(import.meta.dirname, '../../resources/understanding'), log })
  const reports = createReports({
    stores,
    embed: texts => embedder.embed(texts),
    isAnswered: () => Promise.resolve(false),
    clock: { now: () => new Date(), sleep: () => Promise.resolve() },
    log,
  })
  const { from, to } = values
  const report = await reports.period({ period: { from, to }, compare: false })
  const rows = recount(db, report, { from: moment(from, 0, report.timeZone), to: moment(to, 1, report.timeZone) })
  for (const { what, report: told, recount: found } of rows) {
    const verdict = told === found ? '' : 'DIFFERS'
    console.log(`${what.padEnd(36)} ${String(told).padStart(12)} ${String(found).padStart(12)} ${verdict}`)
  }
  const { outcomes, answeredBy, conversations } = report.totals
  console.log(`what became of them: ${JSON.stringify(outcomes)}; answered by: ${JSON.stringify(answeredBy)}`)
  if (rows.some(({ report: told, recount: found }) => told !== found)) process.exitCode = 1
  if (Object.values(answeredBy).reduce((sum, one) => sum + one) !== conversations) process.exitCode = 1
} finally {
  db.close()
}

/** Midnight of the day, or of one after it, tried out against the calendar of that zone. */
function moment(day: string, after: number, timeZone: string): number {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const wanted = new Date(Date.parse(`${day}T00:00Z`) + after * 86_400_000).toISOString().slice(0, 10)
  const noon = Date.parse(`${wanted}T12:00Z`)
  for (let at = noon - 36 * 3_600_000; at < noon + 36 * 3_600_000; at += 900_000) {
    if (clock.format(at).startsWith(wanted)) return at
  }
  throw new Error(`No midnight of ${wanted}`)
}
