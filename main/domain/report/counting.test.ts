import { expect, test } from 'vitest'
import { messageCode, type Facts } from './facts.ts'
import { createPace } from './ownerPace.ts'
import { groupWordings } from './questionGroups.ts'
import { windowOf } from './shopDays.ts'
import { spreadOf } from './spread.ts'
import { createTally } from './tally.ts'
import { createTraffic } from './traffic.ts'

const none: Facts = {
  number: 1,
  channelNo: 1,
  contactNo: 1,
  firstAt: null,
  lastAt: 0,
  firstReplyMs: null,
  firstReplyBy: null,
  resolutionMs: null,
  answeredBy: 'nobody',
  outcome: null,
  handoffs: [],
  promises: [],
  topics: [],
  language: 'en',
  mood: 'calm',
  messages: new Uint32Array(),
  ownerWork: [],
  openQuestions: [],
}
const breathe = () => Promise.resolve()
const time = (text: string) => Date.parse(text)
const MINUTE = 60_000

test('the middle and the ninth of ten are exact', () => {
  const spread = (...values: number[]) => spreadOf(Float64Array.from(values))
  expect(spread()).toEqual({ count: 0, medianMs: null, p90Ms: null })
  expect(spread(7)).toEqual({ count: 1, medianMs: 7, p90Ms: 7 })
  expect(spread(30, 10, 20)).toEqual({ count: 3, medianMs: 20, p90Ms: 30 })
  expect(spread(10, 9, 8, 7, 6, 5, 4, 3, 2, 1)).toEqual({ count: 10, medianMs: 5.5, p90Ms: 9 })
})

test('conversations count by when they began, contacts once, promises by whether they were kept', async () => {
  const now = time('2026-03-05T00:00Z')
  const tally = createTally(windowOf({ from: '2026-03-01', to: '2026-03-02' }, 'UTC'), now)
  const begin = time('2026-03-01T08:00Z')
  const handed = { reason: 'upset', at: begin, waitMs: 2000 } as const
  expect(tally.add({ ...none, firstAt: time('2026-02-28T23:59:59.999Z') })).toBe(false)
  expect(tally.add({ ...none, firstAt: time('2026-03-03T00:00Z') })).toBe(false)
  expect(tally.add(none)).toBe(false)
  tally.add({
    ...none,
    firstAt: time('2026-03-01T00:00Z'),
    firstReplyMs: 4000,
    firstReplyBy: 'assistant',
    answeredBy: 'assistant',
    outcome: { kind: 'confirmed', from: begin },
    topics: ['stock', 'price'],
  })
  tally.add({
    ...none,
    firstAt: begin,
    firstReplyMs: 2000,
    firstReplyBy: 'owner',
    answeredBy: 'owner',
    handoffs: [handed, { ...handed, waitMs: null }],
    promises: [
      { due: now, answeredAt: now },
      { due: now, answeredAt: now + 1 },
      { due: now - 1, answeredAt: null },
      { due: now, answeredAt: null },
    ],
    topics: ['stock'],
    mood: 'angry',
  })
  tally.add({ ...none, contactNo: 2, firstAt: begin, outcome: { kind: 'assumed', from: now + 1 }, resolutionMs: 9 })
  expect(await tally.totals(breathe)).toEqual({
    conversations: 3,
    contacts: 2,
    firstReply: { count: 2, medianMs: 3000, p90Ms: 4000 },
    firstReplyByAssistant: { count: 1, medianMs: 4000, p90Ms: 4000 },
    firstReplyByOwner: { count: 1, medianMs: 2000, p90Ms: 2000 },
    resolution: { count: 1, medianMs: 9, p90Ms: 9 },
    answeredBy: { assistant: 1, both: 0, owner: 1, nobody: 1 },
    outcomes: { confirmed: 1, assumed: 0, reopened: 0, abandoned: 0, running: 1 },
    handoffs: 2,
    handoffWait: { count: 1, medianMs: 2000, p90Ms: 2000 },
    promises: { made: 4, kept: 1, broken: 2, open: 1 },
  })
  expect(Object.fromEntries(tally.shares.topics)).toEqual({ stock: 2, price: 1 })
  expect(Object.fromEntries(tally.shares.topicsHandedOver)).toEqual({ stock: 1 })
  expect(Object.fromEntries(tally.shares.reasons)).toEqual({ upset: 1 })
  expect(Object.fromEntries(tally.shares.moods)).toEqual({ calm: 2, angry: 1 })
})

