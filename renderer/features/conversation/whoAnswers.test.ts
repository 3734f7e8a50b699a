import { expect, test } from 'vitest'
import { whoAnswers } from './whoAnswers.ts'

test('the header never says that the assistant answers where it only prepares, is off, or has passed it on', () => {
  const byAssistant = { handler: 'assistant', handoffReason: null } as const
  expect(whoAnswers(byAssistant, 'auto')).toBe('assistant')
  expect(whoAnswers(byAssistant, 'draft')).toBe('drafts')
  expect(whoAnswers(byAssistant, 'off')).toBe('owner')
  expect(whoAnswers({ ...byAssistant, handoffReason: 'not-sure' }, 'draft')).toBe('waits')
  expect(whoAnswers({ handler: 'owner', handoffReason: 'not-sure' }, 'auto')).toBe('owner')
})
