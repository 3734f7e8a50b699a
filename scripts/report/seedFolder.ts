/**
 * Makes a data folder with the life of a made-up shop, for reports and exports:
 *
 *   node scripts/report/seedFolder.ts DATA_FOLDER [--conversations 10000] [--until 2026-11-15T12:00:00Z] [--days 400] [--seed 1] [--talkative]
 *
 * `--talkative`: ten messages a conversation instead of four.
 */
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { seedReport } from './seed.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    conversations: { type: 'string', default: '10000' },
    until: { type: 'string', default: '2026-11-15T12:00:00Z' },
    days: { type: 'string', default: '400' },
    seed: { type: 'string', default: '1' },
    talkative: { type: 'boolean', default: false },
  },
})
const [folder] = positionals
if (!folder)
  throw new Error('seedFolder.ts DATA_FOLDER [--conversations N] [--until TIME] [--days N] [--seed N] [--talkative]')
const key = randomBytes(32)
mkdirSync(folder, { recursive: true, mode: 0o700 })
writeFileSync(join(folder, 'keepdesk.key'), `${JSON.stringify({ kind: 'file', key: key.toString('hex') })}\n`, {
  mode: 0o600,
})
const db = openDatabase({ file: join(folder, 'keepdesk.db'), key, log: { info() {}, warn() {}, error() {} } })
try {
  const blobs = createBlobStore({ folder: join(folder, 'attachments'), key })
  createStores(db, { blobs }).settings.update({ shopName: 'Lamp & Co', timeZone: 'Europe/Berlin', setupDone: true })
  db.pragma('cache_size = -400000')
  seedReport(db, {
    conversations: Number(values.conversations),
    until: new Date(values.until),
    days: Number(values.days),
    seed: Number(values.seed),
    isTalkative: values.talkative,
    progress: line => process.stderr.write(`  ${line}\n`),
  })
} finally {
  db.close()
}
