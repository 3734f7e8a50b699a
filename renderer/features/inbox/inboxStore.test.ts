import { beforeEach, expect, test } from 'vitest'
import type { Conversation, Counts } from '#contract/conversation.ts'
import { belongsTo } from './belongs.ts'
import {
  applyConversation,
  putFirstPage,
  putNextPage,
  searchFor,
  showChannel,
  showView,
  useInbox,
} from './inboxStore.ts'

const counts: Counts = { 'needs-me': 1, open: 2, suggestions: 0, snoozed: 0, resolved: 0, all: 2 }

function conversation(id: string, minutes: number, change: Partial<Conversation> = {}): Conversation {
  return {
    id,
    channelId: 'mail',
    channelKind: 'email',
    contactId: `contact-${id}`,
    contactName: id,
    address: `${id}@example.org`,
    subject: '',
    status: 'open',
    handler: 'assistant',
    handoffReason: null,
    unread: false,
    snoozedUntil: null,
    waitingSince: null,
    promisedBy: null,
    mood: null,
    lastMessageAt: new Date(2026, 0, 1, 12, minutes),
    preview: '',
    hasSuggestion: false,
    hasSendProblem: false,
    ...change,
  }
}

const shown = () => useInbox.getState().items.map(({ id }) => id)

beforeEach(() => {
  showView('open')
  showChannel(null)
  putFirstPage({ items: [conversation('b', 20), conversation('a', 10)], nextCursor: null })
})

test('a conversation that hears a new message moves to the top, once', () => {
  applyConversation(conversation('a', 30), counts)
  expect(shown()).toEqual(['a', 'b'])
  expect(useInbox.getState().counts).toEqual(counts)
})

test('a new conversation appears where its time puts it', () => {
  applyConversation(conversation('c', 15), counts)
  expect(shown()).toEqual(['b', 'c', 'a'])
})

test('a conversation that left the view leaves the list', () => {
  applyConversation(conversation('b', 20, { status: 'resolved' }), counts)
  expect(shown()).toEqual(['a'])
})

test('a conversation of another channel stays out of a filtered list', () => {
  showChannel('mail')
  putFirstPage({ items: [conversation('b', 20)], nextCursor: null })
  applyConversation(conversation('x', 40, { channelId: 'bot' }), counts)
  expect(shown()).toEqual(['b'])
})

test('a change far below what is loaded waits for its page instead of leaving a hole above it', () => {
  putFirstPage({ items: [conversation('b', 20), conversation('a', 10)], nextCursor: 'more' })
  applyConversation(conversation('old', 1), counts)
  expect(shown()).toEqual(['b', 'a'])
  putNextPage({ items: [conversation('a', 10), conversation('old', 1)], nextCursor: null })
  expect(shown()).toEqual(['b', 'a', 'old'])
})

test('while searching, what may match asks for a new search and what is listed changes in place', () => {
  searchFor('tea')
  putFirstPage({ items: [conversation('a', 10)], nextCursor: null })
  applyConversation(conversation('a', 10, { preview: 'tea?' }), counts)
  expect(useInbox.getState().isStale).toBe(false)
  expect(useInbox.getState().items[0]?.preview).toBe('tea?')
  applyConversation(conversation('z', 50), counts)
  expect(shown()).toEqual(['a'])
  expect(useInbox.getState().isStale).toBe(true)
})

test('needs-me holds what waits for the owner, and not what the assistant handles or what is put away', () => {
  const waits = { handler: 'owner', waitingSince: new Date() } as const
  expect(belongsTo('needs-me', conversation('1', 0))).toBe(false)
  expect(belongsTo('needs-me', conversation('2', 0, { waitingSince: new Date() }))).toBe(false)
  expect(belongsTo('needs-me', conversation('3', 0, { handler: 'owner' }))).toBe(false)
  expect(belongsTo('needs-me', conversation('4', 0, waits))).toBe(true)
  expect(belongsTo('needs-me', conversation('5', 0, { handoffReason: 'not-sure' }))).toBe(true)
  expect(belongsTo('needs-me', conversation('6', 0, { hasSuggestion: true }))).toBe(true)
  expect(belongsTo('needs-me', conversation('7', 0, { hasSendProblem: true }))).toBe(true)
  expect(belongsTo('needs-me', conversation('8', 0, { ...waits, status: 'snoozed' }))).toBe(false)
})

test('choosing the view or channel that is shown keeps its list', () => {
  showView('open')
  putFirstPage({ items: [conversation('a', 1)], nextCursor: null })
  showView('open')
  showChannel(useInbox.getState().channelId)
  expect(useInbox.getState()).toMatchObject({ load: 'idle', items: [{ id: 'a' }] })
})
