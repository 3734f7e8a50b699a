import { expect, test } from 'vitest'
import type { Topic } from '#contract/topic.ts'
import { ANSWER_FROM, STRICT_FROM } from '#domain/reply/choose.ts'
import { careOf, earningShare, groupsOf } from './topicRules.ts'

const topic = (change: Partial<Topic> = {}): Topic => ({
  id: 'return-item',
  kind: 'intent',
  label: 'return-item',
  forced: false,
  mode: 'draft',
  because: 'channel',
  approvals: 12,
  approvalsNeeded: 20,
  threshold: null,
  changedAt: null,
  ...change,
})

test('the words beside the slider get more careful as it rises, and call the shipped value recommended', () => {
  expect([0.3, ANSWER_FROM - 0.08, ANSWER_FROM, ANSWER_FROM + 0.1, STRICT_FROM].map(careOf)).toEqual([
    'bold',
    'between',
    'balanced',
    'careful',
    'veryCareful',
  ])
})

test('topics that cannot be switched stand apart, whoever they came from', () => {
  const all = [topic(), topic({ id: 'wine', kind: 'own' }), topic({ id: 'privacy', forced: true, because: 'forced' })]
  const groups = groupsOf(all, '', ({ id }) => id)
  expect(groups.own.map(({ id }) => id)).toEqual(['wine'])
  expect(groups.known.map(({ id }) => id)).toEqual(['return-item'])
  expect(groups.forced.map(({ id }) => id)).toEqual(['privacy'])
})

test('a search goes by the name on screen, not by the id', () => {
  const groups = groupsOf([topic()], ' RÜCK', () => 'Rückgabe')
  expect(groups.known).toHaveLength(1)
  expect(groupsOf([topic()], 'return', () => 'Rückgabe').known).toHaveLength(0)
})

test('only a topic in drafts that can earn something shows how far it is', () => {
  expect(earningShare(topic())).toBe(0.6)
  expect(earningShare(topic({ because: 'corrected', approvals: 0 }))).toBe(0)
  expect(earningShare(topic({ approvalsNeeded: 0 }))).toBeNull()
  expect(earningShare(topic({ because: 'owner' }))).toBeNull()
  expect(earningShare(topic({ mode: 'auto', because: 'earned', approvals: 20 }))).toBeNull()
})
