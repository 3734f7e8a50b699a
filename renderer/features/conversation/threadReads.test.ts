import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Thread } from '#contract/conversation.ts'
import { useConversations } from './conversationStore.ts'
import { testMessage } from './testMessage.ts'
import { testThread } from './testThread.ts'
import { expectThread, takeExpected } from './threadReads.ts'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date(2026, 0, 1) })
  useConversations.setState({ threads: new Map(), askedAt: new Map() })
})
afterEach(() => {
  vi.advanceTimersByTime(10_000)
  vi.useRealTimers()
})

/** A main process that answers when the test lets it. */
function slowReads() {
  const asked: string[] = []
  const waiting: PromiseWithResolvers<Thread>[] = []
  const get = ({ id }: { id: string }) => {
    asked.push(id)
    const answer = Promise.withResolvers<Thread>()
    waiting.push(answer)
    return answer.promise
  }
  return { rpc: { conversation: { get } }, asked, next: () => waiting.shift() }
}

const known = () => [...useConversations.getState().threads.keys()]

test('a conversation that is opened while it is read ahead is read once, and is there', async () => {
  const { rpc, asked, next } = slowReads()
  expectThread(rpc, 'c1')
  expectThread(rpc, 'c1')
  const taken = takeExpected('c1')
  next()?.resolve(testThread('c1', [testMessage(1)]))
  expect(await taken).toBe(true)
  expect([asked, known()]).toEqual([['c1'], ['c1']])
  expect(useConversations.getState().askedAt.get('c1')).toBe(new Date(2026, 0, 1).getTime())
})

test('each read ahead serves one opening, and none long afterwards', async () => {
  const { rpc, next } = slowReads()
  expectThread(rpc, 'c2')
  next()?.resolve(testThread('c2', [testMessage(1)]))
  expect([await takeExpected('c2'), await takeExpected('c2')]).toEqual([true, false])
  expectThread(rpc, 'c3')
  next()?.resolve(testThread('c3', [testMessage(1)]))
  await vi.advanceTimersByTimeAsync(5000)
  expect(await takeExpected('c3')).toBe(false)
})

test('what is known is not read ahead', () => {
  const { rpc, asked } = slowReads()
  useConversations.setState({ threads: new Map([['c4', testThread('c4', [])]]) })
  expectThread(rpc, 'c4')
  expect(asked).toEqual([])
})

test('a read that failed tells the opening that waits for it, and nobody else', async () => {
  const { rpc, asked, next } = slowReads()
  expectThread(rpc, 'c5')
  const taken = takeExpected('c5')
  next()?.reject(new Error('gone'))
  await expect(taken).rejects.toThrow('gone')
  expectThread(rpc, 'c6')
  next()?.reject(new Error('gone'))
  await vi.advanceTimersByTimeAsync(0)
  expect(await takeExpected('c6')).toBe(false)
  expectThread(rpc, 'c6')
  expect(asked).toEqual(['c5', 'c6', 'c6'])
})
