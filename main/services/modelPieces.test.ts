import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { LoadProblem } from '#contract/model.ts'
import { LoadFailure, ModelFailure } from '#main/ports/languageModel.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { embedding } from '#main/testing/models/embedding.ts'
import { bool, ggufBytes, text, u32, type Gguf } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { createModelShop, sha256Of, type ModelShop } from '#main/testing/modelShop.ts'

const PIECE = 100_000
const model = randomLlama()
const file = ggufBytes(model)
const names = ({ before }: ModelShop) => readdirSync(join(before.folder, 'models'))

async function send(shop: ModelShop, bytes: Buffer, name = 'My model.gguf') {
  const { id } = await shop.models.beginFile(name, bytes.length)
  for (let at = 0; at < bytes.length; at += PIECE) await shop.models.addPiece(id, at, bytes.subarray(at, at + PIECE))
  return shop.models.finishFile(id)
}

/** Nothing of it is left. */
function expectGone(shop: ModelShop) {
  expect(shop.models.state()).toMatchObject({ installed: [], transfers: [] })
  expect(names(shop)).toEqual([])
}

test("a file of the owner's own is read, tried, measured and used", async () => {
  const shop = createModelShop()
  const installed = await send(shop, file)
  expect(installed).toMatchObject({
    catalogueId: null,
    name: 'My model',
    use: 'writing',
    bytes: file.length,
    sha256: sha256Of(file),
    architecture: 'llama',
    quantization: 'Q8_0',
    contextTokens: 2048,
    inUse: true,
    // 300 tokens at 100 a second and 80 at 20.
    measured: { answerSeconds: 7, replyTokensPerSecond: 20 },
    problem: null,
  })
  expect(names(shop)).toEqual([`${installed.id}.gguf`])
  expect(shop.models.state()).toMatchObject({ transfers: [], engine: { writing: { modelId: installed.id, stage: 'ready' } } })
}) // prettier-ignore

test('an embedding model is used for searching, and no answers are measured', async () => {
  const shop = createModelShop()
  const bytes = ggufBytes(embedding())
  expect(await send(shop, bytes)).toMatchObject({ use: 'searching', inUse: true, measured: null })
})

test('a piece that does not follow the one before is refused with what is here, and the right one is taken', async () => {
  const shop = createModelShop()
  const { id } = await shop.models.beginFile('a.gguf', file.length)
  await shop.models.addPiece(id, 0, file.subarray(0, 10))
  await expect(shop.models.addPiece(id, 20, file.subarray(20))).rejects.toMatchObject({ receivedBytes: 10 })
  await expect(shop.models.finishFile(id)).rejects.toMatchObject({ receivedBytes: 10 })
  expect(await shop.models.addPiece(id, 10, file.subarray(10))).toEqual({ receivedBytes: file.length })
  expect(await shop.models.finishFile(id)).toMatchObject({ inUse: true })
})

test('two pieces at once do not get mixed', async () => {
  const shop = createModelShop()
  const { id } = await shop.models.beginFile('a.gguf', file.length)
  const both = await Promise.allSettled([0, 0].map(at => shop.models.addPiece(id, at, file.subarray(0, PIECE))))
  expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect(shop.models.state().transfers).toMatchObject([{ receivedBytes: PIECE, state: 'running' }])
})

test('what is no model at all is told at its first bytes', async () => {
  const shop = createModelShop()
  const { id } = await shop.models.beginFile('holiday.jpg', 9_000_000_000)
  await expect(shop.models.addPiece(id, 0, Buffer.from('\xff\xd8\xff\xe0JFIF'))).rejects.toMatchObject({ problem: 'not-a-model' })
  expectGone(shop)
}) // prettier-ignore

test('more than was announced is refused', async () => {
  const shop = createModelShop()
  const { id } = await shop.models.beginFile('a.gguf', 10)
  await expect(shop.models.addPiece(id, 0, file)).rejects.toMatchObject({ problem: 'not-a-model' })
  expectGone(shop)
})

const changed = (entries: Gguf['metadata'], without: string[] = []) =>
  ggufBytes({ ...model, metadata: [...model.metadata.filter(([key]) => !without.includes(key)), ...entries] })

