import { expect, test } from 'vitest'
import { marked, verdictOf, type Outcome } from './verdict.ts'

const open = { expected: null, rejected: [] }
const reply: Outcome = { action: 'reply', reply: 'Within 30 days.', entries: ['faq-7'], playbook: null }
const handoff: Outcome = { action: 'handoff', reply: null, entries: [], playbook: null }
const expects = (action: Outcome['action'], entries: string[] = [], playbook: string | null = null) => ({
  expected: { action, entries, playbook },
  rejected: [],
})

test('nobody can say anything about a case without expectation', () => {
  expect(verdictOf(open, reply)).toBeNull()
})

test('the action alone is enough where no entry is expected', () => {
  expect(verdictOf(expects('reply'), reply)).toBe('right')
  expect(verdictOf(expects('ask'), reply)).toBe('wrong')
})

test('every expected entry must be quoted; more may be', () => {
  const both = { ...reply, entries: ['faq-7', 'faq-9'] }
  expect(verdictOf(expects('reply', ['faq-7']), both)).toBe('right')
  expect(verdictOf(expects('reply', ['faq-7', 'faq-9']), reply)).toBe('wrong')
})

test('an expected playbook must be the one that answered', () => {
  const played = { ...reply, entries: [], playbook: 'order-status' }
  expect(verdictOf(expects('reply', [], 'order-status'), played)).toBe('right')
  expect(verdictOf(expects('reply', [], 'return'), played)).toBe('wrong')
})

test('marking right makes this outcome the expectation, so that another answer is wrong from then on', () => {
  const after = marked(open, reply, 'right')
  expect(verdictOf(after, reply)).toBe('right')
  expect(verdictOf(after, handoff)).toBe('wrong')
  expect(verdictOf(after, { ...reply, entries: ['faq-8'] })).toBe('wrong')
})

test('marking wrong refuses these very words and leaves every other outcome open', () => {
  const after = marked(open, reply, 'wrong')
  expect(verdictOf(after, reply)).toBe('wrong')
  expect(verdictOf(after, handoff)).toBeNull()
  expect(verdictOf(after, { ...reply, reply: 'Within 60 days.' })).toBeNull()
})

test('an expectation that disagreed stays when the outcome is marked wrong too', () => {
  expect(marked(expects('handoff'), reply, 'wrong').expected).toEqual({
    action: 'handoff',
    entries: [],
    playbook: null,
  })
})

test('the newer mark on one outcome replaces the older', () => {
  const wrongThenRight = marked(marked(open, reply, 'wrong'), reply, 'right')
  expect(wrongThenRight.rejected).toEqual([])
  expect(verdictOf(wrongThenRight, reply)).toBe('right')
  const rightThenWrong = marked(marked(open, reply, 'right'), reply, 'wrong')
  expect(rightThenWrong.expected).toBeNull()
  expect(verdictOf(rightThenWrong, reply)).toBe('wrong')
})

test('taking a mark back leaves what other outcomes were marked as', () => {
  const refused = marked(open, reply, 'wrong')
  expect(marked(refused, handoff, null)).toEqual(refused)
  expect(marked(refused, reply, null)).toEqual(open)
  expect(marked(marked(open, reply, 'right'), reply, null)).toEqual(open)
})
