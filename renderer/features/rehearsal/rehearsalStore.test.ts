import { beforeEach, expect, test } from 'vitest'
import type { RehearsalResult, RehearsalRun } from '#contract/rehearsal.ts'
import {
  addResults,
  applyResult,
  applyRun,
  dropSet,
  emptyRehearsal,
  openRun,
  openSet,
  putSet,
  setLists,
  setResults,
  showOnly,
  shownRun,
  useRehearsal,
} from './rehearsalStore.ts'

const set = { id: 's1', name: 'Monday', saved: false, caseCount: 2, createdAt: new Date(2026, 0, 1) }
const run: RehearsalRun = {
  id: 'r1',
  setId: 's1',
  setName: 'Monday',
  startedAt: new Date(2026, 0, 1),
  state: 'running',
  done: 0,
  tally: {
    total: 2,
    replied: 0,
    asked: 0,
    handedOver: 0,
    silent: 0,
    right: 0,
    wrong: 0,
    repliedRight: 0,
    repliedWrong: 0,
  },
}
const result = (caseId: string): RehearsalResult => ({
  caseId,
  text: '',
  action: 'reply',
  reply: '',
  entries: [],
  confidence: 1,
  intent: null,
  mood: null,
  playbook: null,
  playbookNames: null,
  handoffReason: null,
  verdict: null,
  answerId: '',
})
const state = () => useRehearsal.getState()

beforeEach(() => useRehearsal.setState(emptyRehearsal, true))

test('the newest run of the open set is shown until the owner picks another', () => {
  setLists([set], [{ ...run, id: 'other', setId: 's2' }, { ...run, id: 'r2' }, run])
  openSet('s1')
  expect(shownRun(state())?.id).toBe('r2')
  openRun('r1')
  expect(shownRun(state())?.id).toBe('r1')
})

test('a run that goes on stays one run, and a new one comes first', () => {
  applyRun(run)
  applyRun({ ...run, done: 1 })
  applyRun({ ...run, id: 'r2' })
  expect(state().runs.map(({ id, done }) => [id, done])).toEqual([
    ['r2', 0],
    ['r1', 1],
  ])
})

test('a marked result stays in view although the filter would no longer show it', () => {
  showOnly('unmarked')
  setResults([result('a'), result('b')], 2)
  applyResult({ ...result('a'), verdict: 'right' })
  expect(state().results.items.map(({ verdict }) => verdict)).toEqual(['right', null])
})

test('opening what is open already reads its results again instead of waiting for ever', () => {
  openSet('s1')
  const { revision } = state()
  openSet('s1')
  expect(state()).toMatchObject({ revision: revision + 1, results: { status: 'loading' } })
})

test('the next page is put below, without what came twice', () => {
  setResults([result('a')], 3)
  addResults([result('a'), result('b')], 3)
  expect(state().results.items.map(({ caseId }) => caseId)).toEqual(['a', 'b'])
})

test('a removed set leaves the form for new questions', () => {
  setLists([set], [run])
  openSet('s1')
  dropSet('s1')
  expect(state()).toMatchObject({ sets: [], runs: [], openSetId: null })
})

test('a set that was removed elsewhere is not open any more after reading again', () => {
  putSet(set)
  openSet('s1')
  setLists([], [])
  expect(state().openSetId).toBeNull()
})
