// Makes a data folder look as if a newer Keepdesk had written it. For tests.
// node scripts/faults/newerVersion.ts DATA_FOLDER
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openDatabase } from '#main/storage/database.ts'

const [folder] = process.argv.slice(2)
if (folder === undefined) throw new Error('Which data folder?')
const { key } = JSON.parse(readFileSync(join(folder, 'keepdesk.key'), 'utf8')) as { key: string }
const db = openDatabase({
  file: join(folder, 'keepdesk.db'),
  key: Buffer.from(key, 'hex'),
  log: { info() {}, warn() {}, error() {} },
})
const version = Number(db.pragma('user_version', { simple: true })) + 1
db.pragma(`user_version = ${version}`)
db.close()
console.log(version)
