import { expect, test } from 'vitest'
import { EmbedderAway } from '#main/ports/knowledgeIndex.ts'
import { ModelFailure } from '#main/ports/languageModel.ts'
import { createModelEmbedder } from './modelEmbedder.ts'

function createFakeEngine(embed: (texts: readonly string[]) => readonly (readonly number[])[]) {
  const calls: string[][] = []
  return {
    calls,
    engine: {
      async embed(texts: readonly string[]) {
        calls.push([...texts])
        return embed(texts).map(numbers => Float32Array.from(numbers))
      },
    },
  }
}
const model = { sha256: 'ab'.repeat(32), dimension: 2, prefix: 'query: ' }

test('texts go to the model in small groups, each with what the model wants to read first', async () => {
  const { engine, calls } = createFakeEngine(texts => texts.map(text => [text.length, 0]))
  const vectors = await createModelEmbedder({ ...model, engine }).embed(Array.from({ length: 20 }, (_, at) => `t${at}`))
  expect(calls.map(texts => texts.length)).toEqual([8, 8, 4])
  expect(calls[0]?.[0]).toBe('query: t0')
  expect(vectors).toHaveLength(20)
  expect([...(vectors[3] ?? [])]).toEqual([1, 0])
})

test('another file or another prefix is another embedder', () => {
  const { engine } = createFakeEngine(() => [])
  const ids = [model, { ...model, prefix: '' }, { ...model, sha256: 'cd'.repeat(32) }].map(
    options => createModelEmbedder({ ...options, engine }).id,
  )
  expect(new Set(ids).size).toBe(3)
})

test('a text too long for the model is shortened, and the others are not held up', async () => {
  const { engine } = createFakeEngine(texts => {
    if (texts.some(text => text.length > 300)) throw new ModelFailure('too-long')
    return texts.map(() => [0, 3])
  })
  const vectors = await createModelEmbedder({ ...model, engine }).embed(['short', 'x'.repeat(1_000), 'fine'])
  expect(vectors.map(vector => [...vector])).toEqual([
    [0, 1],
    [0, 1],
    [0, 1],
  ])
})

test.each([
  ['too few', () => [[1, 0]]],
  ['of another length', (texts: readonly string[]) => texts.map(() => [1, 0, 0])],
])('vectors that are %s are taken for none', async (_, embed) => {
  const { engine } = createFakeEngine(embed)
  await expect(createModelEmbedder({ ...model, engine }).embed(['a', 'b'])).rejects.toThrow(EmbedderAway)
})

test('a model that died is away, not broken', async () => {
  const { engine } = createFakeEngine(() => {
    throw new ModelFailure('crashed')
  })
  await expect(createModelEmbedder({ ...model, engine }).embed(['a'])).rejects.toThrow(EmbedderAway)
})

test('what is no direction counts as a text without words', async () => {
  const { engine } = createFakeEngine(() => [
    [0, 0],
    [Number.NaN, 1],
  ])
  const vectors = await createModelEmbedder({ ...model, engine }).embed(['?', '!'])
  expect(vectors.map(vector => [...vector])).toEqual([
    [0, 0],
    [0, 0],
  ])
})
