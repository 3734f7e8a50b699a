import type { Entry } from '#contract/knowledge.ts'
import { confidenceOf } from '#domain/knowledge/confidence.ts'
import { fuse, type Hit, type RankedEntry } from '#domain/knowledge/rank.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Embedder, KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'
import type { Log } from '#main/ports/log.ts'

const candidates = 50
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
  /** `words`: the index was not ready, so entries were found by words alone and then compared. */
  by: 'index' | 'words'
}

export interface SearchDeps {
  store: KnowledgeStore
  index: KnowledgeIndex
  embedder: Embedder
  clock: Clock
  log: Log
  isIndexUsable(): boolean
  onBroken(): void
}

/** Never waits for the index: what it cannot give in time is looked up by words. */
export function createKnowledgeSearch({ store, index, embedder, clock, log, isIndexUsable, onBroken }: SearchDeps) {
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
      done.abort()
    }
  }

  async function fromWords(text: string): Promise<Hit[]> {
    const found = store.search(text, candidates)
    const scores = new Map(found.map(({ entryId, score }) => [entryId, score]))
    const entries = store.entriesById([...scores.keys()])
    const [question] = await embedder.embed([text])
    const hits: Hit[] = []
    for (const entry of entries) {
      const nearness = question === undefined ? {} : await nearnessOf(question, entry)
      hits.push({ entryId: entry.id, parts: { fullText: scores.get(entry.id) ?? 0, ...nearness } })
    }
    return hits
  }

  async function nearnessOf(question: Float32Array, entry: Entry) {
    const vectors = await embedder.embed([entry.question, ...entry.wordings])
    const each = vectors.map(vector => dot(question, vector))
    const middle = new Float32Array(question.length)
    for (const vector of vectors) {
      for (let place = 0; place < middle.length; place++) middle[place] = (middle[place] ?? 0) + (vector[place] ?? 0)
    }
    const length = Math.sqrt(dot(middle, middle))
    return { wording: Math.max(...each), vector: length === 0 ? 0 : dot(question, middle) / length }
  }

  return async function search(text: string, limit: number): Promise<SearchResult> {
    const question = text.slice(0, longestQuery)
    const fromTheIndex = await fromIndex(question)
    const fused = fuse(fromTheIndex ?? (await fromWords(question)))
    const entries = new Map(store.entriesById(fused.map(hit => hit.entryId)).map(entry => [entry.id, entry]))
    const ranked = fused.flatMap(hit => {
      const entry = entries.get(hit.entryId)
      return entry === undefined ? [] : [{ ...hit, entry }]
    })
    return {
      ranked: ranked.slice(0, limit),
      confidence: confidenceOf(question, ranked),
      confidenceOf(entry) {
        const place = ranked.findIndex(one => one.entry.id === entry.id)
        return place < 0 ? 0 : confidenceOf(question, ranked, place)
      },
      ready: true,
      by: fromTheIndex === null ? 'words' : 'index',
    }
  }
}

function dot(one: Float32Array, other: Float32Array): number {
  let sum = 0
  for (let place = 0; place < one.length; place++) sum += (one[place] ?? 0) * (other[place] ?? 0)
  return sum
}
