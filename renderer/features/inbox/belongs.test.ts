import { expect, test } from 'vitest'
import { belongsTo, inOrder } from './belongs.ts'
import { conversation } from './testConversation.ts'

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

test('an open conversation is either mine or the assistant’s', () => {
  const [mine, theirs] = [conversation('1', 0, { handler: 'owner' }), conversation('2', 0)]
  expect([belongsTo('mine', mine), belongsTo('assistant', mine)]).toEqual([true, false])
  expect([belongsTo('mine', theirs), belongsTo('assistant', theirs)]).toEqual([false, true])
  expect(belongsTo('mine', { ...mine, status: 'resolved' })).toBe(false)
})

test('rows of the same second keep one order, the other way round from the other end', () => {
  const rows = [conversation('a', 1), conversation('c', 1), conversation('b', 1)]
  const ids = (sort: 'newest' | 'oldest') => rows.toSorted(inOrder(sort)).map(({ id }) => id)
  expect(ids('newest')).toEqual(['c', 'b', 'a'])
  expect(ids('oldest')).toEqual(['a', 'b', 'c'])
})
