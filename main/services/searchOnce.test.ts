import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { SearchResult } from './knowledgeSearch.ts'
import { createSearchOnce } from './searchOnce.ts'

const nothing: SearchResult = { ranked: [], confidence: 0, confidenceOf: () => 0, ready: true, by: 'index' }

function counting() {
  const asked: string[] = []
  const once = createSearchOnce((text, limit) => {
    asked.push(`${limit} ${text}`)
    return text === 'broken' ? Promise.reject(new Error('no index')) : Promise.resolve({ ...nothing })
  })
  return { asked, once }
}

test('what one message asks twice is looked up once, and again after it', async () => {
  const { asked, once } = counting()
  const [one, two] = [await once.search('hours', 10), await once.search('hours', 10)]
  expect(two).toBe(one)
  await once.search('hours', 1)
  await once.search('returns', 10)
  expect(asked).toEqual(['10 hours', '1 hours', '10 returns'])
  await turn()
  await once.search('hours', 10)
  expect(asked).toHaveLength(4)
})

test('after a change of the knowledge nothing found before is given out', async () => {
  const { asked, once } = counting()
  const before = await once.search('hours', 10)
  once.forget()
  expect(await once.search('hours', 10)).not.toBe(before)
  expect(asked).toHaveLength(2)
})

test('a search that failed is tried again by the next message', async () => {
  const { asked, once } = counting()
  await expect(once.search('broken', 10)).rejects.toThrow('no index')
  await turn()
  await expect(once.search('broken', 10)).rejects.toThrow('no index')
  expect(asked).toHaveLength(2)
})
