import type { SearchStore } from '#main/ports/searchStore.ts'
import { createSlices } from './knowledgeSlices.ts'

const AT_ONCE = 5000

/**
 * Every word that messages are made of, for words like the one that was typed. Kept in memory from the first time one is
 * asked for: a shop with a million messages has a few hundred thousand words, and they are looked through in
 * milliseconds, where an index for parts of words would be several times the size of the one for words.
 */
export function createSearchWords(store: Pick<SearchStore, 'words'>) {
  const plain: string[] = []
  const numbers: string[] = []
  let last = 0
  let reading: Promise<void> | null = null

  async function readNew() {
    const breathe = createSlices()
    for (;;) {
      const rows = store.words(last, AT_ONCE)
      for (const { word } of rows) (/\d/.test(word) ? numbers : plain).push(word)
      last = rows.at(-1)?.no ?? last
      if (rows.length < AT_ONCE) return
      await breathe()
    }
  }

  return {
    /** All of them, with those of the newest messages: words with digits, which are most of them, apart. */
    async all(): Promise<{ plain: readonly string[]; numbers: readonly string[] }> {
      reading ??= readNew().finally(() => {
        reading = null
      })
      await reading
      return { plain, numbers }
    },
  }
}
export type SearchWords = ReturnType<typeof createSearchWords>
