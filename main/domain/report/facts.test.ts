import { expect, test } from 'vitest'
import { factsOf, messageCode } from './facts.ts'
import type { Event, History, Read, Received, Sent } from './history.ts'
import { questionKey } from './questionKey.ts'

const MINUTE = 60_000
const read = (change: Partial<Read> = {}): Read => ({
  answerId: 'a',
  action: 'reply',
  reason: null,
  topic: null,
  language: 'und',
  mood: null,
  intensity: 0,
  question: 'q',
  ...change,
})
const asks = (minute: number, change: Partial<Received> = {}): Event => ({
  kind: 'received',
  messageId: `m${minute}`,
  at: minute * MINUTE,
  isMachine: false,
  text: 'Where is it?',
  read: null,
  ...change,
})
const says = (minute: number, change: Partial<Sent> = {}): Event => {
  const at = minute * MINUTE
  return { kind: 'sent', by: 'assistant', at, decidedAt: at, what: 'answer', look: 'nobody', ...change }
}
const owner = (minute: number) => says(minute, { by: 'owner', look: 'owner' })
const happens = (minute: number, code: 'handed-off' | 'resolved', detail: string | null = null): Event => ({
  kind: 'activity',
  at: minute * MINUTE,
  code,
  detail,
})
const facts = (events: readonly Event[], change: Partial<History> = {}) =>
  factsOf({ number: 1, channelNo: 2, contactNo: 3, status: 'open', language: null, events, ...change })

test('the first answer counts: no word that a person will answer, no code, nothing from before the first message', () => {
  const note = says(2, { what: 'note' })
  const code = says(3, { what: 'code' })
  expect(facts([says(0), asks(1), note, code, owner(31)])).toMatchObject({
    firstAt: MINUTE,
    firstReplyMs: 30 * MINUTE,
    firstReplyBy: 'owner',
    answeredBy: 'both',
  })
  expect(facts([asks(1), note, code])).toMatchObject({ firstReplyMs: null, firstReplyBy: null, answeredBy: 'nobody' })
  expect(facts([asks(1), says(4, { what: 'question' })])).toMatchObject({ firstReplyMs: 3 * MINUTE })
})

test('a wait begins with the first message of a person, not with that of a machine', () => {
  expect(facts([asks(0, { isMachine: true }), asks(10), says(12)])).toMatchObject({
    firstAt: 0,
    firstReplyMs: 2 * MINUTE,
  })
})

test('a clock that ran ahead gives no wait below nothing', () => {
  expect(facts([asks(10), says(8)]).firstReplyMs).toBe(0)
})

test.each([
  [[says(1)], 'assistant'],
  [[says(1, { look: 'approved' })], 'assistant'],
  [[says(1, { look: 'edited' })], 'both'],
  [[says(1), owner(2)], 'both'],
  [[owner(2)], 'owner'],
  [[], 'nobody'],
] as const)('answered by: case %#', (sent, by) => {
  expect(facts([asks(0), ...sent]).answeredBy).toBe(by)
})

test('resolved last counts, and only while it is resolved', () => {
  const events = [asks(0), happens(10, 'resolved'), asks(20), happens(50, 'resolved')]
  expect(facts(events, { status: 'resolved' }).resolutionMs).toBe(50 * MINUTE)
  expect(facts(events, { status: 'open' }).resolutionMs).toBeNull()
})

test("each handoff waits for the owner's next message; the assistant's do not end it", () => {
  const events = [
    asks(0),
    happens(1, 'handed-off', 'no-knowledge'),
    says(2, { what: 'note' }),
    says(5),
    owner(21),
    happens(30, 'handed-off', 'upset'),
  ]
  expect(facts(events).handoffs).toEqual([
    { reason: 'no-knowledge', at: MINUTE, waitMs: 20 * MINUTE },
    { reason: 'upset', at: 30 * MINUTE, waitMs: null },
  ])
})

test('a promise is answered by the next answer, not by the note that makes it', () => {
  const promised: Event = { kind: 'promise', at: 2 * MINUTE, due: 60 * MINUTE }
  expect(facts([asks(0), says(2, { what: 'note' }), promised, owner(40)]).promises).toEqual([
    { due: 60 * MINUTE, answeredAt: 40 * MINUTE },
  ])
  expect(facts([asks(0), says(2, { what: 'note' }), promised]).promises).toEqual([
    { due: 60 * MINUTE, answeredAt: null },
  ])
})

test('topics are counted once each; the last language that tells; the strongest mood, the later of equal ones', () => {
  const turns = [
    asks(0, { read: read({ topic: 'stock', language: 'en', mood: 'confused', intensity: 2 }) }),
    asks(1, { read: read({ topic: 'price', language: 'zh', mood: 'angry', intensity: 2 }) }),
    asks(2, { read: read({ topic: 'stock', language: 'und', mood: 'calm', intensity: 0 }) }),
  ]
  expect(facts(turns)).toMatchObject({ topics: ['stock', 'price'], language: 'zh', mood: 'angry' })
  expect(facts([asks(0)], { language: 'de' })).toMatchObject({ topics: [], language: 'de', mood: 'unsure' })
  expect(facts([asks(0)])).toMatchObject({ language: 'und' })
})

test('messages count by quarter of an hour; what went out as the assistant wrote it is told apart', () => {
  const sent = [says(14), says(16, { look: 'edited' }), says(17, { what: 'note' }), owner(29)]
  expect([...facts([asks(0), ...sent]).messages]).toEqual([
    messageCode(0, 'received'),
    messageCode(0, 'by-assistant-alone'),
    messageCode(15 * MINUTE, 'by-assistant'),
    messageCode(15 * MINUTE, 'by-assistant'),
    messageCode(15 * MINUTE, 'by-owner'),
  ])
})

test("the owner's work is since when somebody waited for it; a second message in a row answers nobody", () => {
  const events = [asks(0), asks(2), owner(10), owner(11), asks(20), says(21), owner(30), says(31, { look: 'approved' })]
  expect(facts(events).ownerWork).toEqual([
    { at: 10 * MINUTE, waitedSince: 0 },
    { at: 11 * MINUTE, waitedSince: null },
    { at: 30 * MINUTE, waitedSince: null },
    { at: 31 * MINUTE, waitedSince: null },
  ])
})

test('questions are open when the knowledge was not enough, for no other reason', () => {
  const handed = (reason: Read['reason'], question = 'Can I park there?') =>
    asks(0, { read: read({ action: 'handoff', reason, question, language: 'en' }) })
  expect(facts([handed('no-knowledge')]).openQuestions).toEqual([
    { answerId: 'a', messageId: 'm0', at: 0, key: questionKey('can i PARK there'), language: 'en' },
  ])
  expect(facts([handed('not-sure')]).openQuestions).toHaveLength(1)
  expect(facts([handed('asked-for-person')]).openQuestions).toEqual([])
  expect(facts([handed('no-knowledge', '?!')]).openQuestions).toEqual([])
})

test('the same words in another order are the same question, others are not', () => {
  expect(questionKey('Parking there, can I?')).toBe(questionKey('Can I park there'))
  expect(questionKey('Can I park here')).not.toBe(questionKey('Can I park there'))
  expect(questionKey('门口可以停车吗')).not.toBe(questionKey('门口可以停船吗'))
})
