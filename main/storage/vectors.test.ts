import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { middleOf } from '#domain/knowledge/spelling.ts'
import { EmbedderAway, type Embedder } from '#main/ports/knowledgeIndex.ts'
import { testFolder } from '#main/testing/storage.ts'
import { createLanceIndex } from './vectors.ts'

// Words only: enough to see that vectors are kept and compared.
const letters: Embedder = {
  id: 'letters-1',
  dimension: 64,
  embed: texts => Promise.resolve(texts.map(letterVector)),
}
const log = { info() {}, warn() {}, error() {} }
const opened: { close(): Promise<void> }[] = []

afterEach(async () => {
  for (const index of opened.splice(0)) await index.close()
})

function letterVector(text: string): Float32Array {
  const vector = new Float32Array(64)
  for (const character of text.toLowerCase()) {
    const place = (character.codePointAt(0) ?? 0) % 64
    if (/[\p{L}\p{N}]/u.test(character)) vector[place] = (vector[place] ?? 0) + 1
  }
  const length = Math.hypot(...vector)
  return length === 0 ? vector : vector.map(value => value / length)
}

function openIndex(folder: string, mostBytes = 1024 * 1024) {
  const index = createLanceIndex({ folder, log, mostBytes })
  opened.push(index)
  return index
}

function entry(id: string, question: string, answer: string, wordings: string[] = []): Entry {
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

const shop = [
  entry('returns', '怎么退货？', '七天内可以退货，运费由我们承担。', ['退货政策']),
  entry('hours', 'When are you open?', 'From nine to five, closed on Sunday.'),
  entry('gift', 'Do you sell gift cards?', 'Yes, from ten euro.', ['voucher', 'present']),
]

test('entries are found by Chinese two-character words, by words of the answer, and by another form', async () => {
  const index = openIndex(testFolder())
  expect(await index.open(letters)).toBe(false)
  await index.put(shop)
  const byText = async (text: string) =>
    (await index.search(text, 5)).filter(({ parts }) => 'fullText' in parts).map(({ entryId }) => entryId)
  expect(await byText('退货')).toEqual(['returns'])
  expect(await byText('我想退掉')).toEqual(['returns'])
  expect(await byText('sundays')).toEqual(['hours'])
  expect(await byText('CARD')).toEqual(['gift'])
  await index.tidy()
  expect(await byText('退货')).toEqual(['returns'])
})

test('nearness is a cosine, of the nearest wording and of the middle of all', async () => {
  const index = openIndex(testFolder())
  await index.open(letters)
  await index.put(shop)
  const hits = await index.search('voucher', 5)
  const gift = hits.find(({ entryId }) => entryId === 'gift')
  expect(gift?.parts['wording']).toBeCloseTo(1)
  expect(gift?.parts['vector']).toBeGreaterThan(0.5)
  expect(gift?.parts['vector']).toBeLessThan(0.99)
  expect(await index.search('?!', 5)).toEqual([])
})

test('putting an entry again replaces it, and a removed one is gone', async () => {
  const index = openIndex(testFolder())
  await index.open(letters)
  await index.put(shop)
  await index.put([entry('gift', 'Lanterns', 'Brass.')])
  await index.remove(['hours'])
  expect(await index.count()).toBe(2)
  const words = async (text: string) => (await index.search(text, 5)).filter(({ parts }) => 'fullText' in parts)
  expect(await words('voucher')).toEqual([])
  expect(await words('lantern')).toHaveLength(1)
  expect((await index.search('open', 5)).map(({ entryId }) => entryId)).not.toContain('hours')
})

test('the index is there after a restart, and empty for another embedder', async () => {
  const folder = testFolder()
  const first = openIndex(folder)
  await first.open(letters)
  await first.put(shop)
  await first.close()
  const second = openIndex(folder)
  expect(await second.open(letters)).toBe(true)
  expect(await second.count()).toBe(3)
  await second.close()
  const third = openIndex(folder)
  expect(await third.open({ ...letters, id: 'letters-2' })).toBe(false)
  expect([await third.count(), readdirSync(folder)]).toEqual([0, ['1-letters-2-64']])
})

test.each(['manifest', 'lance'])('a damaged .%s file gives an empty index instead of an error', async ending => {
  const folder = testFolder()
  const first = openIndex(folder)
  await first.open(letters)
  await first.put(shop)
  await first.tidy()
  await first.close()
  for (const file of filesUnder(folder).filter(name => name.endsWith(`.${ending}`))) writeFileSync(file, '')
  const second = openIndex(folder)
  expect(await second.open(letters)).toBe(false)
  await second.put(shop)
  expect(await second.count()).toBe(3)
})

test('files that vanish while it is open end in IndexBroken, and emptying makes it work again', async () => {
  const folder = testFolder()
  const index = openIndex(folder)
  await index.open(letters)
  await index.put(shop)
  rmSync(folder, { recursive: true })
  await expect(index.put([...shop, entry('new', 'Is it new?', 'Yes.')])).rejects.toThrow(
    expect.objectContaining({ name: 'IndexBroken' }),
  )
  await index.empty()
  await index.put(shop)
  expect((await index.search('gift', 5)).length).toBeGreaterThan(0)
})

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(name => statSync(name).isFile())
}

