import { createBest } from './best.ts'

/** Okapi BM25 with the usual settings, as LanceDB counts it. */
const saturation = 1.2
const lengthMatters = 0.75
/** A document and how often it has the word share one number. */
const mostOften = 255

/** Full-text search over documents whose words are ready for searching, parted by blanks. */
export function createWordsInMemory() {
  const documents = new Map<string, number[]>()
  const lengths: number[] = []
  const dropped = new Set<number>()
  let allWords = 0
  let scores = new Float64Array(0)

  return {
    /** Its number: they are counted from 0. */
    add(words: string): number {
      const document = lengths.length
      const counts = new Map<string, number>()
      let length = 0
      for (const word of words.split(' ')) {
        if (word === '') continue
        length += 1
        counts.set(word, (counts.get(word) ?? 0) + 1)
      }
      for (const [word, count] of counts) {
        const entry = document * (mostOften + 1) + Math.min(count, mostOften)
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
    search(words: readonly string[], limit: number) {
      const count = lengths.length
      if (scores.length < count) scores = new Float64Array(Math.ceil(count * 1.25))
      scores.fill(0, 0, count)
      const usual = allWords / Math.max(1, count)
      for (const word of words) {
        const having = documents.get(word) ?? []
        const rarity = Math.log((count - having.length + 0.5) / (having.length + 0.5) + 1)
        for (const entry of having) {
          const document = Math.floor(entry / (mostOften + 1))
          const often = entry % (mostOften + 1)
          const length = 1 - lengthMatters + (lengthMatters * (lengths[document] ?? 0)) / usual
          const score = (rarity * often * (saturation + 1)) / (often + saturation * length)
          scores[document] = (scores[document] ?? 0) + score
        }
      }
      const best = createBest(limit)
      for (let document = 0; document < count; document++) {
        const score = scores[document] ?? 0
        if (score > 0 && !dropped.has(document)) best.offer(document, score)
      }
      return best.list()
    },
  }
}
