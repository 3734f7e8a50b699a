// Trains the small models from public data sets and writes them to resources/understanding.
// Usage: npm run train -- DATA_FOLDER [MODEL...] [--without SET]... [--out FOLDER]
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { encodeWeights } from '#main/ai/weights.ts'
import type { Trainer } from './trainer.ts'

const trainers: Record<string, () => Promise<Trainer>> = {
  embedding: async () => (await import('./embedding.ts')).trainer,
  intents: async () => (await import('./intents.ts')).trainer,
  mood: async () => (await import('./mood.ts')).trainer,
  injection: async () => (await import('./injection.ts')).trainer,
  risks: async () => (await import('./risks.ts')).trainer,
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    without: { type: 'string', multiple: true, default: [] },
    out: { type: 'string', default: resolve(import.meta.dirname, '../../resources/understanding') },
  },
})
const [folder, ...wanted] = positionals
if (folder === undefined || wanted.some(name => !(name in trainers))) {
  console.error(
    `Usage: npm run train -- DATA_FOLDER [${Object.keys(trainers).join(' | ')}] [--without SET]... [--out FOLDER]`,
  )
  process.exit(2)
}
mkdirSync(values.out, { recursive: true })
const started = performance.now()
let bytes = 0
for (const [name, load] of Object.entries(trainers)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const since = performance.now()
  console.log(`== ${name}`)
  const trainer = await load()
  const weights = await trainer.train({
    folder,
    without: new Set(values.without),
    print: line => console.log(`   ${line}`),
  })
  const file = encodeWeights(weights)
  writeFileSync(join(values.out, `${name}.bin`), file)
  bytes += file.length
  console.log(`   ${(file.length / 1e6).toFixed(2)} MB, ${((performance.now() - since) / 1000).toFixed(1)} s`)
}
console.log(`all: ${(bytes / 1e6).toFixed(2)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`)
