import { create } from 'zustand'
import type { Suggestion } from '#contract/assistant.ts'
import type { Channel, ChannelKind, ChannelMode, KindDescription } from '#contract/channel.ts'
import type { Contact } from '#contract/contact.ts'
import type { Conversation, Thread } from '#contract/conversation.ts'
import type { Message } from '#contract/message.ts'

/** Threads kept for going back and forth; the oldest one is dropped first. */
const KEPT_THREADS = 30

export interface ConversationState {
  readonly threads: ReadonlyMap<string, Thread>
  /** Why a thread is not here. */
  readonly failures: ReadonlyMap<string, 'failed' | 'not-found'>
  readonly kinds: ReadonlyMap<ChannelKind, KindDescription>
  /** What the assistant may do on each channel. */
  readonly modes: ReadonlyMap<string, ChannelMode>
  /** Rises whenever orders changed in the main process, so that an open contact reads theirs again. */
  readonly ordersRevision: number
  /** Until when the contact of a conversation may still be writing. */
  readonly typing: ReadonlyMap<string, Date>
  /** What came in below the loaded part of a thread, by conversation. */
  readonly unseen: ReadonlyMap<string, ReadonlySet<string>>
  /** When the last read of a thread was begun, in milliseconds since 1970. */
  readonly askedAt: ReadonlyMap<string, number>
}

export const useConversations = create<ConversationState>(() => ({
  threads: new Map(),
  failures: new Map(),
  kinds: new Map(),
  modes: new Map(),
  ordersRevision: 0,
  typing: new Map(),
  unseen: new Map(),
  askedAt: new Map(),
}))

/** A fresh read: what it says wins, and what was loaded before and after it stays where it touches. */
export function putThread(thread: Thread, askedAt = Date.now()) {
  useConversations.setState(({ threads, failures, unseen, askedAt: times }) => {
    const id = thread.conversation.id
    const next = without(threads, id)
    next.set(id, joined(threads.get(id), thread))
    for (const oldestId of [...next.keys()].slice(0, Math.max(0, next.size - KEPT_THREADS))) next.delete(oldestId)
    return {
      threads: next,
      failures: without(failures, id),
      unseen: thread.hasLater ? unseen : without(unseen, id),
      askedAt: new Map(times).set(id, askedAt),
    }
  })
}

/** Only what touches the fresh page may stay, or a hole would open between the two. */
function joined(known: Thread | undefined, fresh: Thread): Thread {
  const first = fresh.messages[0]?.seq
  const last = fresh.messages.at(-1)?.seq
  if (known === undefined || first === undefined || last === undefined) return fresh
  if (!known.messages.some(({ seq }) => seq >= first && seq <= last)) return fresh
  const earlier = fresh.hasEarlier ? known.messages.filter(({ seq }) => seq < first) : []
  const later = fresh.hasLater ? known.messages.filter(({ seq }) => seq > last) : []
  return {
    ...fresh,
    messages: [...earlier, ...fresh.messages, ...later],
    hasEarlier: earlier.length > 0 ? known.hasEarlier : fresh.hasEarlier,
    hasLater: later.length > 0 ? known.hasLater : fresh.hasLater,
  }
}

export function failThread(id: string, reason: 'failed' | 'not-found') {
  useConversations.setState(({ failures }) => ({ failures: new Map(failures).set(id, reason) }))
}

export function retryThread(id: string) {
  useConversations.setState(({ failures }) => ({ failures: without(failures, id) }))
}

export function putEarlier(id: string, page: { messages: readonly Message[]; hasEarlier: boolean }) {
  change(id, thread => {
    const oldest = thread.messages[0]?.seq ?? Infinity
    const earlier = page.messages.filter(({ seq }) => seq < oldest)
    return { ...thread, messages: [...earlier, ...thread.messages], hasEarlier: page.hasEarlier }
  })
}

export function putLater(id: string, page: { messages: readonly Message[]; hasLater: boolean }) {
  change(id, thread => {
    const newest = thread.messages.at(-1)?.seq ?? -Infinity
    const later = page.messages.filter(({ seq }) => seq > newest)
    return { ...thread, messages: [...thread.messages, ...later], hasLater: page.hasLater }
  })
  if (!page.hasLater) useConversations.setState(({ unseen }) => ({ unseen: without(unseen, id) }))
}