test("messages fall on the days and hours of the shop's clock, whatever conversation they are in", async () => {
  const traffic = createTraffic({ from: '2026-03-28', to: '2026-03-29' }, 'Europe/Berlin')
  const code = (text: string, kind: Parameters<typeof messageCode>[1]) => messageCode(time(text), kind)
  traffic.add({
    channelNo: 5,
    firstAt: time('2026-03-27T22:59Z'),
    messages: Uint32Array.of(
      code('2026-03-27T22:59Z', 'received'),
      code('2026-03-27T23:00Z', 'received'),
      // 03:15 on the day on which there is no 02:15.
      code('2026-03-29T01:15Z', 'received'),
      code('2026-03-29T01:16Z', 'by-assistant-alone'),
      code('2026-03-29T01:17Z', 'by-assistant'),
      code('2026-03-29T21:59Z', 'by-owner'),
      code('2026-03-29T22:00Z', 'by-owner'),
    ),
  })
  traffic.add({ channelNo: 5, firstAt: time('2026-03-28T22:59Z'), messages: new Uint32Array() })
  expect(traffic.totals()).toEqual({ messagesReceived: 2, messagesByAssistant: 2, messagesByOwner: 1 })
  expect(traffic.repliesAlone()).toBe(1)
  expect([...traffic.byChannel]).toEqual([[5, 5]])
  const { series, hours } = await traffic.overTime(breathe)
  expect(series).toEqual([
    { from: '2026-03-28', conversations: 1, messagesReceived: 1, messagesByAssistant: 0, messagesByOwner: 0 },
    { from: '2026-03-29', conversations: 0, messagesReceived: 1, messagesByAssistant: 2, messagesByOwner: 1 },
  ])
  // Saturday at midnight, Sunday at three.
  expect([hours[5]?.[0], hours[6]?.[3], hours.flat().reduce((sum, one) => sum + one)]).toEqual([1, 1, 2])
})

test("the owner's pace is measured within stretches of work, from at least ten replies", () => {
  const measured = (works: readonly (readonly [at: number, since: number | null])[]) => {
    const pace = createPace()
    for (const [at, since] of works.toReversed()) {
      pace.add({ at: at * MINUTE, waitedSince: since === null ? null : since * MINUTE })
    }
    return pace.pace()
  }
  // Every two minutes for people who waited before: eleven replies, ten gaps.
  const steady = Array.from({ length: 11 }, (_, index) => [index * 2, -100] as const)
  expect(measured(steady)).toEqual({ minutesPerReply: 2, replies: 10 })
  expect(measured(steady.slice(1))).toBeNull()
  // After fifteen minutes it is another stretch, and its first reply tells nothing.
  expect(measured([...steady.slice(0, 10), [33, -100]])).toBeNull()
  // Who wrote in between is counted from then; a message to nobody who waits only ends the one before.
  const fresh = Array.from({ length: 10 }, (_, index) => [30 + index * 5, 29 + index * 5] as const)
  expect(measured([[28, null], ...fresh])).toEqual({ minutesPerReply: 1, replies: 10 })
  // Over midnight of UTC.
  expect(measured(steady.map(([at, since]) => [1430 + at, since] as const))).toEqual({
    minutesPerReply: 2,
    replies: 10,
  })
})

test('wordings of one meaning are counted together, those asked most first, then the newest', async () => {
  const wording = (question: string, count: number, lastAt: number, ...vector: number[]) => ({
    count,
    lastAt,
    vector: Float32Array.from(vector),
    questions: [question],
  })
  const groups = await groupWordings(
    [
      wording('a', 1, 9, 1, 0),
      wording('other', 4, 1, 0, 1),
      wording('b', 3, 2, 0.9, 0.1),
      wording('newest', 4, 3, -1, 0),
    ],
    breathe,
  )
  expect(groups.map(({ count, lastAt, wordings }) => [count, lastAt, wordings.flatMap(one => one.questions)])).toEqual([
    [4, 9, ['b', 'a']],
    [4, 3, ['newest']],
    [4, 1, ['other']],
  ])
})
