import { expect, test } from 'vitest'
import { approved, corrected, freshTopic, ownTopic, speaksAlone, topicOf } from './topic.ts'

const now = new Date('2026-11-22T10:00:00Z')
const policy = { approvalsNeeded: 3, threshold: 0.65 }
const off = { ...policy, approvalsNeeded: 0 }

test('after so many approvals in a row a topic is answered alone, and not before', () => {
  let topic = freshTopic('return-policy')
  for (const count of [1, 2]) {
    topic = approved(topic, policy, now)
    expect([topic.mode, topic.approvals]).toEqual(['draft', count])
  }
  topic = approved(topic, policy, now)
  expect(topic).toMatchObject({ mode: 'auto', because: 'earned', changedAt: now })
  expect(speaksAlone('auto', policy, topic)).toBe(true)
})

test('a correction takes it back, and the count begins anew', () => {
  const earned = { ...freshTopic('stock'), mode: 'auto' as const, because: 'earned' as const, approvals: 7 }
  const back = corrected(earned, policy, now)
  expect(back).toMatchObject({ mode: 'draft', because: 'corrected', approvals: 0 })
  expect(approved(back, policy, now).mode).toBe('draft')
})

test('the mode of the channel is the upper limit, whatever was earned or set', () => {
  const auto = { ...freshTopic('stock'), mode: 'auto' as const, because: 'owner' as const }
  expect(speaksAlone('draft', policy, auto)).toBe(false)
  expect(speaksAlone('off', off, auto)).toBe(false)
})

test('without earning a topic follows its channel, except where the owner said otherwise', () => {
  expect(speaksAlone('auto', off, null)).toBe(true)
  expect(speaksAlone('auto', off, freshTopic('stock'))).toBe(true)
  expect(speaksAlone('auto', off, { ...freshTopic('stock'), because: 'owner' })).toBe(false)
  expect(speaksAlone('auto', policy, null)).toBe(false)
})

test("approvals and corrections leave the owner's own setting alone", () => {
  const set = { ...freshTopic('stock'), mode: 'draft' as const, because: 'owner' as const }
  expect(approved({ ...set, approvals: 9 }, policy, now).mode).toBe('draft')
  expect(corrected({ ...set, mode: 'auto' }, policy, now).mode).toBe('auto')
})

test('a topic is the leading intent, else the first tag of the entry', () => {
  const entry = { tags: ['Returns', 'x'] }
  expect(topicOf({ intents: [{ id: 'stock', score: 0.9, reason: '' }] }, entry)).toBe('stock')
  expect(topicOf({ intents: [{ id: 'stock', score: 0.2, reason: '' }] }, entry)).toBe(ownTopic('returns'))
  expect(topicOf({ intents: [] }, null)).toBeNull()
})