const scattered: Embedder = {
  id: 'scattered',
  dimension: 8,
  embed: texts => Promise.resolve(texts.map(scatteredVector)),
}
const many = Array.from({ length: 5_200 }, (_, number) =>
  entry(`e${number}`, `number ${number % 70}`, '', number % 3 === 0 ? [`wording ${number}`] : []),
)

test.each([
  ['in memory', 1024 * 1024],
  ['in the tables, when memory is short', 100_000],
])('among thousands the nearest are found, all of them, %s', async (_, mostBytes) => {
  const unlike = many.map((one, number) => ({ ...one, question: `which ${number}` }))
  const question = scatteredVector('this one?')
  const nearness = ({ question: text, wordings }: Entry) =>
    middleOf([text, ...wordings].map(scatteredVector)).reduce((sum, value, at) => sum + value * (question[at] ?? 0), 0)
  const expected = unlike.toSorted((a, b) => nearness(b) - nearness(a)).map(({ id }) => id)
  const index = openIndex(testFolder(), mostBytes)
  await index.open(scattered)
  await index.put(unlike)
  const nearest = async () =>
    (await index.search('this one?', 20))
      .filter(({ parts }) => parts['vector'] !== undefined)
      .toSorted((a, b) => (b.parts['vector'] ?? 0) - (a.parts['vector'] ?? 0))
      .map(({ entryId }) => entryId)
  expect(await nearest()).toEqual(expected.slice(0, 20))
  await index.tidy()
  await index.tidy()
  expect(await nearest()).toEqual(expected.slice(0, 20))
})

test('memory and tables give the same scores, also after a restart and after changes', async () => {
  const [inMemory, inTables] = [testFolder(), testFolder()]
  const change = async (folder: string, mostBytes: number) => {
    const first = openIndex(folder, mostBytes)
    await first.open(letters)
    await first.put(many.slice(0, 400))
    await first.close()
    const second = openIndex(folder, mostBytes)
    await second.open(letters)
    await second.remove(['e3', 'e7'])
    await second.put([entry('e5', 'number 5 anew', 'and answered'), entry('more', 'one more number', '')])
    await second.tidy()
    return second
  }
  const [memory, tables] = [await change(inMemory, 1024 * 1024), await change(inTables, 0)]
  for (const text of ['number 5', 'anew 69', 'one', '!', '退货']) {
    // More than there are: which of equal ones a table leaves out is chance.
    const found = new Map((await memory.search(text, 500)).map(({ entryId, parts }) => [entryId, parts]))
    const expected = await tables.search(text, 500)
    expect([...found.keys()].toSorted()).toEqual(expected.map(({ entryId }) => entryId).toSorted())
    for (const { entryId, parts } of expected) {
      expect(Object.keys(found.get(entryId) ?? {}).toSorted()).toEqual(Object.keys(parts).toSorted())
      for (const [part, score] of Object.entries(parts)) expect(found.get(entryId)?.[part]).toBeCloseTo(score, 4)
    }
  }
})

test('vectors of an odd length are compared as well, and an index without words finds by nearness alone', async () => {
  const odd: Embedder = {
    id: 'odd',
    dimension: 13,
    embed: texts => Promise.resolve(texts.map(text => letterVector(text).slice(33, 46))),
  }
  for (const mostBytes of [1024 * 1024, 0]) {
    const index = createLanceIndex({ folder: testFolder(), log, mostBytes, keepsWords: false })
    opened.push(index)
    await index.open(odd)
    await index.put(shop)
    const hits = await index.search('gift cards', 5)
    expect(hits.map(({ entryId }) => entryId)).toContain('gift')
    expect(hits.flatMap(({ parts }) => Object.keys(parts))).not.toContain('fullText')
  }
})

test('while the embedder is away nothing is changed, and the index is not taken for broken', async () => {
  let isAway = false
  const leaving: Embedder = {
    ...letters,
    embed: texts => (isAway ? Promise.reject(new EmbedderAway('away')) : letters.embed(texts)),
  }
  const index = openIndex(testFolder())
  await index.open(leaving)
  await index.put(shop)
  isAway = true
  await expect(index.put([entry('gift', 'Lanterns', 'Brass.')])).rejects.toThrow(EmbedderAway)
  await expect(index.search('gift', 5)).rejects.toThrow(EmbedderAway)
  isAway = false
  expect(await index.count()).toBe(3)
  expect((await index.search('voucher', 5)).find(({ entryId }) => entryId === 'gift')?.parts['wording']).toBeCloseTo(1)
})

function scatteredVector(text: string): Float32Array {
  let state = Array.from(text).reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7)
  const vector = Float32Array.from({ length: 8 }, () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0
    return state / 2 ** 32 - 0.5
  })
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}
