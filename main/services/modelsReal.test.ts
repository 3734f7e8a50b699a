import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { expectedSeconds, memoryNeed, speedOf } from '#domain/models/fit.ts'
import { roomFor } from '#domain/models/room.ts'
import { createModelEngine } from '#main/ai/engine.ts'
import { readModel } from '#main/ai/modelReader.ts'
import { systemClock } from '#main/system/clock.ts'
import { createMachine } from '#main/system/hardware.ts'
import { embedding } from '#main/testing/models/embedding.ts'
import { ggufBytes, text, writeGguf, type Gguf } from '#main/testing/models/gguf.ts'
import { mediumLlama, randomLlama, type RandomLlama } from '#main/testing/models/randomLlama.ts'
import { createModelShop } from '#main/testing/modelShop.ts'
import { silentLog } from '#main/testing/shop.ts'
import { testFolder } from '#main/testing/storage.ts'

const memory = { totalBytes: 8e9, freeBytes: 6e9 }

/** The real process with the real library, one thread. */
function openEngine() {
  const engine = createModelEngine({
    graphics: { hasFailed: () => false, setFailed() {} },
    machine: { cores: 2, totalBytes: memory.totalBytes, freeBytes: () => memory.freeBytes, load: () => 0, hasGraphics: false },
    clock: systemClock,
    log: silentLog,
  }) // prettier-ignore
  onTestFinished(() => engine.close())
  return engine
}

function writeModel(model: Gguf): string {
  const file = join(testFolder(), 'model.gguf')
  writeGguf(file, model)
  return file
}

async function send(models: ReturnType<typeof createModelShop>['models'], bytes: Buffer) {
  const { id } = await models.beginFile('Mine.gguf', bytes.length)
  await models.addPiece(id, 0, bytes)
  return models.finishFile(id)
}

const thin: Partial<RandomLlama> = { layers: 16, width: 256, heads: 4, keyHeads: 4, context: 8192 }

test.each([
  ['a tiny one', {}],
  ['one of 34 MB', mediumLlama],
  ['a small one that remembers much', thin],
])('the memory that %s is said to need is what the process takes, within a quarter', async (_, sizes) => {
  const engine = openEngine()
  const file = writeModel(randomLlama(sizes))
  const { shape } = await readModel(file)
  const bytes = statSync(file).size
  const loaded = await engine.use('writing', { id: 'm', name: 'm', file, sha256: '' })
  const { sequences } = roomFor(bytes, memory)
  const need = memoryNeed(bytes, shape, loaded?.contextTokens ?? null, sequences)
  expect((loaded?.memoryBytes ?? 0) / need).toBeGreaterThan(0.75)
  expect((loaded?.memoryBytes ?? 0) / need).toBeLessThan(1.25)
}, 60_000) // prettier-ignore

test('the promise is of the order that the memory of this computer lets expect', async () => {
  const engine = openEngine()
  const { models } = createModelShop({ engine })
  const bytes = ggufBytes(randomLlama(mediumLlama))
  const { measured } = await send(models, bytes)
  const expected = expectedSeconds(bytes.length, speedOf(await createMachine().measureMemorySpeed(), []))
  // Other programs may take most of a core away meanwhile, so no more than the order can be asked for.
  expect((measured?.answerSeconds ?? 0) / expected).toBeGreaterThan(1 / 20)
  expect((measured?.answerSeconds ?? 0) / expected).toBeLessThan(20)
}, 60_000)

test('a model is installed, used, replaced and removed with the real process behind it', async () => {
  const engine = openEngine()
  const { models } = createModelShop({ engine })
  const bytes = ggufBytes(randomLlama())
  const { id, measured } = await send(models, bytes)
  expect(measured?.replyTokensPerSecond).toBeGreaterThan(1)
  expect(engine.current()).toMatchObject({ id, name: 'Mine' })
  await send(models, ggufBytes(embedding()))
  expect(await engine.embed(['Where is my parcel?'])).toHaveLength(1)
  await models.remove(id)
  expect(engine.current()).toBeNull()
  expect(models.state()).toMatchObject({ installed: [{ use: 'searching' }], engine: { searching: { stage: 'ready' } } })
}, 60_000)

test('a file whose header is good and whose kind nobody knows is refused by the process', async () => {
  const { models } = createModelShop({ engine: openEngine() })
  const model = randomLlama()
  const renamed = model.metadata.map(([key, value]) => {
    const isKind = key === 'general.architecture'
    return [key.replace(/^llama\./, 'unheard-of.'), isKind ? text('unheard-of') : value] as const
  })
  await expect(send(models, ggufBytes({ ...model, metadata: renamed }))).rejects.toMatchObject({
    problem: 'unsupported',
  })
  expect(models.state().installed).toEqual([])
}, 60_000)

test('the program can end while a model is loading, and the model is not blamed for it', async () => {
  const shop = createModelShop({ engine: openEngine() })
  const { id } = await send(shop.models, ggufBytes(randomLlama(mediumLlama)))
  await shop.models.stop()
  const engine = openEngine()
  const again = createModelShop({ engine, before: shop.before })
  again.models.start()
  await expect.poll(() => again.models.state().engine.writing.stage, { interval: 5 }).toBe('loading')
  const started = performance.now()
  await Promise.all([again.models.stop(), engine.close()])
  expect(performance.now() - started).toBeLessThan(3000)
  expect(again.models.state().installed).toMatchObject([{ id, inUse: true, problem: null }])
}, 60_000)
