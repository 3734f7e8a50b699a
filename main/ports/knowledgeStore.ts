import type { Entry, Source, SourceFormat } from '#contract/knowledge.ts'

/** What an index holds of the entries. */
export interface IndexProgress {
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

export interface ModelIndexProgress extends IndexProgress {
  /** The owner stopped the building; kept for each embedder. */
  isPaused(embedderId: string): boolean
  setPaused(embedderId: string, paused: boolean): void
}

export interface KnowledgeStore extends IndexProgress {
  /** Sorted by name. A source that is still being filled is not here, nor are its entries. */
  sources(): Source[]
  source(id: string): Source | null
  /** Counts no entries, unlike `source`. */
  sourceName(id: string): string | null
  sourceByName(name: string): Source | null
  /** Inserts, or renames and dates one that is there. `hidden`: only seen after `showSource`. */
  putSource(source: { id: string; name: string; format: SourceFormat; importedAt: Date }, hidden?: boolean): void
  showSource(id: string): void
  /** Takes it out of sight with all its entries at once; `removeHidden` then deletes it. */
  hideSource(id: string): void
  /** Deletes up to `limit` entries of sources that are hidden, also of imports that a crash cut off. False when there are none. */
  removeHidden(limit: number): boolean
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
  /** All tags in use, sorted. */
  tags(limit: number): string[]

  /** Makes up to `limit` changed entries findable by `search`; how many it did. */
  fillSearch(limit: number): number
  /** The best matches by words alone, best first; needs no index. A higher score is better. */
  search(text: string, limit: number): { entryId: string; score: number }[]

  /** The same for the index made with an installed model, beside the built-in one. */
  modelIndex: ModelIndexProgress
}
