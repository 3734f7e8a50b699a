import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { confidenceOf } from './confidence.ts'
import { fuse, type RankedEntry } from './rank.ts'

function entry(id: string, question: string, answer = '', wordings: string[] = []): Entry {
  return {
    id,
    sourceId: 's',
    externalId: null,
    question,
    answer,
    wordings,
    language: 'en',
    tags: [],
    updatedAt: new Date(0),
  }
}

function ranked(question: string, parts: Readonly<Record<string, number>>, score = 3): RankedEntry {
  return { entryId: question, entry: entry(question, question), parts, score }
}

test('a ranker with large numbers does not outvote the others', () => {
  const [best] = fuse([
    { entryId: 'a', parts: { fullText: 21, vector: 0.1, wording: 0.1 } },
    { entryId: 'b', parts: { fullText: 20, vector: 0.9, wording: 0.9 } },
    { entryId: 'c', parts: { fullText: 2, vector: 0.1, wording: 0.1 } },
  ])
  expect(best?.entryId).toBe('b')
})

test('what no ranker but one has found is still ranked, behind what all found', () => {
  const fused = fuse([
    { entryId: 'far', parts: { vector: 0.2 } },
    { entryId: 'near', parts: { fullText: 5, vector: 0.8, wording: 0.9 } },
  ])
  expect(fused.map(({ entryId }) => entryId)).toEqual(['near', 'far'])
})

test('equal candidates keep one order and get no invented difference', () => {
  const fused = fuse([
    { entryId: 'b', parts: { fullText: 1 } },
    { entryId: 'a', parts: { fullText: 1 } },
  ])
  expect(fused.map(({ entryId, score }) => [entryId, score])).toEqual([
    ['a', 0],
    ['b', 0],
  ])
  expect(fuse([])).toEqual([])
})

test('a question whose subject no entry knows is not trusted, however far the best one leads', () => {
  const near = { fullText: 4, vector: 0.8, wording: 0.9, spelling: 0.8, spelledWording: 0.9 }
  const known = confidenceOf('Do you sell gift cards?', [
    ranked('Do you sell gift cards?', near, 6),
    ranked('Opening hours', {}, 0),
  ])
  const unknown = confidenceOf('Do you sell car tires?', [
    ranked('Do you sell gift cards?', { ...near, wording: 0.4, vector: 0.3, spelling: 0.2, spelledWording: 0.3 }, 3),
    ranked('Opening hours', {}, 0),
  ])
  expect(known).toBeGreaterThan(0.8)
  expect(unknown).toBeLessThan(0.4)
  expect(confidenceOf('anything', [])).toBe(0)
})

test('two entries that fit alike make each of them less sure', () => {
  const parts = { fullText: 4, vector: 0.6, wording: 0.8 }
  const one = ranked('Return of mugs', parts, 6)
  const alone = confidenceOf('return a mug', [one, ranked('Opening hours', { wording: 0.1 }, 0)])
  const contested = confidenceOf('return a mug', [one, ranked('Return of bowls', { ...parts, wording: 0.79 }, 5.9)])
  expect(contested).toBeLessThan(alone - 0.1)
})

test('an installed model has most of the say about meaning, whatever the scale of its cosines', () => {
  const hits = (high: number, low: number) => [
    { entryId: 'a', parts: { fullText: 2, vector: 0.6, wording: 0.6, modelVector: low, modelWording: low } },
    { entryId: 'b', parts: { fullText: 2, vector: 0.5, wording: 0.5, modelVector: high, modelWording: high } },
  ]
  expect(fuse(hits(0.9, 0.1)).map(({ entryId }) => entryId)).toEqual(['b', 'a'])
  const scores = fuse(hits(0.99, 0.98)).map(({ score }) => score)
  expect(scores[0]).toBeCloseTo(fuse(hits(0.9, 0.1))[0]?.score ?? 0, 6)
})
