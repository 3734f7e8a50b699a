import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createImporter } from '#main/importers/importer.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { createKnowledge } from '#main/services/knowledge.ts'
import { createBlobStore } from '#main/storage/blobs.ts'
import { openDatabase } from '#main/storage/database.ts'
import { createStores } from '#main/storage/stores.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'

/** A line of an imported file. */
export interface FaqRow {
  id: string
  question: string
  answer: string
  wordings: string[]
}

export interface Question {
  text: string
  /** The right entry; null when the shop has nothing on it. */
  expected: string | null
}

export const quiet = { info() {}, warn() {}, error: console.error }

/** The product's own import, stores, index and search on a folder that is gone afterwards. `model`: of an installed model. */
export async function openShop(knowledge: readonly FaqRow[], embedder: Embedder, model: Embedder | null = null) {
  const place = mkdtempSync(join(tmpdir(), 'keepdesk-evaluate-'))
  const key = new Uint8Array(32).fill(1)
  const db = openDatabase({ file: join(place, 'keepdesk.db'), key, log: quiet })
  const stores = createStores(db, { blobs: createBlobStore({ folder: join(place, 'attachments'), key }) })
  let next = 0
  const ids = { next: () => `id-${String((next += 1)).padStart(6, '0')}` }
  const clock = {
    now: () => new Date(),
    sleep: (ms: number, signal: AbortSignal) => wait(ms, undefined, { signal }).catch(() => undefined),
  }
  const service = createKnowledge({
    stores,
    index: createLanceIndex({ folder: join(place, 'search'), log: quiet }),
    modelIndex: createLanceIndex({ folder: join(place, 'search-by-model'), log: quiet, keepsWords: false }),
    embedder,
    importer: createImporter(),
    clock,
    ids,
    log: quiet,
    onChange() {},
    onIndexState() {},
  })
  const lines = knowledge.map(row => JSON.stringify(row)).join('\n')
  await service.importFiles([{ name: 'knowledge.jsonl', bytes: new TextEncoder().encode(lines) }])
  service.start()
  if (model !== null) service.useModel({ id: model.id, name: model.id, embedder: model, isReady: () => true })
  await service.untilIdle()
  return {
    search: service.search,
    entry: (id: string) => stores.knowledge.entry(id),
    clock,
    ids,
    async close() {
      await service.stop()
      db.close()
      rmSync(place, { recursive: true, force: true })
    },
  }
}
