import { beforeEach, expect, test } from 'vitest'
import {
  applyConversation,
  applyMessage,
  applyMessageRemoved,
  applyTyping,
  putEarlier,
  putLater,
  putThread,
  useConversations,
} from './conversationStore.ts'
import { changeDraft, draftOf, draftRestored, draftSent, useDrafts } from './draftStore.ts'
import { testMessage } from './testMessage.ts'
import { testThread } from './testThread.ts'

const seqs = () =>
  useConversations
    .getState()
    .threads.get('c1')
    ?.messages.map(({ seq }) => seq)

beforeEach(() => {
  useConversations.setState({ threads: new Map(), failures: new Map(), typing: new Map(), unseen: new Map() })
  useDrafts.setState({ drafts: new Map(), sentFiles: new Map() })
})

test('a message that changes stays one message in its place', () => {
  putThread(testThread('c1', [testMessage(1), testMessage(3)]))
  applyMessage(testMessage(2))
  applyMessage(testMessage(2, { text: 'changed' }))
  expect(seqs()).toEqual([1, 2, 3])
  expect(useConversations.getState().threads.get('c1')?.messages[1]?.text).toBe('changed')
  applyMessageRemoved('c1', 'm2')
  expect(seqs()).toEqual([1, 3])
})

test('an old message that changes before its page is loaded opens no hole', () => {
  putThread(testThread('c1', [testMessage(8), testMessage(9)], true))
  applyMessage(testMessage(2))
  expect(seqs()).toEqual([8, 9])
})

test('reading again after a reconnect keeps the earlier messages the owner scrolled to', () => {
  putThread(testThread('c1', [testMessage(8), testMessage(9)], true))
  putEarlier('c1', { messages: [testMessage(6), testMessage(7)], hasEarlier: true })
  putThread(testThread('c1', [testMessage(9), testMessage(10)], true))
  expect(seqs()).toEqual([6, 7, 8, 9, 10])
})

test('reading again after so long that the pages no longer touch starts over without a hole', () => {
  putThread(testThread('c1', [testMessage(1), testMessage(2)], false))
  putThread(testThread('c1', [testMessage(50), testMessage(51)], true))
  expect(seqs()).toEqual([50, 51])
})

test('events for a conversation that is not open are not kept', () => {
  applyMessage(testMessage(1))
  applyConversation(testThread('c1', []).conversation)
  expect(useConversations.getState().threads.size).toBe(0)
})

test('of many opened threads only the last ones are kept', () => {
  for (let index = 0; index < 40; index += 1) putThread(testThread(`c${index}`, []))
  expect(useConversations.getState().threads.size).toBe(30)
  expect(useConversations.getState().threads.has('c39')).toBe(true)
  expect(useConversations.getState().threads.has('c0')).toBe(false)
})

test('each conversation keeps its own unfinished reply', () => {
  changeDraft('c1', { text: 'one' })
  changeDraft('c2', { text: 'two' })
  expect(draftOf(useDrafts.getState(), 'c1').text).toBe('one')
  draftSent('c1', 'm1', [])
  expect(draftOf(useDrafts.getState(), 'c1').text).toBe('')
  expect(draftOf(useDrafts.getState(), 'c2').text).toBe('two')
})

test('a reply taken back returns with its files, before what was written since', () => {
  const file = new File(['x'], 'bill.pdf')
  draftSent('c1', 'm1', [file])
  changeDraft('c1', { text: 'and also' })
  draftRestored('c1', 'm1', 'Hello')
  expect(draftOf(useDrafts.getState(), 'c1')).toEqual({ text: 'Hello\n\nand also', kind: 'reply', files: [file] })
})

test('a reply that a fresh read brought back already is not put into the box a second time', () => {
  const file = new File(['x'], 'bill.pdf')
  draftSent('c1', 'm1', [file])
  changeDraft('c1', { text: 'and also\n\nHello' })
  draftRestored('c1', 'm1', 'Hello')
  expect(draftOf(useDrafts.getState(), 'c1')).toEqual({ text: 'and also\n\nHello', kind: 'reply', files: [file] })
  changeDraft('c2', { text: 'Hello' })
  draftRestored('c2', 'm2', 'Hello')
  expect(draftOf(useDrafts.getState(), 'c2').text).toBe('Hello')
})

test('a message that arrives below an older part of the thread opens no hole there, and is counted', () => {
  putThread({ ...testThread('c1', [testMessage(3), testMessage(4)], true), hasLater: true })
  applyMessage(testMessage(9))
  applyMessage(testMessage(9, { text: 'changed' }))
  applyMessage(testMessage(10, { author: 'owner', direction: 'outgoing' }))
  expect(seqs()).toEqual([3, 4])
  expect(useConversations.getState().unseen.get('c1')?.size).toBe(1)
  putLater('c1', { messages: [5, 6, 7, 8, 9, 10].map(seq => testMessage(seq)), hasLater: false })
  expect(seqs()).toEqual([3, 4, 5, 6, 7, 8, 9, 10])
  expect(useConversations.getState().unseen.size).toBe(0)
})

test('a scheduled reply that is sent moves below an older part of the thread, out of it', () => {
  putThread({ ...testThread('c1', [testMessage(3), testMessage(4), testMessage(5)], true), hasLater: true })
  applyMessage({ ...testMessage(4), seq: 20 })
  expect(seqs()).toEqual([3, 5])
  applyMessage(testMessage(5, { text: 'changed' }))
  expect(seqs()).toEqual([3, 5])
})

test('reading again around a message in the middle keeps what was loaded on both sides', () => {
  putThread({
    ...testThread(
      'c1',
      [3, 4, 5, 6, 7].map(seq => testMessage(seq)),
      true,
    ),
    hasLater: true,
  })
  putThread({
    ...testThread(
      'c1',
      [4, 5, 6].map(seq => testMessage(seq)),
      true,
    ),
    hasLater: true,
  })
  expect(seqs()).toEqual([3, 4, 5, 6, 7])
})

test('who sent what they were writing is not writing any more', () => {
  applyTyping('c1', new Date(2026, 0, 1))
  applyMessage(testMessage(1, { author: 'assistant', direction: 'outgoing' }))
  expect(useConversations.getState().typing.has('c1')).toBe(true)
  applyMessage(testMessage(2))
  expect(useConversations.getState().typing.has('c1')).toBe(false)
})
