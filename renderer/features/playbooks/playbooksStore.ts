import { create } from 'zustand'
import type { PlaybookSummary } from '#contract/playbook.ts'

/** The address of a procedure that is being written; no id may look like this. */
export const NEW = '+'

export interface PlaybooksState {
  status: 'loading' | 'ready' | 'failed'
  playbooks: readonly PlaybookSummary[]
  solutionCount: number
  /** Rises whenever procedures changed in the main process, so that the open page reads again. */
  revision: number
  /** Texts that were changed and not saved, by id: they stay while the owner looks at other pages. */
  drafts: ReadonlyMap<string, string>
}

export const emptyPlaybooks: PlaybooksState = {
  status: 'loading',
  playbooks: [],
  solutionCount: 0,
  revision: 0,
  drafts: new Map(),
}

export const usePlaybooks = create<PlaybooksState>(() => emptyPlaybooks)

export function showPlaybooks(playbooks: readonly PlaybookSummary[], solutionCount: number) {
  usePlaybooks.setState({ status: 'ready', playbooks, solutionCount })
}

/** What is on screen stays there: it is old, but not wrong. */
export function playbooksFailed() {
  usePlaybooks.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function playbooksLoading() {
  usePlaybooks.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function playbooksChanged() {
  usePlaybooks.setState(({ revision }) => ({ revision: revision + 1 }))
}

export function applyPlaybook(changed: PlaybookSummary) {
  usePlaybooks.setState(({ playbooks }) => ({
    playbooks: playbooks.map(playbook => (playbook.id === changed.id ? changed : playbook)),
  }))
}

/** Null forgets it. */
export function keepDraft(id: string, yaml: string | null) {
  usePlaybooks.setState(({ drafts }) => {
    const kept = new Map(drafts)
    if (yaml === null) kept.delete(id)
    else kept.set(id, yaml)
    return { drafts: kept }
  })
}
