import { expect, test } from 'vitest'
import { createBuiltInEmbedder } from './embed.ts'

async function nearness(one: string, other: string): Promise<number> {
  const [first, second] = await createBuiltInEmbedder().embed([one, other])
  return (first ?? new Float32Array()).reduce((sum, value, place) => sum + value * (second?.[place] ?? 0), 0)
}

test('a vector has norm 1, and a text without words is all zero', async () => {
  expect(await nearness('Where is my order?', 'Where is my order?')).toBeCloseTo(1)
  expect(await nearness('?! 👍', '?! 👍')).toBe(0)
})

test('spelling, endings and blanks change little, another subject changes all', async () => {
  expect(await nearness('return policy', 'Returns policies')).toBeGreaterThan(0.6)
  expect(await nearness('delivery time', 'delivry time')).toBeGreaterThan(0.4)
  expect(await nearness('return policy', 'opening hours')).toBeLessThan(0.15)
})

test('Chinese questions are near by what they are about and not by how they ask', async () => {
  expect(await nearness('我想退货怎么办', '怎么退货？')).toBeGreaterThan(0.5)
  expect(await nearness('怎么退货？', '怎么付款？')).toBeLessThan(0.4)
})

test('many texts are embedded without holding up everything else', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const vectors = await createBuiltInEmbedder().embed(
    Array.from({ length: 3_000 }, (_, index) => `How long does delivery ${index} take to France?`),
  )
  clearInterval(timer)
  expect(vectors).toHaveLength(3_000)
  expect(ticks).toBeGreaterThan(3)
})
