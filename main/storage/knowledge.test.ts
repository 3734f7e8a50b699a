import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { openTestDatabase, testFolder } from '#main/testing/storage.ts'
import { createKnowledgeStore } from './knowledge.ts'

const at = new Date('2026-03-01T10:00:00Z')

function openStore() {
  const store = createKnowledgeStore(openTestDatabase(testFolder()))
  store.putSource({ id: 's', name: 'faq.csv', format: 'csv', importedAt: at })
  return store
}

function entry(id: string, question: string, answer = 'Yes.', changes: Partial<Entry> = {}): Entry {
  const plain = { externalId: null, wordings: [], language: 'en', tags: [], updatedAt: at }
  return { id, sourceId: 's', question, answer, ...plain, ...changes }
}

test('an entry comes back as it was stored', () => {
  const store = openStore()
  const full = entry('1', '能退货吗？', '七天内可以。', {
    externalId: 'r-1',
    wordings: ['退货'],
    language: 'zh',
    tags: ['售后'],
  })
  store.putEntries([full])
  expect(store.entry('1')).toEqual(full)
  expect(store.sources()).toEqual([{ id: 's', name: 'faq.csv', format: 'csv', entryCount: 1, importedAt: at }])
})

test('the list keeps the order of the file and looks for all words in questions, wordings and answers', () => {
  const store = openStore()
  store.putEntries([
    entry('b', 'Shipping', '100% free'),
    entry('a', 'Returns', 'Free label', { wordings: ['send back'] }),
    entry('c', '退货政策'),
  ])
  const ids = (text: string) => store.entries({ sourceId: null, text, offset: 0, limit: 10 }).items.map(({ id }) => id)
  expect(ids('')).toEqual(['b', 'a', 'c'])
  expect(ids('FREE')).toEqual(['b', 'a'])
  expect(ids('free back')).toEqual(['a'])
  expect(ids('退货')).toEqual(['c'])
  expect(ids('100%')).toEqual(['b'])
  expect(store.entries({ sourceId: 's', text: '', offset: 1, limit: 1 })).toMatchObject({
    total: 3,
    items: [{ id: 'a' }],
  })
})

test('words find entries also in Chinese and by another form, the best first', () => {
  const store = openStore()
  store.putEntries([
    entry('1', 'How do returns work?'),
    entry('2', '怎么退货？', '七天内退货包运费'),
    entry('3', 'Gift cards'),
    entry('4', '送货时间'),
  ])
  while (store.fillSearch(2) > 0);
  expect(store.search('I want to return it', 5).map(({ entryId }) => entryId)).toEqual(['1'])
  expect(store.search('退货', 5)[0]?.entryId).toBe('2')
  expect(store.search('"quoted" OR * NEAR(', 5)).toEqual([])
  expect(store.search('👍', 5)).toEqual([])
})

test('a changed entry is found by its new words and no longer by the old', () => {
  const store = openStore()
  store.putEntries([entry('1', 'Umbrella colours'), entry('2', 'Opening hours')])
  store.fillSearch(10)
  store.putEntries([entry('1', 'Lantern colours')])
  store.fillSearch(10)
  expect(store.search('umbrella', 5)).toEqual([])
  expect(store.search('lantern', 5)).toHaveLength(1)
})

test('an entry that changes while it is being indexed stays stale', () => {
  const store = openStore()
  store.putEntries([entry('1', 'Old')])
  const [taken] = store.stale('e', 10)
  store.putEntries([entry('1', 'New', 'Yes.', { updatedAt: new Date(at.getTime() + 1) })])
  store.markIndexed('e', taken === undefined ? [] : [taken])
  expect(store.stale('e', 10).map(({ question }) => question)).toEqual(['New'])
})

test('another embedder, and an emptied index, make every entry stale again', () => {
  const store = openStore()
  store.putEntries([entry('1', 'One'), entry('2', 'Two')])
  store.markIndexed('e', store.stale('e', 10))
  expect([store.staleCount('e'), store.staleCount('f')]).toEqual([0, 2])
  store.markAllStale()
  expect(store.staleCount('e')).toBe(2)
})

test('removed entries are remembered for the index until it has forgotten them', () => {
  const store = openStore()
  store.putEntries([entry('1', 'One'), entry('2', 'Two')])
  store.removeEntries(['1'])
  expect([store.removedIds(), store.entryCount()]).toEqual([['1'], 1])
  store.forgetRemoved(['1'])
  expect(store.removedIds()).toEqual([])
})

test('a source that is still being filled is seen nowhere', () => {
  const store = openStore()
  store.putSource({ id: 'h', name: 'h big.csv', format: 'csv', importedAt: at }, true)
  store.putEntries([entry('1', 'Hidden question', 'x', { sourceId: 'h' })])
  store.fillSearch(10)
  expect(store.sources().map(({ id }) => id)).toEqual(['s'])
  expect([store.entry('1'), store.entryCount(), store.staleCount('e')]).toEqual([null, 0, 0])
  expect([store.search('hidden question', 5), store.stale('e', 5)]).toEqual([[], []])
  store.showSource('h')
  expect(store.entry('1')?.question).toBe('Hidden question')
})

test('a hidden source is deleted piece by piece and its name is free at once', () => {
  const store = openStore()
  store.putEntries([entry('1', 'One'), entry('2', 'Two'), entry('3', 'Three')])
  store.hideSource('s')
  expect([store.sourceByName('faq.csv'), store.entryCount()]).toEqual([null, 0])
  store.putSource({ id: 't', name: 'faq.csv', format: 'csv', importedAt: at })
  let steps = 0
  while (store.removeHidden(2)) steps++
  expect(steps).toBe(2)
  expect(store.removedIds().toSorted()).toEqual(['1', '2', '3'])
})
