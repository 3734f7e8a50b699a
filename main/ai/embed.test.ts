import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Embedder } from '#main/ports/knowledgeIndex.ts'
import { testFolder } from '#main/testing/storage.ts'
import { createBuiltInEmbedder, createEmbedder } from './embed.ts'

const shippedFolder = join(import.meta.dirname, '../../resources/understanding')

function open(folder: string) {
  const lines: string[] = []
  const warn = (message: string, details?: object) => void lines.push(`${message} ${JSON.stringify(details)}`)
  return { embedder: createEmbedder({ folder, log: { info() {}, warn, error() {} } }), lines }
}

async function nearness(embedder: Embedder, one: string, other: string): Promise<number> {
  const [first, second] = await embedder.embed([one, other])
  return (first ?? new Float32Array()).reduce((sum, value, place) => sum + value * (second?.[place] ?? 0), 0)
}

const { embedder: shipped, lines: shippedLines } = open(shippedFolder)
const both: [string, Embedder][] = [
  ['trained', shipped],
  ['built-in', createBuiltInEmbedder()],
]

test.each(both)('%s: a vector has norm 1, and a text without words is all zero', async (_name, embedder) => {
  expect(await nearness(embedder, 'Where is my order?', 'Where is my order?')).toBeCloseTo(1)
  expect(await nearness(embedder, 'order 42 到了吗', 'order 42 到了吗')).toBeCloseTo(1)
  expect(await nearness(embedder, '?! 👍', '?! 👍')).toBe(0)
})

test.each(both)('%s: Chinese questions are near by what they are about', async (_name, embedder) => {
  expect(await nearness(embedder, '我想退货怎么办', '怎么退货？')).toBeGreaterThan(0.5)
  expect(await nearness(embedder, '怎么退货？', '怎么付款？')).toBeLessThan(0.4)
})

test('by spelling: endings and slips change little, another subject changes all', async () => {
  const embedder = createBuiltInEmbedder()
  expect(await nearness(embedder, 'return policy', 'Returns policies')).toBeGreaterThan(0.6)
  expect(await nearness(embedder, 'delivery time', 'delivry time')).toBeGreaterThan(0.4)
  expect(await nearness(embedder, 'return policy', 'opening hours')).toBeLessThan(0.15)
})

test('the trained one knows that other words can ask for the same', async () => {
  expect(shippedLines).toEqual([])
  const builtIn = createBuiltInEmbedder()
  const pairs: [string, string, string][] = [
    ['where is my parcel', 'track my order', 'change my password'],
    ['i want my money back', 'get a refund', 'open an account'],
    ['let me talk to a person', 'speak with a human agent', 'delivery options'],
    ['钱什么时候回到我卡里', '退款多久到账', '几点开门'],
    ['大概哪天能收到', '发货要几天', '可以开发票吗'],
  ]
  for (const [asked, same, other] of pairs) {
    const ahead = async (embedder: Embedder) =>
      (await nearness(embedder, asked, same)) - (await nearness(embedder, asked, other))
    expect(await ahead(shipped), asked).toBeGreaterThan(0.2)
    expect(await ahead(shipped), asked).toBeGreaterThan(await ahead(builtIn))
  }
})

test('without a whole file of weights search goes on by spelling, and the log says so', () => {
  const missing = open(testFolder())
  expect(missing.embedder.id).toBe(createBuiltInEmbedder().id)
  expect(missing.lines.join()).toContain('missing')
  const folder = testFolder()
  const file = join(folder, 'embedding.bin')
  copyFileSync(join(shippedFolder, 'embedding.bin'), file)
  expect(open(folder).embedder.id).toBe(shipped.id)
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff
  writeFileSync(file, bytes)
  const damaged = open(folder)
  expect(damaged.embedder.id).toBe(createBuiltInEmbedder().id)
  expect(damaged.lines.join()).toContain('damaged')
})

test('many texts are embedded without holding up everything else', async () => {
  let ticks = 0
  const timer = setInterval(() => ticks++, 1)
  const vectors = await shipped.embed(
    Array.from({ length: 3_000 }, (_, index) => `How long does delivery ${index} take to France?`),
  )
  clearInterval(timer)
  expect(vectors).toHaveLength(3_000)
  expect(ticks).toBeGreaterThan(3)
})
