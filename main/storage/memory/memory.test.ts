import { expect, test } from 'vitest'
import { createBest } from './best.ts'
import { BLOCK, createVectorMemory, UNIT } from './compare.ts'
import { createWordsInMemory } from './wordsInMemory.ts'

function vectors(count: number, dimension: number): Float32Array[] {
  let state = 7
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimension }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state / 2 ** 32 - 0.5
    })
    const length = Math.hypot(...vector)
    return vector.map(value => value / length)
  })
}

test.each([
  ['several places at a time', true],
  ['one by one', false],
])('the nearness of every vector, %s, is its product with the question, beyond one block too', (_, isQuick) => {
  const dimension = 24
  const [question = new Float32Array(), ...all] = vectors(BLOCK + 304, dimension)
  const memory = createVectorMemory(dimension, isQuick)
  for (const vector of all) memory.add(vector)
  const found: number[] = []
  memory.compare(question, (first, products, count) => {
    expect(first).toBe(found.length)
    found.push(
      ...products
        .subarray(0, count)
        .values()
        .map(product => product * UNIT),
    )
  })
  expect(found).toHaveLength(all.length)
  expect(memory.count()).toBe(all.length)
  for (const [index, vector] of all.entries()) {
    const exact = vector.reduce((sum, value, place) => sum + value * (question[place] ?? 0), 0)
    expect(Math.abs((found[index] ?? Number.NaN) - exact)).toBeLessThan(5e-5)
  }
  const sum = Array.from({ length: dimension }, (_, place) => (all[2]?.[place] ?? 0) + (all[BLOCK]?.[place] ?? 0))
  expect(memory.normOfSum([2, BLOCK])).toBeCloseTo(Math.hypot(...sum), 4)
})

test('the best are kept in order, and of equal ones those that came first', () => {
  const best = createBest(3)
  for (const [place, score] of [1, 5, 3, 5, 4, 3].entries()) best.offer(place, score)
  expect(best.list().map(({ place }) => place)).toEqual([1, 3, 4])
  const scores = Array.from({ length: 500 }, (_, place) => (place * 7919) % 101)
  const many = createBest(40)
  for (const [place, score] of scores.entries()) many.offer(place, score)
  const sorted = scores.map((score, place) => ({ place, score })).toSorted((one, other) => other.score - one.score)
  expect(many.list()).toEqual(sorted.slice(0, 40))
  const none = createBest(0)
  none.offer(1, 1)
  expect(none.list()).toEqual([])
})

test('a rare word tells more than a common one, a short text more than a long one', () => {
  const words = createWordsInMemory()
  for (const text of ['lamp red', 'lamp blue', 'lamp blue with a very long text', 'kettle', '']) words.add(text)
  const found = words.search(['lamp', 'blue'], 10)
  expect(found.map(({ place }) => place)).toEqual([1, 2, 0])
  words.drop(1)
  expect(words.search(['lamp', 'blue'], 10).map(({ place }) => place)).toEqual([2, 0])
  expect(words.search(['nowhere'], 10)).toEqual([])
})
