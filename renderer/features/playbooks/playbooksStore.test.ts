import { beforeEach, expect, test } from 'vitest'
import type { PlaybookSummary } from '#contract/playbook.ts'
import {
  applyPlaybook,
  emptyPlaybooks,
  keepDraft,
  playbooksFailed,
  showPlaybooks,
  usePlaybooks,
} from './playbooksStore.ts'

const playbook = (id: string): PlaybookSummary => ({
  id,
  name: id,
  enabled: true,
  edited: false,
  shipped: true,
  intents: [],
  missing: [],
})

beforeEach(() => usePlaybooks.setState(emptyPlaybooks, true))

test('a text that is not saved survives a look at another page, until it is given up', () => {
  keepDraft('return', 'id: return')
  showPlaybooks([playbook('return')], 3)
  expect(usePlaybooks.getState().drafts.get('return')).toBe('id: return')
  keepDraft('return', null)
  expect(usePlaybooks.getState().drafts.has('return')).toBe(false)
})

test('switching one procedure off leaves the others as they are', () => {
  showPlaybooks([playbook('return'), playbook('exchange')], 0)
  applyPlaybook({ ...playbook('exchange'), enabled: false })
  expect(usePlaybooks.getState().playbooks.map(({ enabled }) => enabled)).toEqual([true, false])
})

test('a list that was read once is not replaced by an error', () => {
  playbooksFailed()
  expect(usePlaybooks.getState().status).toBe('failed')
  showPlaybooks([playbook('return')], 0)
  playbooksFailed()
  expect(usePlaybooks.getState().status).toBe('ready')
})
