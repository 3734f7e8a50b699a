import { create } from 'zustand'
import type { SearchHit, SearchProblem } from '#contract/search.ts'

export interface SearchPage {
  hits: readonly SearchHit[]
  nextCursor: string | null
  problems: readonly SearchProblem[]
  total: number
  totalIsExact: boolean
  instead: readonly { typed: string; words: readonly string[] }[]
  prepared: number | null
}

export interface SearchState {
  /** What the hits below were found for; null until the first answer. */
  readonly text: string | null
  readonly load: 'idle' | 'loading' | 'more' | 'failed'
  readonly page: SearchPage
  /** Where the list was left, so that going back comes to the same place. */
  readonly scrollTop: number
  readonly openedKey: string | null
  /** The newest first, as long as the window is open. */
  readonly recent: readonly string[]
}

const RECENT = 8
const noPage: SearchPage = {
  hits: [],
  nextCursor: null,
  problems: [],
  total: 0,
  totalIsExact: true,
  instead: [],
  prepared: null,
}

export const useSearchStore = create<SearchState>(() => ({
  text: null,
  load: 'idle',
  page: noPage,
  scrollTop: 0,
  openedKey: null,
  recent: [],
}))

export function searching(kind: 'loading' | 'more') {
  useSearchStore.setState({ load: kind })
}

export function searchFailed() {
  useSearchStore.setState({ load: 'failed' })
}

export function setFound(text: string, page: SearchPage) {
  useSearchStore.setState({ text, page, load: 'idle', scrollTop: 0, openedKey: null })
}

/** The next page of the same search; its counts say nothing new. */
export function addFound(text: string, { hits, nextCursor }: SearchPage) {
  useSearchStore.setState(state =>
    state.text === text
      ? { page: { ...state.page, hits: [...state.page.hits, ...hits], nextCursor }, load: 'idle' }
      : state,
  )
}

export function noSearch() {
  useSearchStore.setState({ text: null, page: noPage, load: 'idle', scrollTop: 0, openedKey: null })
}

export function notePlace(scrollTop: number) {
  useSearchStore.setState({ scrollTop })
}

/** A hit was opened: its search is one the owner may want again. */
export function noteOpened(openedKey: string) {
  useSearchStore.setState(state => ({ openedKey, recent: withRecent(state.recent, state.text) }))
}

export function withRecent(recent: readonly string[], text: string | null): readonly string[] {
  const searched = text?.trim() ?? ''
  return searched === '' ? recent : [searched, ...recent.filter(other => other !== searched)].slice(0, RECENT)
}

export function keyOfHit(hit: SearchHit): string {
  switch (hit.kind) {
    case 'message':
      return `message ${hit.messageId}`
    case 'conversation':
      return `conversation ${hit.conversationId}`
    case 'contact':
      return `contact ${hit.contactId}`
    case 'order':
      return `order ${hit.orderId}`
  }
}
