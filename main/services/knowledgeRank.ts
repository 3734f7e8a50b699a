import type { Entry } from '#contract/knowledge.ts'
import { createLooks } from '#domain/knowledge/looks.ts'
import { fuse, type Hit, type RankedEntry } from '#domain/knowledge/rank.ts'
import { dot, middleOf, spellingVector } from '#domain/knowledge/spelling.ts'
import type { Embedder, IndexHit } from '#main/ports/knowledgeIndex.ts'
import type { KnowledgeStore } from '#main/ports/knowledgeStore.ts'

/** So many of the candidates are read and compared one by one. */
const compared = 60
/** Entries that only the installed model found. */
const foundByModel = 10
const wordingsCompared = 16
const wordingsKept = 12_000

export interface RankDeps {
  store: Pick<KnowledgeStore, 'entriesById'>
  embedder: Embedder
}

/** Reads the candidates, compares them one by one and puts the best first. */
export function createRank({ store, embedder }: RankDeps) {
  const looks = createLooks(wordingsKept)

  async function nearnessOf(question: Float32Array, entry: Entry) {
    const vectors = await embedder.embed([entry.question, ...entry.wordings].slice(0, wordingsCompared))
    return {
      wording: Math.max(...vectors.map(vector => dot(question, vector))),
      vector: dot(question, middleOf(vectors)),
    }
  }

  /** By what the built-in rankers say, which is what the confidence was measured with. */
  function rank(question: string, hits: readonly Hit[]): RankedEntry[] {
    const nearest = fuse(hits).slice(0, compared)
    const entries = new Map(store.entriesById(nearest.map(hit => hit.entryId)).map(entry => [entry.id, entry]))
    const spelt = spellingVector(question)
    const full = nearest.flatMap(({ entryId, parts }) => {
      const entry = entries.get(entryId)
      return entry === undefined ? [] : [{ entryId, entry, parts: { ...parts, ...looks.nearness(spelt, entry) } }]
    })
    return fuse(full)
  }

  /** What the installed model found beside them, compared by the built-in embedder too. */
  async function besides(question: string, known: readonly RankedEntry[], found: readonly IndexHit[]) {
    const listed = new Set(known.map(({ entryId }) => entryId))
    const best = fuse(found.map(asOfModel)).filter(({ entryId }) => !listed.has(entryId))
    const entries = store.entriesById(best.slice(0, foundByModel).map(({ entryId }) => entryId))
    const [vector] = entries.length === 0 ? [] : await embedder.embed([question])
    const spelt = spellingVector(question)
    const added = []
    for (const entry of entries) {
      const nearness = vector === undefined ? {} : await nearnessOf(vector, entry)
      added.push({ entryId: entry.id, entry, parts: { ...nearness, ...looks.nearness(spelt, entry) } })
    }
    return added
  }

  return {
    terms: looks.terms,
    nearnessOf,
    rank,
    /**
     * The same candidates and those that only the installed model found, in its order too. Cosines of another model are on
     * another scale: they count in the order alone, where only their spread does, and never in how sure an answer is.
     */
    async withModel(question: string, builtIn: readonly RankedEntry[], found: readonly IndexHit[]) {
      const byModel = new Map(found.map(hit => [hit.entryId, asOfModel(hit).parts]))
      const added = await besides(question, builtIn, found)
      const judged = added.length === 0 ? [...builtIn] : fuse([...builtIn, ...added])
      const ranked = fuse(judged.map(one => ({ ...one, parts: { ...one.parts, ...byModel.get(one.entryId) } })))
      return { judged, ranked }
    },
  }
}

function asOfModel({ entryId, parts: { vector, wording } }: IndexHit): Hit {
  const parts: Record<string, number> = {}
  if (vector !== undefined) parts['modelVector'] = vector
  if (wording !== undefined) parts['modelWording'] = wording
  return { entryId, parts }
}