/** The contact is writing, until then at the latest. */
export function applyTyping(conversationId: string, until: Date) {
  useConversations.setState(({ typing }) => ({ typing: new Map(typing).set(conversationId, until) }))
}

export function putKinds(kinds: readonly KindDescription[]) {
  useConversations.setState({ kinds: new Map(kinds.map(description => [description.kind, description])) })
}

export function putChannels(channels: readonly Channel[]) {
  useConversations.setState({ modes: new Map(channels.map(({ id, mode }) => [id, mode])) })
}

export function applyChannel({ id, mode }: Channel) {
  useConversations.setState(({ modes }) => ({ modes: new Map(modes).set(id, mode) }))
}

export function ordersChanged() {
  useConversations.setState(({ ordersRevision }) => ({ ordersRevision: ordersRevision + 1 }))
}

export function applyConversation(conversation: Conversation) {
  change(conversation.id, thread => ({ ...thread, conversation }))
}

export function applyMessage(message: Message) {
  const isFromContact = message.kind === 'message' && message.direction === 'incoming'
  if (isFromContact) noteArrival(message)
  change(message.conversationId, thread => {
    const others = thread.messages.filter(({ id }) => id !== message.id)
    // Older than everything that is loaded: it comes with its page.
    const isEarlier = others.length === thread.messages.length && message.seq < (thread.messages[0]?.seq ?? -Infinity)
    if (isEarlier && thread.hasEarlier) return thread
    // Newer than the end of what is loaded, or moved there when it was sent, and there is more in between.
    const isMoved = thread.messages.find(({ id }) => id === message.id)?.seq !== message.seq
    const isLater = isMoved && message.seq > (others.at(-1)?.seq ?? Infinity)
    if (isLater && thread.hasLater) return { ...thread, messages: others }
    return { ...thread, messages: [...others, message].toSorted((a, b) => a.seq - b.seq) }
  })
}

/** Who sends a message no longer writes it; and below an older part of the thread it is counted instead of shown. */
function noteArrival({ conversationId, id, seq }: Message) {
  useConversations.setState(({ threads, typing, unseen }) => {
    const thread = threads.get(conversationId)
    const isBelow = thread?.hasLater === true && seq > (thread.messages.at(-1)?.seq ?? Infinity)
    const below = unseen.get(conversationId) ?? new Set()
    return {
      typing: without(typing, conversationId),
      unseen: isBelow ? new Map(unseen).set(conversationId, new Set([...below, id])) : unseen,
    }
  })
}

export function applyMessageRemoved(conversationId: string, messageId: string) {
  change(conversationId, thread => ({ ...thread, messages: thread.messages.filter(({ id }) => id !== messageId) }))
}

export function applySuggestions(conversationId: string, suggestions: readonly Suggestion[]) {
  change(conversationId, thread => ({ ...thread, suggestions: [...suggestions] }))
}

export function dropSuggestion(conversationId: string, suggestionId: string) {
  change(conversationId, thread => ({
    ...thread,
    suggestions: thread.suggestions.filter(({ id }) => id !== suggestionId),
  }))
}

export function applyContact(contact: Contact) {
  useConversations.setState(({ threads }) => ({
    threads: new Map(
      [...threads].map(([id, thread]) => [
        id,
        thread.conversation.contactId === contact.id ? { ...thread, contact } : thread,
      ]),
    ),
  }))
}

function change(id: string, update: (thread: Thread) => Thread) {
  const thread = useConversations.getState().threads.get(id)
  if (!thread) return
  // `set` on a copy keeps the place in the order, so a busy thread is not kept for ever.
  useConversations.setState(({ threads }) => ({ threads: new Map(threads).set(id, update(thread)) }))
}

function without<Value>(map: ReadonlyMap<string, Value>, id: string): Map<string, Value> {
  const copy = new Map(map)
  copy.delete(id)
  return copy
}
