import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Table } from '@lancedb/lancedb'
import { EmbedderAway, IndexBroken, type Embedder, type KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import type { Log } from '#main/ports/log.ts'
import { createMemoryIndex, type MemoryIndex } from './memory/memoryIndex.ts'
import { readIntoMemory } from './memory/readIntoMemory.ts'
import { rowsFor } from './vectorRows.ts'
import { questionOf, searchTables } from './vectorSearch.ts'
import { checkTables, createTables, entryTable, openTables, wordingTable, type OpenIndex } from './vectorTables.ts'

/** Part of the folder's name: another number means another layout, built anew. */
const layout = 1
/** Fewer vectors are read from disk and compared one by one. */
const vectorIndexFrom = 5_000
/** Up to so many are all looked at, out of memory: `probes` of the search reaches every part. */
const allLookedAt = 20_000
const fewParts = 40

/** 125,000 entries with two wordings each, at the dimension of the trained embedding. */
const mostBytesInMemory = 64 * 1024 * 1024
const bytesOfPlace = 2

/**
 * Full text and vectors of the shop's knowledge in LanceDB, and a copy in memory that is searched, unless it would be
 * larger than `mostBytes`. Holds words of knowledge only, never a customer's.
 */
export function createLanceIndex({
  folder,
  log,
  mostBytes = mostBytesInMemory,
  keepsWords = true,
}: {
  folder: string
  log: Log
  mostBytes?: number
  /** False: vectors alone, for an index beside one that has the words. */
  keepsWords?: boolean
}): KnowledgeIndex {
  let opened: OpenIndex | null = null
  let memory: MemoryIndex | null = null
  let wanted: Embedder | null = null
  /** Ids of the entries in it; this process is the only one that writes. */
  let held = new Set<string>()

  function current(): OpenIndex {
    if (opened === null) throw new IndexBroken('The search index is not open')
    return opened
  }

  async function close() {
    const { connection, entries, wordings } = opened ?? {}
    opened = null
    memory = null
    entries?.close()
    wordings?.close()
    connection?.close()
  }

  async function drop(ids: readonly string[]) {
    if (ids.length === 0) return
    const { entries, wordings } = current()
    await wordings.delete(`entryId in ${oneOf(ids)}`)
    await entries.delete(`id in ${oneOf(ids)}`)
    for (const id of ids) {
      held.delete(id)
      memory?.drop(id)
    }
  }

  function fits(vectorCount: number, { dimension }: Embedder): boolean {
    return vectorCount * dimension * bytesOfPlace <= mostBytes
  }

  async function remember(tables: OpenIndex): Promise<MemoryIndex | null> {
    if (fits(await tables.wordings.countRows(), tables.embedder)) return readIntoMemory(tables)
    await checkTables(tables)
    return null
  }

  async function create(embedder: Embedder) {
    await close()
    held = new Set()
    await rm(folder, { recursive: true, force: true })
    await mkdir(folder, { recursive: true })
    opened = await createTables(join(folder, nameFor(embedder)), embedder)
    memory = fits(0, embedder) ? createMemoryIndex(embedder.dimension) : null
  }

  return {
    open: embedder =>
      guarded(async () => {
        await close()
        wanted = embedder
        const place = join(folder, nameFor(embedder))
        if (await holds(folder, nameFor(embedder))) {
          try {
            opened = await openTables(place, embedder)
            memory = await remember(opened)
            held = memory === null ? await idsIn(opened.entries) : new Set(memory.entryIds())
            return true
          } catch (error) {
            log.warn('the search index is damaged and is built again', { reason: reasonOf(error) })
          }
        }
        await create(embedder)
        return false
      }),

    put: added =>
      guarded(async () => {
        if (added.length === 0) return
        const { entries, wordings, embedder } = current()
        const { entryRows, wordingRows } = await rowsFor(added, embedder, keepsWords)
        // Deleting searches whole tables, so only what is there is deleted.
        await drop(added.map(entry => entry.id).filter(id => held.has(id)))
        // First, so that an entry cut off here counts as held and is cleared away before it is put again.
        for (const { id } of entryRows) held.add(id)
        await addAll(entries, entryTable(entryRows, embedder.dimension))
        await addAll(wordings, wordingTable(wordingRows, embedder.dimension))
        if (memory === null) return
        entryRows.forEach(memory.addEntry)
        wordingRows.forEach(memory.addWording)
        if (!fits(memory.vectorCount(), embedder)) memory = null
      }),

    remove: entryIds => guarded(() => drop(entryIds.filter(id => held.has(id)))),

    count: () => guarded(() => current().entries.countRows()),

    search: (text, limit) =>
      guarded(async () => {
        const tables = current()
        const asked = await questionOf(text, tables.embedder)
        const question = keepsWords ? asked : { ...asked, words: [] }
        return memory === null ? searchTables(tables, question, limit) : memory.search(question, limit)
      }),

    tidy: () =>
      guarded(async () => {
        const tables = current()
        for (const table of [tables.entries, tables.wordings]) {
          await table.optimize({ cleanupOlderThan: new Date() })
          if (memory === null) await indexVectors(table)
        }
        if (memory?.isWorn()) memory = await remember(tables)
      }),

    empty: () =>
      guarded(async () => {
        if (wanted === null) throw new IndexBroken('The search index was never opened')
        await create(wanted)
      }),

    close: () => guarded(close),
  }
}

function nameFor(embedder: Embedder): string {
  return `${layout}-${embedder.id}-${embedder.dimension}`.replace(/[^a-z0-9.-]/gi, '_')
}

async function holds(folder: string, name: string): Promise<boolean> {
  await mkdir(folder, { recursive: true })
  const names = await readdir(folder)
  return names.includes(name)
}

async function idsIn(table: Table): Promise<Set<string>> {
  const ids = new Set<string>()
  for await (const batch of table.query().select(['id'])) {
    for (const id of batch.getChild('id') ?? []) ids.add(String(id))
  }
  return ids
}

/** Rows that LanceDB took without keeping them would only show as missing answers. */
async function addAll(table: Table, rows: ReturnType<typeof entryTable>) {
  const before = await table.countRows()
  await table.add(rows)
  const added = (await table.countRows()) - before
  if (added !== rows.numRows) throw new IndexBroken(`${added} of ${rows.numRows} rows were kept`)
}

/** Kept in memory in parts of like vectors; cut anew when the table has grown far beyond what the parts were made for. */
async function indexVectors(table: Table) {
  const rowCount = await table.countRows()
  if (rowCount < vectorIndexFrom) return
  const indices = await table.listIndices()
  const known = indices.filter(({ columns }) => columns.includes('vector'))
  const parts = rowCount <= allLookedAt ? fewParts : Math.round(Math.sqrt(rowCount))
  if (known.some(({ name }) => partsOf(name) * 2 > parts)) return
  const { Index } = await import('@lancedb/lancedb')
  const config = Index.ivfFlat({ distanceType: 'l2', numPartitions: parts })
  await table.createIndex('vector', { config, name: `${indexName}${parts}` })
  for (const { name } of known) await table.dropIndex(name)
}

const indexName = 'vector_in_'

/** The number of parts stands in the name, because LanceDB does not tell it. */
function partsOf(name: string): number {
  return name.startsWith(indexName) ? Number(name.slice(indexName.length)) : 0
}

function oneOf(ids: readonly string[]): string {
  return `(${ids.map(id => `'${id.replaceAll("'", "''")}'`).join(', ')})`
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.name : 'unknown'
}

async function guarded<T>(work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof IndexBroken || error instanceof EmbedderAway) throw error
    throw new IndexBroken('The search index does not work', { cause: error })
  }
}
