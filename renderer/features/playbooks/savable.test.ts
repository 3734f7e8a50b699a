import { expect, test } from 'vitest'
import { whyNotSavable } from './savable.ts'
import type { CheckedYaml } from './useCheckedYaml.ts'

const good: CheckedYaml = { state: 'fresh', problems: [], graph: null, isGraphOld: false }
const problem = { line: 3, path: 'steps.0', problem: 'unknown-target', detail: 'nowhere' }

test('a changed text that was looked at and is whole can be saved', () => {
  expect(whyNotSavable(true, good)).toBeNull()
  expect(whyNotSavable(false, good)).toBe('unchanged')
})

test('a broken text cannot be saved, nor one that was not looked at since the last key', () => {
  expect(whyNotSavable(true, { ...good, problems: [problem] })).toBe('broken')
  expect(whyNotSavable(true, { ...good, state: 'stale' })).toBe('checking')
  expect(whyNotSavable(true, { ...good, state: 'failed' })).toBe('not-checked')
})
