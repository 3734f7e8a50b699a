import { create } from 'zustand'
import type { Channel } from '#contract/channel.ts'
import type { Conversation, Counts, Filter, Sort, View } from '#contract/conversation.ts'
import { onlyStatus } from './belongs.ts'
import type { Cut, Rows } from './placing.ts'
import { isInPlace, isShown, place, withPage } from './placing.ts'

export interface InboxState {
  readonly view: View
  /** Stays when another view is chosen. */
  readonly filter: Filter
  readonly sorts: Readonly<Record<View, Sort>>
  /** What the view shows, as far as it is loaded. */
  readonly items: readonly Conversation[]
  readonly nextCursor: string | null
  readonly load: 'first' | 'more' | 'idle' | 'failed'
  /** The reader has a place in the list: no row may come, go or move under the pointer or the focus. */
  readonly isHeld: boolean
  /** What came, left or moved meanwhile. */
  readonly held: ReadonlyMap<string, Conversation>
  /** The row that the keyboard is at. */
  readonly cursorId: string | null
  readonly openId: string | null
  readonly selected: ReadonlySet<string>
  /** What the owner is doing something to: it may leave at once. */
  readonly acting: ReadonlySet<string>
  /** What the owner is asked for the selected ones. */
  readonly asking: 'snooze' | 'label' | null
  readonly counts: Counts | null
  readonly channels: readonly Channel[]
}

const empty = { items: [], nextCursor: null, load: 'first', held: new Map(), selected: new Set<string>() } as const

export const startState: InboxState = {
  ...empty,
  view: 'needs-me',
  filter: {},
  sorts: {
    'needs-me': 'waiting',
    mine: 'newest',
    assistant: 'newest',
    suggestions: 'waiting',
    snoozed: 'newest',
    resolved: 'newest',
    all: 'newest',
  },
  isHeld: false,
  cursorId: null,
  openId: null,
  acting: new Set(),
  asking: null,
  counts: null,
  channels: [],
}

export const useInbox = create<InboxState>(() => startState)

export function cutOf({ view, filter, sorts }: Pick<InboxState, 'view' | 'filter' | 'sorts'>): Cut {
  return { view, filter, sort: sorts[view] }
}

export function isFiltered({ filter }: Pick<InboxState, 'filter'>): boolean {
  return Object.values(filter).some(value => value != null)
}

/** Choosing what is shown already changes nothing: nobody would load the list again. */
export function showView(view: View) {
  const { view: shown, filter } = useInbox.getState()
  if (view === shown) return
  // Where all have one status, a chosen one would say nothing or hide everything.
  const status = onlyStatus(view) === null ? filter.status : null
  useInbox.setState({ ...empty, view, filter: { ...filter, status: status ?? null } })
}

export function filterBy(change: Filter) {
  useInbox.setState(({ filter }) => ({ ...empty, filter: { ...filter, ...change } }))
}

export function clearFilter() {
  useInbox.setState({ ...empty, filter: {} })
}

export function sortBy(sort: Sort) {
  const { sorts, view } = useInbox.getState()
  if (sort !== sorts[view]) useInbox.setState({ ...empty, sorts: { ...sorts, [view]: sort } })
}

export function startLoading(load: 'first' | 'more') {
  useInbox.setState({ load })
}

export function failLoading() {
  useInbox.setState({ load: 'failed' })
}

export function putFirstPage({ items, nextCursor }: Rows) {
  useInbox.setState(({ selected }) => ({
    items,
    nextCursor,
    load: 'idle',
    held: empty.held,
    selected: selected.size === 0 ? selected : new Set(items.flatMap(({ id }) => (selected.has(id) ? [id] : []))),
  }))
}

export function putNextPage({ items, nextCursor }: Rows) {
  useInbox.setState(state => ({ items: withPage(state.items, items), nextCursor, load: 'idle' }))
}

export function putCounts(counts: Counts) {
  useInbox.setState({ counts })
}

export function putChannels(channels: readonly Channel[]) {
  useInbox.setState({ channels })
}

export function moveCursor(cursorId: string | null) {
  useInbox.setState({ cursorId })
}

export function openRow(openId: string | null) {
  useInbox.setState(({ cursorId }) => ({ openId, cursorId: openId ?? cursorId }))
}

export function ask(asking: 'snooze' | 'label' | null) {
  useInbox.setState({ asking })
}

