import type { Table } from '@lancedb/lancedb'
import type { RecordBatch } from 'apache-arrow'
import { terms } from '#domain/text/words.ts'
import type { Embedder, IndexHit } from '#main/ports/knowledgeIndex.ts'
import type { OpenIndex } from './vectorTables.ts'

const longestQuery = 200
const wordingsPerEntry = 4
const probes = 50

export interface Question {
  /** As the full text holds them, each once. */
  words: readonly string[]
  /** Null for a text without words. */
  vector: Float32Array | null
}

export async function questionOf(text: string, embedder: Embedder): Promise<Question> {
  const [vector] = await embedder.embed([text])
  return {
    words: [...new Set(terms(text))].slice(0, longestQuery),
    vector: vector !== undefined && vector.some(value => value !== 0) ? vector : null,
  }
}

/** Candidates by words, by the middle of an entry's wordings and by its nearest wording; up to `limit` of each. */
export async function searchTables(
  { entries, wordings }: OpenIndex,
  { words, vector }: Question,
  limit: number,
): Promise<IndexHit[]> {
  const found = new Map<string, Record<string, number>>()
  const note = (entryId: string, part: string, score: number) => {
    const parts = found.get(entryId) ?? {}
    found.set(entryId, parts)
    parts[part] = Math.max(parts[part] ?? score, score)
  }
  const [byText, byMiddle, byWording] = await Promise.all([
    words.length === 0 ? [] : rowsOf(byWords(entries, words.join(' '), limit), 'id', '_score'),
    vector === null ? [] : rowsOf(nearest(entries, vector, 'id', limit), 'id', '_distance'),
    vector === null
      ? []
      : rowsOf(nearest(wordings, vector, 'entryId', limit * wordingsPerEntry), 'entryId', '_distance'),
  ])
  for (const { id, value } of byText) note(id, 'fullText', value)
  for (const { id, value } of byMiddle) note(id, 'vector', cosine(value))
  for (const { id, value } of byWording) note(id, 'wording', cosine(value))
  return [...found].map(([entryId, parts]) => ({ entryId, parts }))
}

/** Column by column, because a row of Arrow as an object costs more than the search. */
async function rowsOf(query: AsyncIterable<RecordBatch>, idColumn: string, valueColumn: string) {
  const rows: { id: string; value: number }[] = []
  for await (const batch of query) {
    const ids = batch.getChild(idColumn)
    const values = batch.getChild(valueColumn)
    if (ids === null || values === null) throw new Error(`The search index gave no ${idColumn} or no ${valueColumn}`)
    for (let row = 0; row < batch.numRows; row++)
      rows.push({ id: String(ids.get(row)), value: Number(values.get(row)) })
  }
  return rows
}

function byWords(table: Table, words: string, limit: number) {
  return table
    .query()
    .fullTextSearch(words, { columns: ['terms'] })
    .select(['id', '_score'])
    .limit(limit)
}

function nearest(table: Table, vector: Float32Array, idColumn: string, limit: number) {
  return table.query().nearestTo(vector).distanceType('l2').nprobes(probes).select([idColumn, '_distance']).limit(limit)
}

/** LanceDB gives the squared distance of vectors of norm 1. */
function cosine(squaredDistance: number): number {
  return 1 - squaredDistance / 2
}
