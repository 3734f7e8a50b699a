import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEmbedder } from '#main/ai/embed.ts'
import { encodeWeights } from '#main/ai/weights.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { trainer } from '../train/embedding.ts'
import { quiet } from './shop.ts'

const root = join(import.meta.dirname, '..', '..')
/** What the trained table depends on, besides the data. */
const sources = [
  'scripts/train/embedding.ts',
  'scripts/train/contrast.ts',
  'scripts/train/random.ts',
  'scripts/train/chineseShops.ts',
  'scripts/train/examples/intents.zh.jsonl',
  'scripts/train/examples/patterns.zh.jsonl',
  'scripts/train/examples/thesaurus.en.jsonl',
  'main/ai/bag.ts',
  'main/domain/text/hash.ts',
  'main/domain/text/words.ts',
  'main/domain/text/chinese.ts',
  'main/domain/text/normalize.ts',
]
const data = [
  'clinc150/train.jsonl',
  'banking77/train.jsonl',
  'hwu64/train.jsonl',
  'snips/train.jsonl',
  'bitext_cs/train20k.jsonl',
  'nlupp/banking_folds0-14.jsonl',
  'nlupp/hotels_folds0-14.jsonl',
]

/** The embedding as it ships. */
export function shippedEmbedder(): Embedder {
  return createEmbedder({ folder: join(root, 'resources/understanding'), log: { ...quiet, warn: console.warn } })
}

/**
 * The embedding trained without one set, so that it can be judged on it. Trained once and kept in the folder for temporary
 * files, under the content of what it was trained from and by.
 */
export async function embedderWithout(folder: string, set: string, print: (line: string) => void): Promise<Embedder> {
  const content = createHash('sha256').update(set)
  for (const file of sources) content.update(readFileSync(join(root, file)))
  for (const file of data) content.update(readFileSync(join(folder, file)))
  const place = join(tmpdir(), `keepdesk-embedding-${content.digest('hex').slice(0, 16)}`)
  if (!existsSync(join(place, 'embedding.bin'))) {
    const since = performance.now()
    const weights = await trainer.train({ folder, without: new Set([set]), print() {} })
    mkdirSync(place, { recursive: true })
    writeFileSync(join(place, 'embedding.part'), encodeWeights(weights))
    renameSync(join(place, 'embedding.part'), join(place, 'embedding.bin'))
    print(`trained without ${set} in ${((performance.now() - since) / 1000).toFixed(0)} s`)
  }
  return createEmbedder({ folder: place, log: quiet })
}
