import { create } from 'zustand'
import type { Entry, IndexState, Source } from '#contract/knowledge.ts'

export const PAGE_SIZE = 50

export interface EntryQuery {
  /** Null: entries of every source. */
  sourceId: string | null
  text: string
  offset: number
}

export interface KnowledgeState {
  status: 'loading' | 'ready' | 'failed'
  sources: readonly Source[]
  index: IndexState
  /** Rises whenever sources or entries changed in the main process, so that the open page reads again. */
  revision: number
  query: EntryQuery
  entries: { status: 'loading' | 'ready' | 'failed'; items: readonly Entry[]; total: number }
}

export const emptyKnowledge: KnowledgeState = {
  status: 'loading',
  sources: [],
  index: { state: 'ready', done: 0, total: 0 },
  revision: 0,
  query: { sourceId: null, text: '', offset: 0 },
  entries: { status: 'loading', items: [], total: 0 },
}

export const useKnowledge = create<KnowledgeState>(() => emptyKnowledge)

export function setSources(sources: readonly Source[]) {
  useKnowledge.setState(({ query }) => {
    const isShownGone = query.sourceId !== null && !sources.some(({ id }) => id === query.sourceId)
    return { status: 'ready', sources, query: isShownGone ? { ...query, sourceId: null, offset: 0 } : query }
  })
}

export function sourcesFailed() {
  useKnowledge.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'failed' }))
}

export function sourcesLoading() {
  useKnowledge.setState(({ status }) => ({ status: status === 'ready' ? 'ready' : 'loading' }))
}

export function applyIndexState(index: IndexState) {
  useKnowledge.setState({ index })
}

export function knowledgeChanged() {
  useKnowledge.setState(({ revision }) => ({ revision: revision + 1 }))
}

/** Every change but paging starts at the first page again. */
export function askFor(change: Partial<EntryQuery>) {
  useKnowledge.setState(({ query }) => ({ query: { ...query, offset: 0, ...change } }))
}

/** The last page may have lost its only entry; then the page before it is asked for. */
export function setEntries(items: readonly Entry[], total: number) {
  useKnowledge.setState(({ query }) => {
    const lastOffset = Math.max(0, Math.ceil(total / PAGE_SIZE) - 1) * PAGE_SIZE
    const isPastEnd = query.offset > lastOffset
    return { entries: { status: 'ready', items, total }, query: isPastEnd ? { ...query, offset: lastOffset } : query }
  })
}

export function entriesFailed() {
  useKnowledge.setState(({ entries }) => ({ entries: { ...entries, status: 'failed' } }))
}

export function sourceOf({ sources }: Pick<KnowledgeState, 'sources'>, id: string): Source | null {
  return sources.find(source => source.id === id) ?? null
}

export function entryTotal({ sources }: Pick<KnowledgeState, 'sources'>): number {
  return sources.reduce((sum, { entryCount }) => sum + entryCount, 0)
}
