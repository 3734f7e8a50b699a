import { expect, test } from 'vitest'
import type { Hardware } from '#contract/model.ts'
import { expectedSeconds, fitOf, memoryNeed, recommended, roomFor, speedOf } from './fit.ts'

const hardware: Hardware = {
  processor: '',
  cores: 4,
  memoryBytes: 16e9,
  freeMemoryBytes: 8e9,
  graphics: [],
  graphicsFailed: false,
  freeDiskBytes: 1e12,
}
const room = roomFor(hardware)
const sized = (memoryBytes: number) => ({ use: 'writing' as const, memoryBytes })

test.each([
  ['half of what is free', 4e9, 10, 'good'],
  ['half of what is free, slowly', 4e9, 60, 'slow'],
  ['half of what is free, nobody knows how fast', 4e9, null, 'good'],
  ['nearly all that is free', 7e9, 10, 'tight'],
  ['more than is free', 9e9, 10, 'too-big'],
] as const)('a model that takes %s fits as %s', (_, memoryBytes, seconds, fit) => {
  expect(fitOf(sized(memoryBytes), room, seconds)).toBe(fit)
})

test('memory that a model in use would give back counts as free', () => {
  expect(fitOf(sized(9e9), roomFor(hardware, 5e9), 10)).toBe('good')
})

test('a graphics card counts until it failed', () => {
  const withCard = { ...hardware, graphics: [{ name: 'Card', memoryBytes: 24e9 }] }
  expect(fitOf(sized(12e9), roomFor(withCard), null)).toBe('good')
  expect(fitOf(sized(12e9), roomFor({ ...withCard, graphicsFailed: true }), null)).toBe('too-big')
})

test('a model needs its file, what it remembers of the text, and room to compute; more text needs more', () => {
  // Qwen2.5 7B: 28 layers, keys of 512 numbers: 57,344 bytes a token, 470 MB for 8,192.
  const shape = { layers: 28, keyWidth: 512, vocabulary: 152_064, width: 3584 }
  const need = memoryNeed(4_683_074_240, shape, 32_768)
  expect(need - memoryNeed(4_683_074_240, shape, 4096)).toBe(57_344 * 4096)
  expect(need).toBeGreaterThan(5.3e9)
  expect(need).toBeLessThan(6e9)
})

test('an answer takes the longer the larger the model, and what was measured corrects the guess', () => {
  const guess = speedOf(20e9, [])
  expect(expectedSeconds(4e9, guess)).toBeCloseTo(4 * expectedSeconds(1e9, guess))
  const measured = { answerSeconds: 10, replyTokensPerSecond: 10 }
  const known = speedOf(20e9, [{ bytes: 1e9, measured }])
  expect(expectedSeconds(1e9, known)).toBeCloseTo(10)
  expect(expectedSeconds(2e9, known)).toBeCloseTo(20)
})

test('of several measured models the middle one counts, and one that wrote nothing does not', () => {
  const one = (replyTokensPerSecond: number) => ({ bytes: 1e9, measured: { answerSeconds: 30, replyTokensPerSecond } })
  expect(speedOf(1, [one(5), one(0), one(9), one(200)]).memory).toBe(9e9)
  expect(speedOf(1, [{ ...one(5), bytes: 1e6 }]).memory).toBe(1)
})

test("the largest that fits well, knows the owner's language and may be used freely is recommended for each use", () => {
  const apache = { name: 'Apache 2.0', url: '' }
  const offer = (id: string, parameters: number, more: object = {}) => ({
    model: { id, parameters, use: 'writing' as const, languages: ['en', 'zh'], licence: apache, ...more },
    fit: 'good' as const,
  })
  const offers = [
    offer('small', 1),
    offer('english', 3, { languages: ['en'] }),
    offer('knows some Chinese', 2, { languages: ['en', 'de', 'zh'] }),
    offer('conditions', 4, { licence: { name: 'Some Community License', url: '' } }),
    { ...offer('slow', 7), fit: 'slow' as const },
    offer('finder', 0.5, { use: 'searching' }),
  ]
  expect([...recommended(offers, 'en')]).toEqual(['english', 'finder'])
  expect([...recommended(offers, 'zh-CN')]).toEqual(['small', 'finder'])
  expect(recommended([{ ...offer('tight', 1), fit: 'tight' }], 'en').size).toBe(0)
})
