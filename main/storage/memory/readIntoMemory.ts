import type { Vector } from 'apache-arrow'
import { IndexBroken } from '#main/ports/knowledgeIndex.ts'
import type { OpenIndex } from '../vectorTables.ts'
import { createMemoryIndex, type MemoryIndex } from './memoryIndex.ts'

const longestSliceMs = 8

/** Everything in the tables, read in small steps so that nothing waits for it. */
export async function readIntoMemory({ entries, wordings, embedder }: OpenIndex): Promise<MemoryIndex> {
  const memory = createMemoryIndex(embedder.dimension)
  const breathe = createBreath()
  for await (const batch of entries.query().select(['id', 'terms'])) {
    const [ids, terms] = [batch.getChild('id'), batch.getChild('terms')]
    for (let row = 0; row < batch.numRows; row++) {
      memory.addEntry({ id: String(ids?.get(row)), terms: String(terms?.get(row)) })
      await breathe()
    }
  }
  for await (const batch of wordings.query().select(['entryId', 'vector'])) {
    const [ids, vectors] = [batch.getChild('entryId'), batch.getChild('vector')]
    for (let row = 0; row < batch.numRows; row++) {
      memory.addWording({ entryId: String(ids?.get(row)), vector: vectorAt(vectors, row) })
      await breathe()
    }
  }
  return memory
}

function vectorAt(vectors: Vector | null, row: number): Float32Array {
  const value: unknown = vectors?.get(row)?.toArray()
  if (value instanceof Float32Array) return value
  throw new IndexBroken('A row of the search index has no vector')
}

function createBreath() {
  let sliceStart = performance.now()
  return async () => {
    if (performance.now() - sliceStart < longestSliceMs) return
    await new Promise(resolve => setImmediate(resolve))
    sliceStart = performance.now()
  }
}
