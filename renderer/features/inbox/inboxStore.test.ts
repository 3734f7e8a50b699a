import { beforeEach, expect, test } from 'vitest'
import type { Conversation, Counts } from '#contract/conversation.ts'
import {
  actOn,
  applyConversation,
  applyConversationRemoved,
  filterBy,
  holdRows,
  moveCursor,
  newsCount,
  openRow,
  putFirstPage,
  putNextPage,
  showHeld,
  showView,
  sortBy,
  startState,
  useInbox,
} from './inboxStore.ts'
import { clearSelected, selectAllShown, selectRange, toggleSelected } from './selection.ts'
import { labelsOf, targetsOf } from './targets.ts'
import { conversation } from './testConversation.ts'

const counts: Counts = {
  'needs-me': 1,
  mine: 1,
  assistant: 2,
  suggestions: 0,
  snoozed: 0,
  resolved: 0,
  all: 3,
}
const shown = () => useInbox.getState().items.map(({ id }) => id)
const apply = (id: string, minutes: number, change: Partial<Conversation> = {}) =>
  applyConversation(conversation(id, minutes, change), counts)

beforeEach(() => {
  clearSelected()
  useInbox.setState(startState)
  showView('all')
  putFirstPage({ items: [conversation('c', 30), conversation('b', 20), conversation('a', 10)], nextCursor: null })
})

test('a conversation that hears a new message moves to the top, once', () => {
  apply('a', 40)
  expect(shown()).toEqual(['a', 'c', 'b'])
  expect(useInbox.getState().counts).toEqual(counts)
})

test('a new conversation appears where its time puts it', () => {
  apply('d', 25)
  expect(shown()).toEqual(['c', 'd', 'b', 'a'])
})

test('a conversation that left the view leaves the list and the selection, and the cursor goes to the next row', () => {
  showView('assistant')
  putFirstPage({ items: [conversation('c', 30), conversation('b', 20), conversation('a', 10)], nextCursor: null })
  toggleSelected('b')
  moveCursor('b')
  apply('b', 20, { status: 'resolved' })
  expect(shown()).toEqual(['c', 'a'])
  expect(useInbox.getState()).toMatchObject({ selected: new Set(), cursorId: 'a' })
  applyConversationRemoved('a', counts)
  expect(useInbox.getState().cursorId).toBe('c')
})

test('what does not pass the filter stays out, and leaves once it no longer does', () => {
  filterBy({ channelId: 'mail', labelId: 'vip' })
  putFirstPage({ items: [conversation('b', 20, { labelIds: ['vip'] })], nextCursor: null })
  apply('x', 40, { channelId: 'bot', labelIds: ['vip'] })
  apply('y', 50)
  apply('z', 45, { labelIds: ['other', 'vip'] })
  expect(shown()).toEqual(['z', 'b'])
  apply('b', 20)
  expect(shown()).toEqual(['z'])
})

test('those who wait longest stand first, before everybody who does not wait', () => {
  const waits = (minutes: number) => ({ waitingSince: new Date(2026, 0, 1, 10, minutes) })
  sortBy('waiting')
  putFirstPage({ items: [conversation('long', 1, waits(1)), conversation('none', 50)], nextCursor: null })
  apply('short', 5, waits(5))
  apply('later', 55)
  expect(shown()).toEqual(['long', 'short', 'later', 'none'])
  apply('long', 1)
  expect(shown()).toEqual(['short', 'later', 'none', 'long'])
})

test('a change far below what is loaded waits for its page instead of leaving a hole above it', () => {
  putFirstPage({ items: [conversation('b', 20), conversation('a', 10)], nextCursor: 'more' })
  apply('old', 1)
  expect(shown()).toEqual(['b', 'a'])
  putNextPage({ items: [conversation('a', 10), conversation('old', 1)], nextCursor: null })
  expect(shown()).toEqual(['b', 'a', 'old'])
})

test('while the reader has a place in the list nothing comes, moves or goes, and what is shown is up to date', () => {
  showView('assistant')
  putFirstPage({ items: [conversation('c', 30), conversation('b', 20), conversation('a', 10)], nextCursor: null })
  holdRows(true)
  apply('new', 60)
  apply('a', 50, { preview: 'again' })
  apply('b', 20, { status: 'resolved' })
  expect(shown()).toEqual(['c', 'b', 'a'])
  expect(useInbox.getState().items[2]?.preview).toBe('again')
  expect(newsCount(useInbox.getState())).toBe(2)
  showHeld()
  expect(shown()).toEqual(['new', 'a', 'c'])
  expect(newsCount(useInbox.getState())).toBe(0)
  apply('newer', 70)
  expect(shown()).toEqual(['new', 'a', 'c'])
  holdRows(false)
  expect(shown()).toEqual(['newer', 'new', 'a', 'c'])
})

test('what the owner puts away goes at once, also while the list is held', () => {
  showView('assistant')
  putFirstPage({ items: [conversation('c', 30), conversation('b', 20), conversation('a', 10)], nextCursor: null })
  holdRows(true)
  openRow('b')
  apply('b', 20, { status: 'resolved' })
  actOn(['c'])
  apply('c', 30, { status: 'snoozed' })
  expect(shown()).toEqual(['a'])
})

test('news below the last loaded row are none while the list is held', () => {
  putFirstPage({ items: [conversation('b', 20), conversation('a', 10)], nextCursor: 'more' })
  holdRows(true)
  apply('old', 1)
  expect(newsCount(useInbox.getState())).toBe(0)
})

test('the filter and the order stay when another view is chosen, but not a status that it has not', () => {
  filterBy({ language: 'zh', status: 'resolved' })
  sortBy('oldest')
  showView('mine')
  expect(useInbox.getState()).toMatchObject({ load: 'first', items: [], filter: { language: 'zh', status: null } })
  showView('all')
  expect(useInbox.getState().sorts.all).toBe('oldest')
})

test('choosing the view that is shown keeps its list', () => {
  showView('all')
  expect(useInbox.getState()).toMatchObject({ load: 'idle', items: [{ id: 'c' }, { id: 'b' }, { id: 'a' }] })
})

test('a range goes from the row ticked last to this one, in both directions and both ways', () => {
  toggleSelected('a')
  selectRange('c')
  expect(useInbox.getState().selected).toEqual(new Set(['a', 'b', 'c']))
  toggleSelected('b')
  selectRange('c')
  expect(useInbox.getState().selected).toEqual(new Set(['a']))
  clearSelected()
  selectRange('b')
  expect(useInbox.getState().selected).toEqual(new Set(['b']))
  selectAllShown()
  expect(useInbox.getState().selected.size).toBe(3)
})

test('actions are about the selection, and without one about the row at the keyboard', () => {
  moveCursor('a')
  expect(targetsOf(useInbox.getState()).map(({ id }) => id)).toEqual(['a'])
  toggleSelected('b')
  toggleSelected('c')
  expect(targetsOf(useInbox.getState()).map(({ id }) => id)).toEqual(['c', 'b'])
})

test('a label that only some of them carry is neither on nor off', () => {
  const carrying = (...labelIds: string[]) => conversation('x', 1, { labelIds })
  expect(labelsOf([carrying('vip', 'eu'), carrying('vip')])).toEqual({ chosen: ['vip'], partly: ['eu'] })
})
