import type { Entry } from '#contract/knowledge.ts'
import type { IndexProgress, ModelIndexProgress } from '#main/ports/knowledgeStore.ts'
import type { Database } from './database.ts'
import { entryColumns, shown, toEntry, type EntryRow } from './knowledgeRows.ts'

/** Where it is written down: the column of the entries, and two tables. */
interface Place {
  column: string
  removed: string
  generations: string
}

const builtIn: Place = {
  column: 'indexed_in',
  removed: 'knowledge_removed',
  generations: 'knowledge_generations',
}
const ofModel: Place = {
  column: 'in_model_index',
  removed: 'knowledge_removed_from_model_index',
  generations: 'knowledge_model_generations',
}

export const createIndexProgress = (db: Database): IndexProgress => progressIn(db, builtIn)

/** The index made with an installed model. */
export function createModelIndexProgress(db: Database): ModelIndexProgress {
  const paused = db.prepare('select 1 from knowledge_model_index_paused where embedder_id = ?')
  const pause = db.prepare('insert or ignore into knowledge_model_index_paused (embedder_id) values (?)')
  const goOn = db.prepare('delete from knowledge_model_index_paused where embedder_id = ?')
  return {
    ...progressIn(db, ofModel),
    isPaused: embedderId => paused.get(embedderId) !== undefined,
    setPaused: (embedderId, isPaused) => void (isPaused ? pause : goOn).run(embedderId),
  }
}

/** What a vector index holds of the entries, by the number of its present filling. */
function progressIn(db: Database, { column, removed, generations }: Place): IndexProgress {
  const sql = {
    generation: db.prepare<[string], number>(`select generation from ${generations} where embedder_id = ?`).pluck(),
    addGeneration: db.prepare(`insert into ${generations} (embedder_id) values (?)`),
    forgetGenerations: db.prepare(`delete from ${generations}`),
    // Three questions instead of `is not`, so that each finds its rows by the index and not by reading all the done ones.
    neverIndexed: db.prepare<[number], EntryRow>(staleWhere(`${column} is null`)),
    indexedBefore: db.prepare<[number, number], EntryRow>(staleWhere(`${column} < ?`)),
    indexedElsewhere: db.prepare<[number, number], EntryRow>(staleWhere(`${column} > ?`)),
    indexedCount: db
      .prepare<[number], number>(`select count(*) from knowledge_entries where ${column} = ? and ${shown}`)
      .pluck(),
    count: db.prepare<[], number>(`select count(*) from knowledge_entries where ${shown}`).pluck(),
    mark: db.prepare(`update knowledge_entries set ${column} = ? where id = ? and updated_at = ?`),
    removed: db.prepare<[], string>(`select entry_id from ${removed}`).pluck(),
    forget: db.prepare(`delete from ${removed} where entry_id in (select value from json_each(?))`),
    forgetAll: db.prepare(`delete from ${removed}`),
  }

  function generationOf(embedderId: string): number {
    const known = sql.generation.get(embedderId)
    return known ?? Number(sql.addGeneration.run(embedderId).lastInsertRowid)
  }

  return {
    stale(embedderId, limit) {
      const generation = generationOf(embedderId)
      let rows = sql.neverIndexed.all(limit)
      if (rows.length === 0) rows = sql.indexedBefore.all(generation, limit)
      if (rows.length === 0) rows = sql.indexedElsewhere.all(generation, limit)
      return rows.map(toEntry)
    },
    staleCount: embedderId => (sql.count.get() ?? 0) - (sql.indexedCount.get(generationOf(embedderId)) ?? 0),
    markIndexed: db.transaction((embedderId: string, entries: readonly Pick<Entry, 'id' | 'updatedAt'>[]) => {
      const generation = generationOf(embedderId)
      for (const entry of entries) sql.mark.run(generation, entry.id, entry.updatedAt.getTime())
    }),
    removedIds: () => sql.removed.all(),
    forgetRemoved: ids => void sql.forget.run(JSON.stringify(ids)),
    markAllStale: db.transaction(() => {
      sql.forgetGenerations.run()
      sql.forgetAll.run()
    }),
  }
}

function staleWhere(condition: string): string {
  return `select ${entryColumns} from knowledge_entries where ${condition} and ${shown} limit ?`
}
