import type { Entry } from '#contract/knowledge.ts'
import { middleOf } from '#domain/knowledge/spelling.ts'
import { terms } from '#domain/text/words.ts'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'

export interface EntryRow {
  id: string
  terms: string
  vector: Float32Array
}

export interface WordingRow {
  entryId: string
  vector: Float32Array
}

const longestSliceMs = 8

/** What the index keeps of the entries: one full-text document each (if words are kept), the middle of its wordings, and every wording. */
export async function rowsFor(entries: readonly Entry[], embedder: Embedder, keepsWords: boolean) {
  const texts = entries.map(({ question, wordings }) => [question, ...wordings])
  const vectors = await embedder.embed(texts.flat())
  const entryRows: EntryRow[] = []
  const wordingRows: WordingRow[] = []
  let next = 0
  let sliceStart = performance.now()
  for (const [index, { id, question, wordings, answer }] of entries.entries()) {
    const end = next + (texts[index]?.length ?? 0)
    const own = vectors.slice(next, end).map(pointing)
    next = end
    for (const vector of own) wordingRows.push({ entryId: id, vector })
    const words = keepsWords ? terms([question, ...wordings, answer].join('\n')).join(' ') : ''
    entryRows.push({ id, terms: words, vector: middleOf(own) })
    if (performance.now() - sliceStart > longestSliceMs) {
      await new Promise(resolve => setImmediate(resolve))
      sliceStart = performance.now()
    }
  }
  return { entryRows, wordingRows }
}

/** A text without words is given a direction that no question shares; a vector of zeros would seem half-way near to all. */
function pointing(vector: Float32Array): Float32Array {
  if (vector.some(value => value !== 0)) return vector
  const nowhere = new Float32Array(vector.length)
  nowhere[0] = -1
  return nowhere
}