test.each<[string, Buffer, LoadProblem]>([
  ['cut off', file.subarray(0, file.length - 1000), 'damaged'],
  ['cut off in its header', file.subarray(0, 3000), 'damaged'],
  ['of a version of long ago', Buffer.concat([Buffer.from('GGUF\x01\0\0\0'), file.subarray(8)]), 'unsupported'],
  ['without a way to talk to it', changed([], ['tokenizer.chat_template']), 'unsupported'],
  ['one of several parts', changed([['split.count', u32(3)]]), 'unsupported'],
  ['an addition to another model', changed([['general.type', text('adapter')]], ['general.type']), 'other-use'],
  ['only for ranking', changed([['llama.pooling_type', u32(4)], ['llama.attention.causal', bool(false)]]), 'other-use'],
])('a file that is %s is refused with that reason, and nothing stays', async (_, bytes, problem) => {
  const shop = createModelShop()
  await expect(send(shop, bytes)).rejects.toMatchObject({ name: 'Unusable', problem })
  expectGone(shop)
  expect(shop.loads).toEqual([])
}) // prettier-ignore

test.each<LoadProblem>(['unsupported', 'crashed', 'too-slow', 'too-little-memory', 'damaged'])(
  'a file that turns out to be %s when it is tried is refused, and nothing stays',
  async problem => {
    const shop = createModelShop()
    shop.failures.use.push(new LoadFailure(problem))
    await expect(send(shop, file)).rejects.toMatchObject({ problem })
    expectGone(shop)
  },
)

test.each([
  ['crashed', 'crashed'],
  ['time', 'too-slow'],
] as const)('a file whose trial answer ends with %s is %s', async (reason, problem) => {
  const shop = createModelShop()
  shop.failures.measure.push(new ModelFailure(reason))
  await expect(send(shop, file)).rejects.toMatchObject({ problem })
  expectGone(shop)
})

test('when a new file does not work the model before goes on', async () => {
  const shop = createModelShop()
  const first = await send(shop, file, 'First.gguf')
  shop.failures.use.push(new LoadFailure('crashed'))
  await expect(send(shop, file, 'Second.gguf')).rejects.toMatchObject({ problem: 'crashed' })
  expect(shop.loads).toEqual(['First', 'Second', 'First'])
  expect(shop.models.state()).toMatchObject({ installed: [{ id: first.id, inUse: true }] })
})

test('a disk without room is told at once, and one that fills up ends the transfer', async () => {
  const full = createModelShop({ folder: real => ({ ...real, freeBytes: async () => 10 }), roomLeftBytes: 5 })
  await expect(full.models.beginFile('a.gguf', 6)).rejects.toMatchObject({ problem: 'disk-full', neededBytes: 11 })
  expectGone(full)
  const filling = createModelShop({
    folder: real => ({
      ...real,
      async open(id, signal) {
        const append = async () => {
          throw new StorageError('disk-full', 'no room')
        }
        return { ...(await real.open(id, signal)), append }
      },
    }),
  })
  await expect(send(filling, file)).rejects.toMatchObject({ problem: 'disk-full' })
  expectGone(filling)
})

test('a file that nobody sends on is cleaned away, one that is being sent is not', async () => {
  const clock = createManualClock()
  const shop = createModelShop({ clock })
  shop.models.start()
  await clock.settle()
  const gone = await shop.models.beginFile('a.gguf', file.length)
  const going = await shop.models.beginFile('b.gguf', file.length)
  for (let minute = 0; minute < 12; minute += 1) {
    await shop.models.addPiece(going.id, minute, file.subarray(minute, minute + 1))
    await clock.advance(60_000)
  }
  await expect.poll(() => shop.models.state().transfers.map(({ id }) => id)).toEqual([going.id])
  await expect(shop.models.addPiece(gone.id, 0, file)).rejects.toThrow()
  await shop.models.cancel(going.id)
  expectGone(shop)
})

test('what was being sent when the program ended is gone after the next start', async () => {
  const shop = createModelShop()
  const { id } = await shop.models.beginFile('a.gguf', file.length)
  await shop.models.addPiece(id, 0, file.subarray(0, PIECE))
  await shop.models.stop()
  const again = createModelShop({ before: shop.before })
  again.models.start()
  await expect.poll(() => names(again)).toEqual([])
  expectGone(again)
})

test('room on the disk is given to one file only', async () => {
  const shop = createModelShop({ folder: real => ({ ...real, freeBytes: async () => 1000 }) })
  await shop.models.beginFile('a.gguf', 600)
  await expect(shop.models.beginFile('b.gguf', 600)).rejects.toMatchObject({ problem: 'disk-full', neededBytes: 1200 })
})
