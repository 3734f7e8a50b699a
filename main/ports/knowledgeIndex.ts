import type { Entry } from '#contract/knowledge.ts'

/** Turns text into vectors. `id` changes whenever the same text would give another vector. */
export interface Embedder {
  id: string
  dimension: number
  /** One vector of length `dimension` for each text, in order; norm 1, or all zero for a text without words. May throw EmbedderAway. */
  embed(texts: readonly string[]): Promise<Float32Array[]>
}

/** Its process is away or busy: the index is whole, and this is worth trying again. */
export class EmbedderAway extends Error {
  override readonly name = 'EmbedderAway'
}

export interface IndexHit {
  entryId: string
  /** Raw score of each ranker that found it: `fullText` (BM25), `vector` and `wording` (cosine). */
  parts: Readonly<Record<string, number>>
}

/**
 * A rebuildable cache over the entries. Any call may throw IndexBroken; then it is emptied and filled again. One writer at
 * a time. EmbedderAway passes through, and nothing was changed.
 */
export interface KnowledgeIndex {
  /** Opens the index for this embedder; `false` when it was new, damaged or of another embedder, and is empty now. */
  open(embedder: Embedder): Promise<boolean>
  /** Adds or replaces. Durable for a process crash when it resolves. */
  put(entries: readonly Entry[]): Promise<void>
  remove(entryIds: readonly string[]): Promise<void>
  count(): Promise<number>
  /** Candidates of all rankers together, unfused; up to `limit` of each. */
  search(text: string, limit: number): Promise<IndexHit[]>
  /** Folds small writes together; call it when idle. */
  tidy(): Promise<void>
  empty(): Promise<void>
  close(): Promise<void>
}

export class IndexBroken extends Error {
  override readonly name = 'IndexBroken'
}
