import { beforeEach, expect, test } from 'vitest'
import type { Source } from '#contract/knowledge.ts'
import {
  applyIndexState,
  askFor,
  emptyKnowledge,
  entriesFailed,
  entryTotal,
  knowledgeChanged,
  PAGE_SIZE,
  setEntries,
  setSources,
  sourceOf,
  useKnowledge,
} from './knowledgeStore.ts'

const source = (id: string, entryCount = 1): Source => ({
  id,
  name: `${id}.csv`,
  format: 'csv',
  entryCount,
  importedAt: new Date(0),
})

beforeEach(() => useKnowledge.setState(emptyKnowledge, true))

test('a new search starts at the first page, turning the page keeps the search', () => {
  askFor({ offset: 2 * PAGE_SIZE })
  askFor({ text: 'shipping' })
  expect(useKnowledge.getState().query).toEqual({ sourceId: null, text: 'shipping', offset: 0 })
  askFor({ offset: PAGE_SIZE })
  expect(useKnowledge.getState().query).toEqual({ sourceId: null, text: 'shipping', offset: PAGE_SIZE })
})

test('when the source on screen was deleted, all entries are shown', () => {
  setSources([source('a'), source('b')])
  askFor({ sourceId: 'a' })
  setSources([source('b')])
  expect(useKnowledge.getState().query.sourceId).toBeNull()
})

test('deleting the last entry of the last page goes back a page instead of showing an empty one', () => {
  askFor({ offset: PAGE_SIZE })
  setEntries([], PAGE_SIZE)
  expect(useKnowledge.getState().query.offset).toBe(0)
})

test('a full last page stays where it is', () => {
  askFor({ offset: PAGE_SIZE })
  setEntries([], 2 * PAGE_SIZE)
  expect(useKnowledge.getState().query.offset).toBe(PAGE_SIZE)
})

test('a change in the main process makes the open page read again', () => {
  knowledgeChanged()
  expect(useKnowledge.getState().revision).toBe(1)
})

test('progress of the search index is shown as it comes', () => {
  applyIndexState({ state: 'building', done: 420, total: 1000 })
  expect(useKnowledge.getState().index).toEqual({ state: 'building', done: 420, total: 1000 })
})

test('a failed page of entries offers a retry and keeps the sources', () => {
  setSources([source('a', 3), source('b', 4)])
  entriesFailed()
  const state = useKnowledge.getState()
  expect(state.entries.status).toBe('failed')
  expect(state.status).toBe('ready')
  expect(entryTotal(state)).toBe(7)
  expect(sourceOf(state, 'b')?.name).toBe('b.csv')
  expect(sourceOf(state, 'gone')).toBeNull()
})
