import { expect, test } from 'vitest'
import { testMessage } from './testMessage.ts'
import {
  drawnFrom,
  incomingAfter,
  inReadingOrder,
  lastQueued,
  readFrom,
  secondsToUndo,
  threadItems,
} from './threadItems.ts'

const queued = (notBefore: Date, attempts = 0, scheduled = false) => ({
  state: 'queued' as const,
  notBefore,
  attempts,
  error: null,
  scheduled,
  deliveredAt: null,
  seenAt: null,
})

test('a day is named once, and an author again when he changes or after a pause', () => {
  const items = threadItems([
    testMessage(1, { sentAt: new Date(2026, 0, 1, 23, 58) }),
    testMessage(2, { sentAt: new Date(2026, 0, 1, 23, 59) }),
    testMessage(3, { sentAt: new Date(2026, 0, 2, 0, 0) }),
    testMessage(4, { sentAt: new Date(2026, 0, 2, 0, 1), author: 'assistant', direction: 'outgoing' }),
    testMessage(5, { sentAt: new Date(2026, 0, 2, 0, 9), author: 'assistant', direction: 'outgoing' }),
  ])
  expect(items.map(({ startsDay }) => startsDay)).toEqual([true, false, true, false, false])
  expect(items.map(({ startsGroup }) => startsGroup)).toEqual([true, false, true, true, true])
})

test('only the own reply that still waits can be taken back, and the seconds never read zero before the end', () => {
  const now = new Date(2026, 0, 1, 12)
  const later = (ms: number) => new Date(now.getTime() + ms)
  const own = testMessage(2, { author: 'owner', direction: 'outgoing', delivery: queued(later(9100)) })
  expect(lastQueued([own, testMessage(3)])).toBe(own)
  expect(lastQueued([{ ...own, delivery: queued(later(30_000), 1) }])).toBeNull()
  expect(lastQueued([{ ...own, author: 'assistant' }])).toBeNull()
  expect(secondsToUndo(own, now)).toBe(10)
  expect(secondsToUndo({ ...own, delivery: queued(later(200)) }, now)).toBe(1)
  expect(secondsToUndo({ ...own, delivery: queued(later(-5000)) }, now)).toBe(0)
})

test('the pill counts what the customer wrote, not what the assistant did', () => {
  const messages = [
    testMessage(1),
    testMessage(2),
    testMessage(3, { direction: 'outgoing', author: 'assistant' }),
    testMessage(4, { kind: 'activity' }),
  ]
  expect(incomingAfter(messages, 1)).toBe(1)
})

test('reading goes on at the first message nobody has answered, else at the end', () => {
  const reply = (seq: number) => testMessage(seq, { direction: 'outgoing', author: 'assistant' })
  expect(readFrom([testMessage(1), reply(2), testMessage(3), testMessage(4, { kind: 'activity' })])).toBe(2)
  expect(readFrom([testMessage(1), testMessage(2)])).toBe(0)
  expect(readFrom([testMessage(1), reply(2), testMessage(3, { kind: 'activity' })])).toBe(2)
  expect(readFrom([])).toBe(-1)
})

test('replies that wait for their time stand below what was said, the soonest first, and answer nobody yet', () => {
  const own = { author: 'owner', direction: 'outgoing' } as const
  const late = testMessage(2, { ...own, delivery: queued(new Date(2026, 0, 9), 0, true) })
  const soon = testMessage(3, { ...own, delivery: queued(new Date(2026, 0, 5), 0, true) })
  const ordered = inReadingOrder([testMessage(1), late, soon, testMessage(4)])
  expect(ordered.map(({ seq }) => seq)).toEqual([1, 4, 3, 2])
  expect(readFrom(ordered)).toBe(0)
  expect(lastQueued(ordered)).toBeNull()
  expect(threadItems(ordered).map(({ startsDay }) => startsDay)).toEqual([true, false, false, false])
})

test('what is drawn first begins above where reading goes on, or above the message to open at', () => {
  const messages = Array.from({ length: 50 }, (_, index) =>
    testMessage(index + 1, index === 40 ? { direction: 'outgoing', author: 'assistant' } : {}),
  )
  expect(drawnFrom(messages, null, 10)).toBe(31)
  expect(drawnFrom(messages, null, 60)).toBe(0)
  expect(drawnFrom(messages, messages[20]?.id ?? '', 10)).toBe(10)
  expect(drawnFrom(messages, 'elsewhere', 10)).toBe(31)
  expect(drawnFrom([], null, 10)).toBe(0)
})
