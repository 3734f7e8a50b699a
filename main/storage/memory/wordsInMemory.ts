import { createBest, type Place } from './best.ts'

/** Okapi BM25 with the usual settings, as LanceDB counts it. */
const saturation = 1.2
const lengthMatters = 0.75
/** A document and how often it has the word share one number. */
const mostOften = 255
const oftenBits = 8
const mostDocuments = 2 ** 22

/** Full-text search over documents whose words are ready for searching, parted by blanks. */
export function createWordsInMemory() {
  const documents = new Map<string, number[]>()
  const lengths: number[] = []
  const dropped = new Set<number>()
  let allWords = 0
  let scores = new Float64Array(0)
  /** By the number of the document: what its length takes off; worked out again when documents came in. */
  let dampings = new Float64Array(0)
  let damped = 0

  function makeRoom(count: number): void {
    if (scores.length < count) {
      scores = new Float64Array(Math.ceil(count * 1.25))
      dampings = new Float64Array(scores.length)
      damped = 0
    }
    if (damped === count) return
    const usual = allWords / Math.max(1, count)
    for (let document = 0; document < count; document++) {
      const length = 1 - lengthMatters + (lengthMatters * (lengths[document] ?? 0)) / usual
      dampings[document] = saturation * length
    }
    damped = count
  }

  function addScores(word: string, count: number): void {
    const having = documents.get(word) ?? []
    const rarity = Math.log((count - having.length + 0.5) / (having.length + 0.5) + 1) * (saturation + 1)
    for (let index = 0; index < having.length; index++) {
      const entry = having[index] ?? 0
      const document = entry >>> oftenBits
      const often = entry & mostOften
      scores[document] = (scores[document] ?? 0) + (rarity * often) / (often + (dampings[document] ?? 0))
    }
  }

  return {
    /** Its number: they are counted from 0. Throws when there is no room for another. */
    add(words: string): number {
      const document = lengths.length
      if (document >= mostDocuments) throw new Error('Too many documents to search in memory')
      const counts = new Map<string, number>()
      let length = 0
      for (const word of words.split(' ')) {
        if (word === '') continue
        length += 1
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
      for (const [word, count] of counts) {
        const entry = (document << oftenBits) | Math.min(count, mostOften)
        const having = documents.get(word)
        if (having === undefined) documents.set(word, [entry])
        else having.push(entry)
      }
      lengths.push(length)
      allWords += length
      return document
    },
    /** It is not found any more, but still counts in how common its words are. */
    drop: (document: number) => void dropped.add(document),
    search(words: readonly string[], limit: number): Place[] {
      const count = lengths.length
      makeRoom(count)
      scores.fill(0, 0, count)
      for (const word of words) addScores(word, count)
      const best = createBest(limit)
      let least = Math.max(0, best.least())
      for (let document = 0; document < count; document++) {
        const score = scores[document] ?? 0
        if (score > least && !dropped.has(document)) least = Math.max(0, best.offer(document, score))
      }
      return best.list()
    },
  }
}
