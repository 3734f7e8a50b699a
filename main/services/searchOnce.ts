import type { SearchResult } from './knowledgeSearch.ts'

export type SearchKnowledge = (text: string, limit: number) => Promise<SearchResult>

/**
 * One message asks the same thing at several steps, and messages that are thought about side by side do, too: what was
 * found is kept until everything that is going on has had its turn. `forget` it when the knowledge changes.
 */
export function createSearchOnce(search: SearchKnowledge) {
  const going = new Map<string, Promise<SearchResult>>()

  return {
    search(text: string, limit: number): Promise<SearchResult> {
      const key = `${limit} ${text}`
      const known = going.get(key)
      if (known !== undefined) return known
      if (going.size === 0) setImmediate(() => going.clear())
      const found = search(text, limit)
      going.set(key, found)
      return found
    },
    forget: () => going.clear(),
  }
}
