import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import type { Embedder, KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import { silentLog } from '#main/testing/shop.ts'
import { openTestStores } from '#main/testing/storage.ts'
import { systemClock } from '#main/system/clock.ts'
import { createKnowledgeSync } from './knowledgeSync.ts'

const embedder: Embedder = { id: 'test', dimension: 1, embed: async texts => texts.map(() => new Float32Array([1])) }

/** An index that was made before and lost nothing but what it never got. */
function openedIndex(put: (entries: readonly Entry[]) => Promise<void>): KnowledgeIndex {
  let held = 0
  return {
    open: async () => true,
    async put(entries) {
      await put(entries)
      held += entries.length
    },
    remove: async () => {},
    count: async () => held,
    search: async () => [],
    tidy: async () => {},
    empty: async () => {},
    close: async () => {},
  }
}

function entry(number: number): Entry {
  const id = `entry-${number}`
  const updatedAt = new Date(1_700_000_000_000)
  return {
    id,
    sourceId: 'faq',
    externalId: null,
    question: id,
    wordings: [],
    answer: id,
    language: 'en',
    tags: [],
    updatedAt,
  }
}

test('a small shop that was stopped before its index was filled is not called ready', async () => {
  const { stores } = openTestStores()
  stores.knowledge.putSource({ id: 'faq', name: 'faq.csv', format: 'csv', importedAt: new Date() })
  stores.knowledge.putEntries(Array.from({ length: 40 }, (_, number) => entry(number)))
  let fill = () => {}
  const filling = new Promise<void>(resolve => {
    fill = resolve
  })
  const sync = createKnowledgeSync({
    store: stores.knowledge,
    index: openedIndex(() => filling),
    embedder,
    clock: systemClock,
    log: silentLog,
    isImporting: () => false,
    onState() {},
  })
  sync.wake()
  await systemClock.sleep(100, new AbortController().signal)
  expect(sync.isUsable()).toBe(false)
  fill()
  await sync.untilIdle()
  expect(sync.isUsable()).toBe(true)
  expect(sync.state()).toEqual({ state: 'ready', done: 40, total: 40 })
  await sync.stop()
})

test('a large import says that search is being prepared before the first entry is', async () => {
  const { stores } = openTestStores()
  stores.knowledge.putSource({ id: 'faq', name: 'faq.csv', format: 'csv', importedAt: new Date() })
  const statesWhileFilling: string[] = []
  const sync = createKnowledgeSync({
    store: {
      ...stores.knowledge,
      fillSearch(limit) {
        statesWhileFilling.push(sync.state().state)
        return stores.knowledge.fillSearch(limit)
      },
    },
    index: openedIndex(async () => {}),
    embedder,
    clock: systemClock,
    log: silentLog,
    isImporting: () => false,
    onState() {},
  })
  stores.knowledge.putEntries([entry(0)])
  sync.wake()
  await sync.untilIdle()
  expect(sync.state().state).toBe('ready')
  statesWhileFilling.length = 0
  stores.knowledge.putEntries(Array.from({ length: 400 }, (_, number) => entry(number + 1)))
  sync.wake()
  await sync.untilIdle()
  expect(statesWhileFilling[0]).toBe('building')
  expect(sync.state()).toEqual({ state: 'ready', done: 401, total: 401 })
  await sync.stop()
})
