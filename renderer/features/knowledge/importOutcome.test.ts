import { expect, test } from 'vitest'
import type { FilePreview } from '#contract/knowledge.ts'
import { outcomeOf } from './importOutcome.ts'

const file = (counts: Partial<FilePreview>): FilePreview => ({
  name: 'a.csv',
  format: 'csv',
  entryCount: 0,
  added: 0,
  updated: 0,
  unchanged: 0,
  removed: 0,
  sample: [],
  badRows: [],
  badRowCount: 0,
  ...counts,
})

test('one changed file among others is worth an import, also when it only removes entries', () => {
  expect(outcomeOf([file({ unchanged: 3 }), file({ removed: 1 })])).toBe('changes')
})

test('files that are here already are told apart from files that hold nothing', () => {
  expect(outcomeOf([file({ unchanged: 3 }), file({ badRowCount: 1 })])).toBe('unchanged')
  expect(outcomeOf([file({ badRowCount: 1 })])).toBe('nothing')
})
