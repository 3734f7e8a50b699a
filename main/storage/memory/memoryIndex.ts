import { IndexBroken, type IndexHit } from '#main/ports/knowledgeIndex.ts'
import type { EntryRow, WordingRow } from '../vectorRows.ts'
import type { Question } from '../vectorSearch.ts'
import { createBest, type Place } from './best.ts'
import { COMPARED_TOGETHER, createVectorMemory, UNIT } from './compare.ts'
import { createWordsInMemory } from './wordsInMemory.ts'

const wordingsPerEntry = 4
/** Up to so many entries it is cheap to make it anew. */
const fewEntries = 5_000
const wornShare = 0.1
/** So many entries may wait until the middle of their wordings is worked out. */
const mostWaiting = 256
/** The sum of opposite wordings has no direction: their middle is near to nothing. */
const nowhere = 1e-3
const gone = -1
/** Room that is made for more, as a share of what is there. */
const growth = 1.25

export type MemoryIndex = ReturnType<typeof createMemoryIndex>

/**
 * What the tables of the index hold, in memory: a search takes a tenth of the time that it takes there, and always gives
 * the same. Nothing that was found is left out: every vector is compared. The middle of an entry's wordings is not kept:
 * what is near to it follows from what is near to them.
 */
export function createMemoryIndex(dimension: number) {
  const words = createWordsInMemory()
  const vectors = createVectorMemory(Math.ceil(dimension / COMPARED_TOGETHER) * COMPARED_TOGETHER)
  /** By the number of its document; null for one that was dropped. */
  const ids: (string | null)[] = []
  const numbers = new Map<string, number>()
  /** By the number of the wording: its entry, and the wording of this entry before it. */
  let owners = new Int32Array(0)
  let before = new Int32Array(0)
  /** By the number of the entry: its newest wording, and what the sum of their nearness is multiplied with for that of their middle. */
  const newest: number[] = []
  const shares: number[] = []
  const waiting = new Set<number>()
  let sums = new Float64Array(0)
  let dropped = 0

  function wordingsOf(entry: number): number[] {
    const found: number[] = []
    for (let at = newest[entry] ?? gone; at !== gone; at = before[at] ?? gone) found.push(at)
    return found
  }

  function settle(): void {
    for (const entry of waiting) {
      const norm = vectors.normOfSum(wordingsOf(entry))
      shares[entry] = norm < nowhere ? 0 : 1 / norm
    }
    waiting.clear()
  }

  function nearestWordings(question: Float32Array, limit: number): Place[] {
    const best = createBest(limit)
    sums.fill(0, 0, ids.length)
    vectors.compare(question, (first, products, count) => {
      takeProducts(products.subarray(0, count), owners.subarray(first, first + count), first, { sums, best })
    })
    return best.list()
  }

  /** After the wordings, from the sums of their nearness. */
  function nearestMiddles(limit: number): Place[] {
    const best = createBest(limit)
    let least = best.least()
    for (let entry = 0; entry < ids.length; entry++) {
      const score = (sums[entry] ?? 0) * (shares[entry] ?? 0)
      if (score > least && ids[entry] !== null) least = best.offer(entry, score)
    }
    return best.list()
  }

  return {
    /** With those that were dropped. */
    vectorCount: () => vectors.count(),
    entryIds: () => numbers.keys(),
    /** What was dropped takes room, and counts in how common a word is. */
    isWorn: () => dropped > 0 && (ids.length <= fewEntries || dropped > ids.length * wornShare),
    addEntry({ id, terms }: Pick<EntryRow, 'id' | 'terms'>): void {
      numbers.set(id, words.add(terms))
      ids.push(id)
      newest.push(gone)
      shares.push(0)
    },
    /** Of an entry that was added. */
    addWording({ entryId, vector }: WordingRow): void {
      const entry = numbers.get(entryId)
      if (entry === undefined) throw new IndexBroken('A wording in the search index belongs to no entry')
      const wording = vectors.count()
      vectors.add(vector)
      owners = withRoom(owners, wording)
      before = withRoom(before, wording)
      before[wording] = newest[entry] ?? gone
      newest[entry] = wording
      owners[wording] = entry
      waiting.add(entry)
      if (waiting.size > mostWaiting) settle()
    },
    drop(entryId: string): void {
      const entry = numbers.get(entryId)
      if (entry === undefined) return
      words.drop(entry)
      numbers.delete(entryId)
      ids[entry] = null
      for (const wording of wordingsOf(entry)) owners[wording] = gone
      dropped += 1
    },
    /** As `searchTables`. */
    search({ words: asked, vector }: Question, limit: number): IndexHit[] {
      const hits: IndexHit[] = []
      const found = new Map<number, Record<string, number>>()
      const note = (part: string, entry: number, score: number) => {
        const known = found.get(entry)
        if (known !== undefined) {
          known[part] = Math.max(known[part] ?? score, score)
          return
        }
        const parts = { [part]: score }
        found.set(entry, parts)
        hits.push({ entryId: ids[entry] ?? '', parts })
      }
      for (const { place, score } of words.search(asked, limit)) note('fullText', place, score)
      if (vector !== null) {
        settle()
        if (sums.length < ids.length) sums = new Float64Array(Math.ceil(ids.length * growth))
        const wordings = nearestWordings(vector, limit * wordingsPerEntry)
        for (const { place, score } of nearestMiddles(limit)) note('vector', place, score * UNIT)
        for (const { place, score } of wordings) note('wording', owners[place] ?? gone, score * UNIT)
      }
      return hits
    },
  }
}

/** By itself, so that all of it runs on local values: it is done for every wording of every search. */
function takeProducts(
  products: Int32Array,
  owners: Int32Array,
  first: number,
  { sums, best }: { sums: Float64Array; best: ReturnType<typeof createBest> },
): void {
  let least = best.least()
  for (let index = 0; index < products.length; index++) {
    const owner = owners[index] ?? gone
    if (owner === gone) continue
    const product = products[index] ?? 0
    sums[owner] = (sums[owner] ?? 0) + product
    if (product > least) least = best.offer(first + index, product)
  }
}

/** The same numbers, and room for one at this place. */
function withRoom(numbers: Int32Array<ArrayBuffer>, place: number): Int32Array<ArrayBuffer> {
  if (place < numbers.length) return numbers
  const larger = new Int32Array(Math.ceil((place + 1) * growth))
  larger.set(numbers)
  return larger
}
