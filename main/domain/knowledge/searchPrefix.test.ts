import { expect, test } from 'vitest'
import { searchPrefixOf } from './searchPrefix.ts'

test.each([
  ['Multilingual E5 small', 'query: '],
  ['multilingual-e5-small-Q8_0.gguf', 'query: '],
  ['nomic-embed-text-v1.5', 'search_query: '],
  ['EmbeddingGemma 300M', 'task: sentence similarity | query: '],
  ['BGE small zh v1.5', ''],
  ['file5', ''],
])('%s reads %j first', (name, prefix) => {
  expect(searchPrefixOf(name)).toBe(prefix)
})
