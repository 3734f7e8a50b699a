// A process of its own, because filling a database takes much memory:
// node scripts/bench/seedFolder.ts DATA_FOLDER CONVERSATIONS MESSAGES [LONG_ONES THEIR_MESSAGES]
import { randomBytes } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { seed } from './seed.ts'

const [folder, conversations, messages, longOnes = 0, theirMessages = 0] = process.argv.slice(2)
if (!folder || !conversations || !messages)
  throw new Error('seedFolder.ts DATA_FOLDER CONVERSATIONS MESSAGES [LONG_ONES THEIR_MESSAGES]')
const key = randomBytes(32)
mkdirSync(folder, { recursive: true, mode: 0o700 })
writeFileSync(join(folder, 'keepdesk.key'), `${JSON.stringify({ kind: 'file', key: key.toString('hex') })}\n`, {
  mode: 0o600,
})
seed({
  file: join(folder, 'keepdesk.db'),
  key,
  conversations: Number(conversations),
  messages: Number(messages),
  long: { conversations: Number(longOnes), messages: Number(theirMessages) },
  progress: line => process.stderr.write(`  ${line}\n`),
})
