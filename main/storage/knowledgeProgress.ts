import type { Entry } from '#contract/knowledge.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Database } from './database.ts'
import { entryColumns, shown, toEntry, type EntryRow } from './knowledgeRows.ts'

type IndexProgress = Pick<
  KnowledgeStore,
  'stale' | 'staleCount' | 'markIndexed' | 'removedIds' | 'forgetRemoved' | 'markAllStale'
>

/** What the vector index holds of the entries, by the number of its present filling. */
export function createIndexProgress(db: Database): IndexProgress {
  const sql = {
    generation: db
      .prepare<[string], number>('select generation from knowledge_generations where embedder_id = ?')
      .pluck(),
    addGeneration: db.prepare('insert into knowledge_generations (embedder_id) values (?)'),
    forgetGenerations: db.prepare('delete from knowledge_generations'),
    // Three questions instead of `is not`, so that each finds its rows by the index and not by reading all the done ones.
    neverIndexed: db.prepare<[number], EntryRow>(staleWhere('indexed_in is null')),
    indexedBefore: db.prepare<[number, number], EntryRow>(staleWhere('indexed_in < ?')),
    indexedElsewhere: db.prepare<[number, number], EntryRow>(staleWhere('indexed_in > ?')),
    indexedCount: db
      .prepare<[number], number>(`select count(*) from knowledge_entries where indexed_in = ? and ${shown}`)
      .pluck(),
    count: db.prepare<[], number>(`select count(*) from knowledge_entries where ${shown}`).pluck(),
    mark: db.prepare('update knowledge_entries set indexed_in = ? where id = ? and updated_at = ?'),
    removed: db.prepare<[], string>('select entry_id from knowledge_removed').pluck(),
    forget: db.prepare('delete from knowledge_removed where entry_id in (select value from json_each(?))'),
    forgetAll: db.prepare('delete from knowledge_removed'),
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
