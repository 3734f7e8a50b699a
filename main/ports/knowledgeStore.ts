import type { Entry, Source, SourceFormat } from '#contract/knowledge.ts'

export interface KnowledgeStore {
  /** Sorted by name. */
  sources(): Source[]
  source(id: string): Source | null
  sourceByName(name: string): Source | null
  /** Inserts, or renames and dates one that is there. */
  putSource(source: { id: string; name: string; format: SourceFormat; importedAt: Date }): void
  /** With all its entries. */
  removeSource(id: string): void
  /** In the order of the file. `text` looks in questions, wordings and answers. */
  entries(query: { sourceId: string | null; text: string; offset: number; limit: number }): {
    items: Entry[]
    total: number
  }
  entry(id: string): Entry | null
  entriesById(ids: readonly string[]): Entry[]
  allOfSource(sourceId: string): Entry[]
  /** Adds or replaces; the index is told through `stale`. */
  putEntries(entries: readonly Entry[]): void
  removeEntries(ids: readonly string[]): void
  entryCount(): number
  /** Entries that the index of this embedder does not hold in their present form. */
  stale(embedderId: string, limit: number): Entry[]
  staleCount(embedderId: string): number
  /** Call after the index took them. An entry changed meanwhile stays stale. */
  markIndexed(embedderId: string, entries: readonly Pick<Entry, 'id' | 'updatedAt'>[]): void
  /** Ids of removed entries that the index may still hold. */
  removedIds(): string[]
  forgetRemoved(ids: readonly string[]): void
  /** The index is empty: everything is stale again. */
  markAllStale(): void
}
