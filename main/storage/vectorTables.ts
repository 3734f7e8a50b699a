import { createRequire } from 'node:module'
import type { Connection, Table } from '@lancedb/lancedb'
import type * as Arrow from 'apache-arrow'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import type { EntryRow, WordingRow } from './vectorRows.ts'

const require = createRequire(import.meta.url)
/** The very Arrow that LanceDB uses: tables of another copy are stored with 0 rows and no error. */
const loadArrow = (): typeof Arrow => require('apache-arrow') // Takes a tenth of a second, so on first use.

const cacheBytes = 64n * 1024n * 1024n

export interface OpenIndex {
  connection: Connection
  entries: Table
  wordings: Table
  embedder: Embedder
}

/** Throws when there are none; `checkTables` or reading all of it shows whether they can be read. */
export async function openTables(place: string, embedder: Embedder): Promise<OpenIndex> {
  const connection = await connectTo(place)
  const entries = await connection.openTable('entries')
  const wordings = await connection.openTable('wordings')
  return { connection, entries, wordings, embedder }
}

/** Throws when anything in it cannot be searched. */
export async function checkTables({ entries, wordings, embedder }: OpenIndex): Promise<void> {
  await entries
    .query()
    .fullTextSearch('a', { columns: ['terms'] })
    .limit(1)
    .toArray()
  for (const table of [entries, wordings]) {
    await table.query().nearestTo(new Float32Array(embedder.dimension).fill(1)).distanceType('l2').limit(1).toArray()
  }
}

export async function createTables(place: string, embedder: Embedder): Promise<OpenIndex> {
  const { Index } = await lancedb()
  const connection = await connectTo(place)
  const entries = await connection.createTable('entries', entryTable([], embedder.dimension))
  const wordings = await connection.createTable('wordings', wordingTable([], embedder.dimension))
  // The words come ready for searching, so blanks are all that parts them. With positions, optimize() fails after adding.
  const config = Index.fts({
    baseTokenizer: 'whitespace',
    withPosition: false,
    lowercase: false,
    stem: false,
    removeStopWords: false,
    asciiFolding: false,
  })
  await entries.createIndex('terms', { config })
  return { connection, entries, wordings, embedder }
}

async function connectTo(place: string): Promise<Connection> {
  const { connect, Session } = await lancedb()
  return connect(place, {}, new Session(cacheBytes, cacheBytes))
}

/** Loaded on first use because it takes a quarter of a second. */
async function lancedb() {
  // With fewer threads, building a full-text index can wait for itself for ever.
  process.env['LANCE_CPU_THREADS'] ??= '4'
  // It writes to the terminal by itself; what matters arrives as an error.
  process.env['LANCEDB_LOG'] ??= 'off'
  return import('@lancedb/lancedb')
}

/** One row per entry: its words for full text and the middle of its wordings' vectors. */
export function entryTable(rows: readonly EntryRow[], dimension: number) {
  return table(
    [
      ['id', rows.map(row => row.id)],
      ['terms', rows.map(row => row.terms)],
    ],
    rows.map(row => row.vector),
    dimension,
  )
}

/** One row per wording. */
export function wordingTable(rows: readonly WordingRow[], dimension: number) {
  return table(
    [['entryId', rows.map(row => row.entryId)]],
    rows.map(row => row.vector),
    dimension,
  )
}

function table(
  texts: readonly [name: string, values: string[]][],
  vectors: readonly Float32Array[],
  dimension: number,
) {
  const arrow = loadArrow()
  const vectorType = new arrow.FixedSizeList(dimension, new arrow.Field('item', new arrow.Float32(), true))
  const schema = new arrow.Schema([
    ...texts.map(([name]) => new arrow.Field(name, new arrow.Utf8(), false)),
    new arrow.Field('vector', vectorType, false),
  ])
  const length = vectors.length
  if (length === 0) return new arrow.Table(schema)
  const flat = new Float32Array(length * dimension)
  for (const [index, vector] of vectors.entries()) flat.set(vector, index * dimension)
  const floats = arrow.makeData({ type: new arrow.Float32(), length: flat.length, nullCount: 0, data: flat })
  const columns = texts.map(([, values]) => arrow.vectorFromArray(values, new arrow.Utf8()).data)
  const children = [...columns.flat(), arrow.makeData({ type: vectorType, length, nullCount: 0, child: floats })]
  const data = arrow.makeData({ type: new arrow.Struct(schema.fields), length, nullCount: 0, children })
  return new arrow.Table(schema, [new arrow.RecordBatch(schema, data)])
}
