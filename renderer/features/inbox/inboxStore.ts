import { create } from 'zustand'
import type { Channel } from '#contract/channel.ts'
import type { Conversation, Counts, View } from '#contract/conversation.ts'
import { belongsTo, newestFirst } from './belongs.ts'

export interface InboxState {
  readonly view: View
  readonly channelId: string | null
  readonly text: string
  /** What the view shows, newest first, as far as it is loaded. */
  readonly items: readonly Conversation[]
  readonly nextCursor: string | null
  readonly load: 'first' | 'more' | 'idle' | 'failed'
  /** Something changed that only the main process can place: a search has to run again. */
  readonly isStale: boolean
  readonly counts: Counts | null
  readonly channels: readonly Channel[]
}

const empty = { items: [], nextCursor: null, load: 'first', isStale: false } as const

export const useInbox = create<InboxState>(() => ({
  ...empty,
  view: 'needs-me',
  channelId: null,
  text: '',
  counts: null,
  channels: [],
}))

/** Choosing what is shown already changes nothing: nobody would load the list again. */
export function showView(view: View) {
  const { view: shown, text } = useInbox.getState()
  if (view !== shown || text !== '') useInbox.setState({ ...empty, view, text: '' })
}

export function showChannel(channelId: string | null) {
  if (channelId !== useInbox.getState().channelId) useInbox.setState({ ...empty, channelId })
}

export function searchFor(text: string) {
  if (text !== useInbox.getState().text) useInbox.setState({ ...empty, text })
}

export function startLoading(load: 'first' | 'more') {
  useInbox.setState({ load })
}

export function failLoading() {
  useInbox.setState({ load: 'failed' })
}

export interface Page {
  readonly items: readonly Conversation[]
  readonly nextCursor: string | null
}

export function putFirstPage({ items, nextCursor }: Page) {
  useInbox.setState({ items, nextCursor, load: 'idle', isStale: false })
}

export function putNextPage({ items, nextCursor }: Page) {
  useInbox.setState(state => {
    const known = new Set(state.items.map(({ id }) => id))
    return { items: [...state.items, ...items.filter(({ id }) => !known.has(id))], nextCursor, load: 'idle' }
  })
}

export function putCounts(counts: Counts) {
  useInbox.setState({ counts })
}

export function putChannels(channels: readonly Channel[]) {
  useInbox.setState({ channels })
}

export function applyConversation(changed: Conversation, counts: Counts) {
  useInbox.setState(state => ({ counts, ...place(state, changed) }))
}

export function applyChannel(changed: Channel) {
  useInbox.setState(({ channels }) => ({
    channels: channels.some(({ id }) => id === changed.id)
      ? channels.map(channel => (channel.id === changed.id ? changed : channel))
      : [...channels, changed],
  }))
}

export function applyConversationRemoved(conversationId: string, counts: Counts) {
  useInbox.setState(({ items }) => ({ items: items.filter(({ id }) => id !== conversationId), counts }))
}

export function applyChannelRemoved(channelId: string) {
  useInbox.setState(state => ({ channels: state.channels.filter(({ id }) => id !== channelId) }))
  if (useInbox.getState().channelId === channelId) showChannel(null)
}

function place(state: InboxState, changed: Conversation): Partial<InboxState> {
  const others = state.items.filter(({ id }) => id !== changed.id)
  const isListed = others.length < state.items.length
  const belongs = belongsTo(state.view, changed) && (state.channelId === null || state.channelId === changed.channelId)
  if (!belongs) return isListed ? { items: others } : {}
  if (!isListed && state.text !== '') return { isStale: true }

  const items = [...others, changed].sort(newestFirst)
  // Below the last loaded row there may be others in between: the next page brings it.
  const isBeyond = !isListed && state.nextCursor !== null && items.at(-1) === changed
  return isBeyond ? {} : { items }
}
