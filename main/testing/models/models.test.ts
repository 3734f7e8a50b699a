import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { testFolder } from '../storage.ts'
import { broken, faults } from './broken.ts'
import { embedding } from './embedding.ts'
import { ggufBytes, parameters, writeGguf, type Gguf } from './gguf.ts'
import { mediumLlama, randomLlama } from './randomLlama.ts'
import { reranker } from './reranker.ts'
import { scripted } from './scripted.ts'

const run = promisify(execFile)
const MINUTE_MS = 60_000

function onDisk(models: Readonly<Record<string, Gguf | Buffer>>): (name: string) => string {
  const folder = testFolder()
  for (const [name, model] of Object.entries(models)) {
    const file = join(folder, `${name}.gguf`)
    if (Buffer.isBuffer(model)) writeFileSync(file, model)
    else writeGguf(file, model)
  }
  return name => join(folder, `${name}.gguf`)
}

/** What node-llama-cpp makes of each, in another process. */
async function tried(tasks: readonly object[]): Promise<unknown[]> {
  const script = join(import.meta.dirname, 'tryModels.ts')
  const { stdout } = await run(process.execPath, ['--no-warnings', script, JSON.stringify(tasks)], {
    timeout: MINUTE_MS,
  })
  return z.array(z.unknown()).parse(JSON.parse(stdout))
}

const vectorsSchema = z.array(z.array(z.number()))

function likeness(a: readonly number[], b: readonly number[]): number {
  const product = (one: readonly number[], other: readonly number[]) =>
    one.reduce((sum, value, index) => sum + value * (other[index] ?? 0), 0)
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b))
}

test('every file is the same to the byte when it is made again, and another with another seed', () => {
  const makers: (() => Gguf)[] = [
    () => randomLlama(),
    () => randomLlama({ type: 'f16' }),
    () => scripted({ scripts: [{ say: 'Your order was shipped today.' }] }),
    () => embedding(),
    () => reranker(),
  ]
  const hash = (model: Gguf) => createHash('sha256').update(ggufBytes(model)).digest('hex')
  for (const make of makers) expect(hash(make())).toBe(hash(make()))
  expect(hash(randomLlama({ seed: 2 }))).not.toBe(hash(randomLlama()))
  expect(hash(embedding({ seed: 2 }))).not.toBe(hash(embedding()))
})

test(
  'a random model of 30 million numbers is made and writes until it is stopped',
  { timeout: MINUTE_MS },
  async () => {
    const at = onDisk({ tiny: randomLlama(), half: randomLlama({ type: 'f16' }), medium: randomLlama(mediumLlama) })
    expect(parameters(randomLlama(mediumLlama))).toBeGreaterThan(30e6)
    const written = await tried(
      ['tiny', 'half', 'medium', 'tiny'].map(name => ({ type: 'write', file: at(name), prompt: '您好, where is it?' })),
    )
    for (const text of written) expect(z.string().parse(text).length).toBeGreaterThan(100)
    expect(written[3]).toBe(written[0])
  },
)

const refund = 'Your refund is on its way. The refund takes three days, and the refund is free: 12.50 EUR.'
const json = { reply: 'The blue one is in stock.', again: 'The blue one is in stock.' }
const scripts = [
  { say: 'I do not know. A person from the shop will answer.' },
  { when: ['refund'], say: refund },
  { when: ['退款'], say: '您的退款已经处理，三个工作日内到账。退款成功后，我们会通知您。' },
  { when: ['refund', 'JSON'], say: JSON.stringify(json) },
  { when: ['summary'], say: refund },
  { when: ['order A123', '{"status"'], say: 'It was shipped.' },
  { when: ['order A123'], say: '||call: getOrder({"orderId": "A123"})' },
]

