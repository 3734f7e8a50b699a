import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mayLeadTo } from './rangeAnswer.ts'
import { catalogueFileSchema, readCatalogue } from './catalogue.ts'
import { memoryNeed } from './fit.ts'

const json: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../../resources/models.json'), 'utf8'))
const { models, downloadDomains } = catalogueFileSchema.parse(json)
const writing = models.filter(({ use }) => use === 'writing')

test('there are models for every computer, for both uses, and for Chinese', () => {
  expect(writing.length).toBeGreaterThanOrEqual(8)
  expect(writing.length).toBeLessThanOrEqual(12)
  expect(models.length - writing.length).toBe(3)
  expect(writing.filter(({ languages }) => languages[0] === 'zh').length).toBeGreaterThanOrEqual(2)
  for (const { parameters } of writing) {
    expect(parameters).toBeGreaterThan(0.4)
    expect(parameters).toBeLessThanOrEqual(8)
  }
})

test('no two have the same name, address or file', () => {
  for (const key of ['id', 'name', 'url', 'sha256'] as const) {
    expect(new Set(models.map(model => model[key])).size).toBe(models.length)
  }
})

test.each(models.map(model => [model.id, model] as const))(
  '%s comes from one fixed revision of a known host, and says where its size and checksum stand',
  (_, { url, from }) => {
    expect(mayLeadTo(new URL(url), downloadDomains)).toBe(true)
    expect(url).toMatch(/^https:\/\/huggingface\.co\/[^/]+\/[^/]+\/resolve\/[0-9a-f]{40}\/[^/?#]+\.gguf$/)
    expect(from).toBe(url.replace('/resolve/', '/raw/'))
  },
)

test.each(models.map(model => [model.id, model] as const))(
  'what is said of the memory and the size of %s agrees with what it is made of',
  (_, { bytes, shape, contextTokens, memoryBytes, parameters }) => {
    expect(memoryBytes / memoryNeed(bytes, shape, contextTokens)).toBeCloseTo(1, 1)
    // Four to nine bits for each of its numbers.
    const bits = (bytes * 8) / (parameters * 1e9)
    expect(bits).toBeGreaterThan(4)
    expect(bits).toBeLessThan(9.5)
  },
)

test('what only the makers need is not shown', () => {
  expect(Object.keys(readCatalogue(json).models[0] ?? {})).not.toContain('shape')
})