export function actOn(ids: readonly string[]) {
  useInbox.setState({ acting: new Set(ids) })
}

/** Held: changes of the list wait. Let go: they take place. */
export function holdRows(isHeld: boolean) {
  if (isHeld === useInbox.getState().isHeld) return
  useInbox.setState(state => ({ isHeld, ...(isHeld ? {} : releaseHeld(state)) }))
}

export function showHeld() {
  useInbox.setState(releaseHeld)
}

/** How many conversations with news wait to be shown. */
export function newsCount(state: InboxState): number {
  if (state.held.size === 0) return 0
  const cut = cutOf(state)
  return [...state.held.values()].filter(conversation => isShown(cut, conversation)).length
}

export function applyConversation(changed: Conversation, counts: Counts) {
  useInbox.setState(state => ({ counts, ...(state.isHeld ? hold(state, changed) : settle(state, changed)) }))
}

export function applyConversationRemoved(conversationId: string, counts: Counts) {
  useInbox.setState(state => {
    const items = state.items.filter(({ id }) => id !== conversationId)
    return {
      counts,
      items,
      held: without(state.held, conversationId),
      selected: withoutId(state.selected, conversationId),
      cursorId: cursorAfter(state, items),
    }
  })
}

export function applyChannel(changed: Channel) {
  useInbox.setState(({ channels }) => ({
    channels: channels.some(({ id }) => id === changed.id)
      ? channels.map(channel => (channel.id === changed.id ? changed : channel))
      : [...channels, changed],
  }))
}

export function applyChannelRemoved(channelId: string) {
  useInbox.setState(state => ({ channels: state.channels.filter(({ id }) => id !== channelId) }))
  if (useInbox.getState().filter.channelId === channelId) filterBy({ channelId: null })
}

function settle(state: InboxState, changed: Conversation): Partial<InboxState> {
  const cut = cutOf(state)
  const items = place(cut, state, changed)
  if (isShown(cut, changed)) return { items }
  return { items, selected: withoutId(state.selected, changed.id), cursorId: cursorAfter(state, items) }
}

/** Where the keyboard is once its row may have left: at the row that took its place. */
function cursorAfter({ items: before, cursorId }: InboxState, items: readonly Conversation[]): string | null {
  if (cursorId === null || items.some(({ id }) => id === cursorId)) return cursorId
  const at = before.findIndex(({ id }) => id === cursorId)
  return at < 0 ? cursorId : ((items[at] ?? items.at(-1))?.id ?? null)
}

function hold(state: InboxState, changed: Conversation): Partial<InboxState> {
  const { items, held, openId, acting } = state
  const cut = cutOf(state)
  const at = items.findIndex(({ id }) => id === changed.id)
  if (at < 0) {
    const isComing = place(cut, state, changed) !== items
    return { held: isComing ? new Map(held).set(changed.id, changed) : without(held, changed.id) }
  }
  const isOwnDoing = changed.id === openId || acting.has(changed.id)
  if (isOwnDoing && !isShown(cut, changed)) return { ...settle(state, changed), held: without(held, changed.id) }
  const isSettled = isInPlace(cut, items, at, changed)
  return {
    items: items.with(at, changed),
    held: isSettled ? without(held, changed.id) : new Map(held).set(changed.id, changed),
  }
}

function releaseHeld(state: InboxState): Partial<InboxState> {
  const { held, selected } = state
  if (held.size === 0) return {}
  const cut = cutOf(state)
  // All of them first leave, so that each finds its place among rows in order.
  const others = state.items.filter(({ id }) => !held.has(id))
  const listed = new Set(state.items.flatMap(({ id }) => (held.has(id) ? [id] : [])))
  let items: readonly Conversation[] = others
  for (const conversation of held.values()) {
    const nextCursor = listed.has(conversation.id) ? null : state.nextCursor
    items = place(cut, { items, nextCursor }, conversation)
  }
  const gone = [...held.values()].filter(conversation => !isShown(cut, conversation))
  return {
    items,
    held: empty.held,
    selected: gone.reduce((ids, { id }) => withoutId(ids, id), selected),
    cursorId: cursorAfter(state, items),
  }
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): ReadonlyMap<string, Value> {
  if (!map.has(id)) return map
  const rest = new Map(map)
  rest.delete(id)
  return rest
}

function withoutId(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  if (!ids.has(id)) return ids
  const rest = new Set(ids)
  rest.delete(id)
  return rest
}
