import type { Table } from '@lancedb/lancedb'
import { z } from 'zod'
import { terms } from '#domain/text/words.ts'
import type { IndexHit } from '#main/ports/knowledgeIndex.ts'
import type { OpenIndex } from './vectorTables.ts'

const longestQuery = 200
const wordingsPerEntry = 4
const probes = 50

const textHits = z.array(z.object({ id: z.string(), _score: z.number() }))
const nearEntries = z.array(z.object({ id: z.string(), _distance: z.number() }))
const nearWordings = z.array(z.object({ entryId: z.string(), _distance: z.number() }))

/** Candidates by words, by the middle of an entry's wordings and by its nearest wording; up to `limit` of each. */
export async function searchTables(
  { entries, wordings, embedder }: OpenIndex,
  text: string,
  limit: number,
): Promise<IndexHit[]> {
  const words = [...new Set(terms(text))].slice(0, longestQuery).join(' ')
  const [vector] = await embedder.embed([text])
  const hasVector = vector !== undefined && vector.some(value => value !== 0)
  const [byText, byMiddle, byWording] = await Promise.all([
    words === ''
      ? []
      : entries
          .query()
          .fullTextSearch(words, { columns: ['terms'] })
          .select(['id', '_score'])
          .limit(limit)
          .toArray(),
    hasVector ? nearest(entries, vector, 'id', limit) : [],
    hasVector ? nearest(wordings, vector, 'entryId', limit * wordingsPerEntry) : [],
  ])
  const found = new Map<string, Record<string, number>>()
  const note = (entryId: string, part: string, score: number) => {
    const parts = found.get(entryId) ?? {}
    found.set(entryId, parts)
    parts[part] = Math.max(parts[part] ?? score, score)
  }
  for (const { id, _score } of textHits.parse(byText)) note(id, 'fullText', _score)
  for (const { id, _distance } of nearEntries.parse(byMiddle)) note(id, 'vector', cosine(_distance))
  for (const { entryId, _distance } of nearWordings.parse(byWording)) note(entryId, 'wording', cosine(_distance))
  return [...found].map(([entryId, parts]) => ({ entryId, parts }))
}

function nearest(table: Table, vector: Float32Array, idColumn: string, limit: number) {
  return table
    .query()
    .nearestTo(vector)
    .distanceType('l2')
    .nprobes(probes)
    .select([idColumn, '_distance'])
    .limit(limit)
    .toArray()
}

/** LanceDB gives the squared distance of vectors of norm 1. */
function cosine(squaredDistance: number): number {
  return 1 - squaredDistance / 2
}
