import type { Entry } from '#contract/knowledge.ts'
import { confidenceOf } from '#domain/knowledge/confidence.ts'
import type { Hit, RankedEntry } from '#domain/knowledge/rank.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Embedder, IndexHit, KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Log } from '#main/ports/log.ts'
import { createRank } from './knowledgeRank.ts'

const candidates = 50
/** Entries that the shop's own wordings point to, whatever the index found. */
const ownCandidates = 10
const longestWaitMs = 2_000
const longestQuery = 4_000

export interface SearchResult {
  /** Best first. */
  ranked: RankedEntry[]
  /** 0 to 1: how likely the first one answers the question. */
  confidence: number
  /** The same for any of the ranked entries; 0 for others. */
  confidenceOf(entry: Entry): number
  /** Always true: without the index, words are looked up instead. */
  ready: boolean
  /** `words`: the index was not ready, so entries were found by words alone and then compared; `model`: an installed model helped. */
  by: 'index' | 'words' | 'model'
}

export interface SearchDeps {
  store: KnowledgeStore
  index: KnowledgeIndex
  embedder: Embedder
  clock: Clock
  log: Log
  isIndexUsable(): boolean
  onBroken(): void
  /** What was learned from the shop's own wordings, by entry; null when there was too little to learn from. */
  ownScores(question: string): ReadonlyMap<string, number> | null
  /** What an installed model finds; null while there is none, or it is away. Never throws. */
  searchByModel?(question: string, limit: number): Promise<IndexHit[] | null>
}

/** Never waits for the index: what it cannot give in time is looked up by words. */
export function createKnowledgeSearch(deps: SearchDeps) {
  const { store, index, embedder, clock, log, isIndexUsable, onBroken, ownScores, searchByModel } = deps
  const ranking = createRank({ store, embedder })

  async function fromIndex(text: string): Promise<Hit[] | null> {
    if (!isIndexUsable()) return null
    const done = new AbortController()
    try {
      return await Promise.race([
        index.search(text, candidates),
        clock.sleep(longestWaitMs, done.signal).then(() => null),
      ])
    } catch (error) {
      log.warn('the search index failed and words are looked up instead', { reason: String(error) })
      onBroken()
      return null
    } finally {
      // With a reason, because making the usual one is slow.
      done.abort('found')
    }
  }

  async function fromWords(text: string): Promise<Hit[]> {
    const found = store.search(text, candidates)
    const scores = new Map(found.map(({ entryId, score }) => [entryId, score]))
    const [question] = await embedder.embed([text])
    const hits: Hit[] = []
    for (const entry of store.entriesById([...scores.keys()])) {
      const nearness = question === undefined ? {} : await ranking.nearnessOf(question, entry)
      hits.push({ entryId: entry.id, parts: { fullText: scores.get(entry.id) ?? 0, ...nearness } })
    }
    return hits
  }

  /** The candidates together with what the shop's own wordings say of them. */
  function withOwn(hits: readonly Hit[], own: ReadonlyMap<string, number> | null): Hit[] {
    if (own === null) return [...hits]
    const listed = new Set(hits.map(({ entryId }) => entryId))
    const best = [...own].toSorted(([, one], [, other]) => other - one).slice(0, ownCandidates)
    const added = best.filter(([entryId]) => !listed.has(entryId)).map(([entryId]) => ({ entryId, parts: {} }))
    return [...hits, ...added].map(hit => {
      const score = own.get(hit.entryId)
      return score === undefined ? hit : { ...hit, parts: { ...hit.parts, own: score } }
    })
  }

  return async function search(text: string, limit: number): Promise<SearchResult> {
    const question = text.slice(0, longestQuery)
    const [fromTheIndex, fromTheModel] = await Promise.all([
      fromIndex(question),
      searchByModel?.(question, candidates) ?? null,
    ])
    const hits = fromTheIndex ?? (await fromWords(question))
    const builtIn = ranking.rank(question, withOwn(hits, ownScores(question)))
    const { judged, ranked } =
      fromTheModel === null
        ? { judged: builtIn, ranked: builtIn }
        : await ranking.withModel(question, builtIn, fromTheModel)
    const confidenceIn = (id: string | undefined) => {
      const place = judged.findIndex(one => one.entry.id === id)
      return place < 0 ? 0 : confidenceOf(question, judged, place, ranking.terms)
    }
    return {
      ranked: ranked.slice(0, limit),
      confidence: confidenceIn(ranked[0]?.entry.id),
      confidenceOf: entry => confidenceIn(entry.id),
      ready: true,
      by: fromTheModel !== null ? 'model' : fromTheIndex === null ? 'words' : 'index',
    }
  }
}
