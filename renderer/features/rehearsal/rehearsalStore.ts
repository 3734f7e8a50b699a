import { create } from 'zustand'
import type { Comparison, RehearsalResult, RehearsalRun, RehearsalSet, ResultFilter } from '#contract/rehearsal.ts'

export interface RehearsalState {
  readonly status: 'loading' | 'ready' | 'failed'
  /** Newest first, like the runs. */
  readonly sets: readonly RehearsalSet[]
  readonly runs: readonly RehearsalRun[]
  /** Null: the form for new questions. */
  readonly openSetId: string | null
  /** Null: the newest of the set. */
  readonly openRunId: string | null
  readonly filter: ResultFilter
  /** Rises whenever the results must be read again. */
  readonly revision: number
  readonly results: {
    readonly status: 'loading' | 'ready' | 'failed'
    readonly items: readonly RehearsalResult[]
    readonly total: number
  }
  /** The run before, and what came of comparing; null while nothing is compared. */
  readonly compared: { readonly withId: string; readonly outcome: Comparison | 'loading' | 'failed' } | null
}

const noResults = { status: 'loading', items: [], total: 0 } as const

export const emptyRehearsal: RehearsalState = {
  status: 'loading',
  sets: [],
  runs: [],
  openSetId: null,
  openRunId: null,
  filter: 'all',
  revision: 0,
  results: noResults,
  compared: null,
}

export const useRehearsal = create<RehearsalState>(() => emptyRehearsal)

export function setLists(sets: readonly RehearsalSet[], runs: readonly RehearsalRun[]) {
  useRehearsal.setState(({ openSetId }) => ({
    status: 'ready',
    sets,
    runs,
    openSetId: sets.some(({ id }) => id === openSetId) ? openSetId : null,
  }))
}

export function listsFailed() {
  useRehearsal.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function listsLoading() {
  useRehearsal.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function openSet(id: string | null, runId: string | null = null) {
  readAfresh({ openSetId: id, openRunId: runId, filter: 'all', compared: null })
}

export function openRun(id: string) {
  readAfresh({ openRunId: id, filter: 'all', compared: null })
}

export function showOnly(filter: ResultFilter) {
  readAfresh({ filter })
}

/** Also when nothing changes by it: the results are taken away, so they must come again. */
function readAfresh(change: Partial<RehearsalState>) {
  useRehearsal.setState(({ revision }) => ({ ...change, revision: revision + 1, results: noResults }))
}

export function putSet(set: RehearsalSet) {
  useRehearsal.setState(({ sets }) => ({
    sets: sets.some(({ id }) => id === set.id)
      ? sets.map(known => (known.id === set.id ? set : known))
      : [set, ...sets],
  }))
}

export function dropSet(id: string) {
  useRehearsal.setState(({ sets, runs, openSetId }) => ({
    sets: sets.filter(set => set.id !== id),
    runs: runs.filter(({ setId }) => setId !== id),
    openSetId: openSetId === id ? null : openSetId,
  }))
}

/** New, or further than before. */
export function applyRun(run: RehearsalRun) {
  useRehearsal.setState(({ runs }) => ({
    runs: runs.some(({ id }) => id === run.id)
      ? runs.map(known => (known.id === run.id ? run : known))
      : [run, ...runs],
  }))
}

export function setResults(items: readonly RehearsalResult[], total: number) {
  useRehearsal.setState({ results: { status: 'ready', items, total } })
}

export function addResults(items: readonly RehearsalResult[], total: number) {
  useRehearsal.setState(({ results }) => {
    const known = new Set(results.items.map(({ caseId }) => caseId))
    return { results: { ...results, items: [...results.items, ...items.filter(one => !known.has(one.caseId))], total } }
  })
}

export function resultsFailed() {
  useRehearsal.setState(({ results }) => ({ results: { ...results, status: 'failed' } }))
}

/** It stays where it is, also where the filter would no longer show it: the owner is just looking at it. */
export function applyResult(result: RehearsalResult) {
  useRehearsal.setState(({ results }) => ({
    results: { ...results, items: results.items.map(known => (known.caseId === result.caseId ? result : known)) },
  }))
}

export function setComparison(compared: RehearsalState['compared']) {
  useRehearsal.setState({ compared })
}

/** The run on screen; null while its set was never played. */
export function shownRun({ runs, openSetId, openRunId }: RehearsalState): RehearsalRun | null {
  const ofSet = runs.filter(({ setId }) => setId === openSetId)
  return ofSet.find(({ id }) => id === openRunId) ?? ofSet[0] ?? null
}

export function shownSet({ sets, openSetId }: RehearsalState): RehearsalSet | null {
  return sets.find(({ id }) => id === openSetId) ?? null
}