test('a scripted model says what the phrases of the prompt choose', { timeout: MINUTE_MS }, async () => {
  const at = onDisk({ scripted: scripted({ scripts }), slow: scripted({ scripts, ballastMillions: 5 }) })
  const prompts = [
    ['Hello there', scripts[0]?.say],
    [`Do you pay a refund? ${'We ship to many countries. '.repeat(20)} Thanks`, refund],
    ['我要退款，可以吗？', scripts[2]?.say],
    ['JSON about a refund', scripts[3]?.say],
    ['Write a summary', refund],
    ['Where is order A123?', scripts[6]?.say],
    ['Where is order A123? {"status": "shipped"}', 'It was shipped.'],
  ]
  const tasks = prompts.map(([prompt]) => ({ type: 'write', file: at('scripted'), prompt }))
  const said = await tried([...tasks, { type: 'write', file: at('slow'), prompt: 'a refund' }])
  expect(said).toEqual([...prompts.map(([, say]) => say), refund])
})

test('within a grammar a scripted model says its JSON, or completes what it must', { timeout: MINUTE_MS }, async () => {
  const at = onDisk({ scripted: scripted({ scripts }) })
  const schema = { reply: 'text', again: 'text' }
  const [own, forced] = await tried([
    { type: 'write', file: at('scripted'), prompt: 'JSON about a refund', schema },
    { type: 'write', file: at('scripted'), prompt: 'Hello', schema },
  ])
  expect(own).toBe(JSON.stringify(json))
  expect(forced).toBe(JSON.stringify({ reply: scripts[0]?.say, again: scripts[0]?.say }))
})

test(
  'texts that share words are nearer for an embedding model, in English and Chinese',
  { timeout: MINUTE_MS },
  async () => {
    const at = onDisk({
      short: embedding({ alike: [['refund', 'reimbursement']] }),
      long: embedding({ dimension: 128, layers: 2 }),
    })
    const texts = [
      'When does my refund arrive?',
      'Refund of an order',
      'Is there a reimbursement?',
      'The kettle leaks water',
      '退款多久到账？',
      '我要退款',
      '茶壶漏水',
    ]
    const all = await tried(['short', 'long'].map(name => ({ type: 'embed', file: at(name), texts })))
    const [short = [], long = []] = all.map(vectors => vectorsSchema.parse(vectors))
    expect([short[0]?.length, long[0]?.length]).toEqual([64, 128])
    for (const vectors of [short, long]) {
      const near = (a: number, b: number) => likeness(vectors[a] ?? [], vectors[b] ?? [])
      expect(near(0, 1)).toBeGreaterThan(near(0, 3) + 0.15)
      expect(near(4, 5)).toBeGreaterThan(near(4, 6) + 0.15)
    }
    expect(likeness(short[1] ?? [], short[2] ?? [])).toBeGreaterThan(likeness(long[1] ?? [], long[2] ?? []) + 0.15)
  },
)

test('a reranker prefers the text that has the words of the question', { timeout: MINUTE_MS }, async () => {
  const at = onDisk({ reranker: reranker() })
  const question = 'How long does a refund take?'
  const texts = ['A refund takes three days', 'We ship, we pack, we ship again', 'The kettle leaks', 'take a refund']
  const [ranks] = await tried([{ type: 'rank', file: at('reranker'), question, texts }])
  const [answer = 0, repeating = 1, other = 1, partly = 0] = z.array(z.number()).parse(ranks)
  expect(answer).toBeGreaterThan(0.9)
  expect(partly).toBeGreaterThan(0.3)
  expect([repeating, other].every(rank => rank < 0.05)).toBe(true)
})

test('no broken file loads, and each leaves the process alive', { timeout: MINUTE_MS }, async () => {
  const files = Object.fromEntries(faults.map(fault => [fault, broken(randomLlama(), fault)]))
  const at = onDisk({ ...files, whole: randomLlama() })
  const results = await tried([...faults, 'whole'].map(name => ({ type: 'open', file: at(name) })))
  const failed = z.object({ failed: z.string() })
  expect(faults.filter((_, index) => !failed.safeParse(results[index]).success)).toEqual([])
  expect(results.at(-1)).toEqual({ name: 'random', vectorSize: 64 })
})
