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
    stale: db.prepare<[number, number], EntryRow>(
      `select ${entryColumns} from knowledge_entries where indexed_in is not ? and ${shown} order by seq limit ?`,
    ),
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
    stale: (embedderId, limit) => sql.stale.all(generationOf(embedderId), limit).map(toEntry),
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
