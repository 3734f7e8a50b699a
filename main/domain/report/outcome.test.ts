import { expect, test } from 'vitest'
import type { Event, History, Read, Sent } from './history.ts'
import { outcomeOf } from './outcome.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

const read = (topic: string | null, change: Partial<Read> = {}): Read => ({
  answerId: 'a',
  action: 'reply',
  reason: null,
  topic,
  language: 'en',
  mood: 'calm',
  intensity: 0,
  question: 'q',
  ...change,
})
const asks = (at: number, text = 'Where is my order?', about: Read | null = null): Event => ({
  kind: 'received',
  messageId: `m${at}`,
  at,
  isMachine: false,
  text,
  read: about,
})
const says = (at: number, change: Partial<Sent> = {}): Event => ({
  kind: 'sent',
  by: 'assistant',
  at,
  decidedAt: at,
  what: 'answer',
  look: 'nobody',
  ...change,
})
const happens = (at: number, code: 'handed-off' | 'taken-over' | 'resolved'): Event => ({
  kind: 'activity',
  at,
  code,
  detail: null,
})
const outcome = (events: readonly Event[], status: History['status'] = 'open') =>
  outcomeOf({ number: 1, channelNo: 1, contactNo: 1, status, language: null, events })

test.each([
  'Thank you!',
  'It works now',
  'Great, thanks, that helped a lot',
  '谢谢，问题解决了',
  '好的，非常感谢！',
  'Danke, hat geklappt',
  'Merci beaucoup',
])('"%s" after the answer confirms it', text => {
  expect(outcome([asks(0), says(1), asks(2, text)])).toEqual({ kind: 'confirmed', from: 2 })
})

test.each(['ok', '好的', '👍', 'Thanks for nothing', 'Got it'])('"%s" confirms nothing', text => {
  expect(outcome([asks(0), says(1), asks(2, text)])?.kind).not.toBe('confirmed')
})

test.each([
  ['Thanks. And when does it arrive?', 'calm'],
  ['Thank you. The lamp is too dark.', 'disappointed'],
  ['谢谢。但是还没有收到。', 'calm'],
] as const)('"%s" leaves something open', (text, mood) => {
  const about = read('order-status', { mood })
  expect(outcome([asks(0), says(1), asks(2, text, about)])).toEqual({ kind: 'abandoned', from: 2 + 3 * DAY })
})

test('thanks beside news that need no answer confirm', () => {
  const about = read(null, { action: 'silent' })
  expect(outcome([asks(0), says(1), asks(2, 'I received the parcel today. Thank you!', about)])?.kind).toBe('confirmed')
})

test('three days without a word after an answer are taken for settled, an "ok" or not', () => {
  expect(outcome([asks(0), says(HOUR)])).toEqual({ kind: 'assumed', from: HOUR + 3 * DAY })
  expect(outcome([asks(0), says(HOUR), asks(2 * HOUR, 'ok')])).toEqual({ kind: 'assumed', from: HOUR + 3 * DAY })
})

test('who comes back after three days with the same matter reopened it', () => {
  const later = HOUR + 3 * DAY
  const events = [asks(0, 'Where is it?', read('order-status')), says(HOUR)]
  expect(outcome([...events, asks(later, 'Where is my order now', read('order-status')), says(later + 1)])).toEqual({
    kind: 'reopened',
    from: later,
  })
  // Nobody could tell what it is about: it counts as the same.
  expect(outcome([...events, asks(later, 'And now?', read(null)), says(later + 1)])?.kind).toBe('reopened')
  expect(outcome([...events, asks(later, 'Do you sell lamps?', read('stock')), says(later + 1)])?.kind).toBe('assumed')
  expect(outcome([...events, asks(later, 'That did not help', read('stock')), says(later + 1)])?.kind).toBe('reopened')
  expect(outcome([...events, asks(later - 1, 'Where is it now', read('order-status')), says(later)])?.kind).toBe(
    'assumed',
  )
})

test('coming back after thanks, or after it was resolved, reopens it at once', () => {
  const same = read('order-status')
  const start = [asks(0, 'Where is it?', same), says(1)]
  expect(outcome([...start, asks(2, 'Thank you'), asks(3, 'It is not there', same), says(4)])).toEqual({
    kind: 'reopened',
    from: 3,
  })
  expect(outcome([...start, happens(2, 'resolved'), asks(3, 'It is not there', same), says(4)])?.kind).toBe('reopened')
  expect(outcome([...start, happens(2, 'resolved'), asks(3, 'Thanks!')], 'open')?.kind).toBe('confirmed')
})

test('what is confirmed in the end is confirmed, whatever was before', () => {
  const same = read('order-status')
  const events = [asks(0, 'Where is it?', same), says(1), asks(5 * DAY, 'Where?', same), says(5 * DAY + 1)]
  expect(outcome([...events, asks(5 * DAY + 2, 'Thank you!')])?.kind).toBe('confirmed')
})

test('a question that nobody answers is abandoned; the answer to it days later is no coming back', () => {
  const question = says(1, { what: 'question' })
  expect(outcome([asks(0), question])).toEqual({ kind: 'abandoned', from: 1 + 3 * DAY })
  expect(outcome([asks(0), question, asks(5 * DAY, 'Order 12'), says(5 * DAY + 1)])?.kind).toBe('assumed')
  expect(outcome([asks(0), question, asks(2, 'ok')])?.kind).toBe('assumed')
})

test('who is never answered has gone away; with nothing but thanks, or resolved by the owner, nobody was owed an answer', () => {
  expect(outcome([asks(0), asks(HOUR)])).toEqual({ kind: 'abandoned', from: HOUR + 3 * DAY })
  expect(outcome([asks(0, 'Thank you')])).toBeNull()
  expect(outcome([asks(0), happens(1, 'resolved')], 'resolved')).toBeNull()
  expect(outcome([{ ...asks(0), kind: 'received', isMachine: true, text: '', messageId: '', read: null }])).toBeNull()
})

test('an open question after the last answer is abandoned, or assumed when the owner resolved it', () => {
  const events = [asks(0), says(1), asks(2, 'And the other one?')]
  expect(outcome(events)).toEqual({ kind: 'abandoned', from: 2 + 3 * DAY })
  expect(outcome([...events, happens(3, 'resolved')], 'resolved')).toEqual({ kind: 'assumed', from: 2 + 3 * DAY })
})

test('nothing that a person had a hand in is an outcome of the assistant', () => {
  const thanked = (event: Event) => outcome([asks(0), says(1), event, asks(3, 'Thank you')])
  expect(thanked(happens(2, 'handed-off'))).toBeNull()
  expect(thanked(happens(2, 'taken-over'))).toBeNull()
  expect(thanked(says(2, { by: 'owner', look: 'owner' }))).toBeNull()
  expect(thanked(says(2, { look: 'edited' }))).toBeNull()
  expect(thanked(says(2, { look: 'approved' }))?.kind).toBe('confirmed')
})
