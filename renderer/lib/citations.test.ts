import { expect, test } from 'vitest'
import { citedEntries } from './citations.ts'

const citation = (entryId: string, quote: string) => ({
  entryId,
  entry: entryId,
  sourceName: 'faq.csv',
  question: `About ${entryId}`,
  quote,
})

test('sentences of one entry stand together under one source, each once', () => {
  const entries = citedEntries([
    citation('shipping', 'It takes 3 days.'),
    citation('returns', 'Within 30 days.'),
    citation('shipping', 'It is free from $75.'),
    citation('shipping', 'It takes 3 days.'),
  ])
  expect(entries.map(({ entryId, quotes }) => [entryId, quotes])).toEqual([
    ['shipping', ['It takes 3 days.', 'It is free from $75.']],
    ['returns', ['Within 30 days.']],
  ])
})
