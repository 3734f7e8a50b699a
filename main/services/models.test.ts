import { appendFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { LoadFailure, ModelFailure } from '#main/ports/languageModel.ts'
import { ggufBytes } from '#main/testing/models/gguf.ts'
import { randomLlama } from '#main/testing/models/randomLlama.ts'
import { createModelShop, offerOf, type ModelShop, type ModelShopOptions } from '#main/testing/modelShop.ts'

const file = ggufBytes(randomLlama())

async function install({ models }: ModelShop, name = 'One') {
  const { id } = await models.beginFile(`${name}.gguf`, file.length)
  await models.addPiece(id, 0, file)
  return models.finishFile(id)
}

/** The same shop after the program was started again. */
async function restart(shop: ModelShop, options: ModelShopOptions = {}) {
  await shop.models.stop()
  const again = createModelShop({ before: shop.before, ...options })
  again.models.start()
  return again
}

test('the model in use is loaded when the program starts, in the background', async () => {
  const shop = createModelShop()
  await install(shop)
  const again = await restart(shop)
  expect(again.models.state().engine.writing.stage).toBe('off')
  await expect.poll(() => again.models.state().engine.writing.stage).toBe('ready')
  expect(again.loads).toEqual(['One'])
})

test('a model that does not load at the start says why and stays the chosen one', async () => {
  const shop = createModelShop()
  const { id } = await install(shop)
  await shop.models.stop()
  const again = createModelShop({ before: shop.before })
  again.failures.use.push(new LoadFailure('crashed'))
  again.models.start()
  await expect.poll(() => again.models.state().installed).toMatchObject([{ id, inUse: true, problem: 'crashed' }])
  await again.models.use(id)
  expect(again.models.state()).toMatchObject({ installed: [{ inUse: true, problem: null }] })
})

test('a model that did not load at one start is tried at the next, and then nothing is wrong with it', async () => {
  const shop = createModelShop()
  await install(shop)
  const crowded = await restart(shop, { facts: { freeMemoryBytes: 50e6 } })
  await expect
    .poll(() => crowded.models.state().installed)
    .toMatchObject([{ problem: 'too-little-memory', inUse: true }])
  const again = await restart(crowded)
  await expect.poll(() => again.models.state().installed).toMatchObject([{ problem: null, inUse: true }])
  expect(again.models.state().engine.writing.stage).toBe('ready')
})

test('a model whose file is gone, cut off or changed is refused before anything loads it', async () => {
  const shop = createModelShop()
  const { id } = await install(shop)
  const path = shop.folder.file(id)
  await shop.models.useBuiltIn('writing')
  shop.loads.length = 0

  const altered = Buffer.from(file)
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1
  writeFileSync(path, altered)
  await expect(shop.models.use(id)).rejects.toMatchObject({ problem: 'damaged' })
  appendFileSync(path, 'x')
  await expect(shop.models.use(id)).rejects.toMatchObject({ problem: 'damaged' })
  rmSync(path)
  await expect(shop.models.use(id)).rejects.toMatchObject({ problem: 'missing' })
  expect(shop.models.state().installed).toMatchObject([{ problem: 'missing', inUse: false }])
  expect(shop.loads).toEqual([null, null, null])
})

test('a file that was only touched is looked at once and used again', async () => {
  let hashed = 0
  const shop = createModelShop({
    folder: real => ({
      ...real,
      sha256(id, signal) {
        hashed += 1
        return real.sha256(id, signal)
      },
    }),
  })
  const { id } = await install(shop)
  utimesSync(shop.folder.file(id), new Date(), new Date(5_000_000))
  await shop.models.use(id)
  await shop.models.use(id)
  expect(hashed).toBe(1)
})

test('a model that needs more memory than there is, is refused with what it needs', async () => {
  const shop = createModelShop()
  const { id } = await install(shop)
  const again = await restart(shop, { facts: { freeMemoryBytes: 50e6 } })
  const refusal = again.models.use(id)
  await expect(refusal).rejects.toMatchObject({ problem: 'too-little-memory' })
  await expect(refusal).rejects.toHaveProperty('neededBytes', expect.closeTo(170e6, -8))
})

test('the built-in assistant goes on at once when the model in use is removed, and its file is gone', async () => {
  const shop = createModelShop()
  const { id } = await install(shop)
  await shop.models.remove(id)
  expect(shop.loads).toEqual(['One', null])
  expect(await shop.folder.facts(id)).toBeNull()
  expect(shop.models.state()).toMatchObject({ installed: [], engine: { writing: { modelId: null, stage: 'off' } } })
  await expect(shop.models.remove(id)).rejects.toMatchObject({ name: 'NotFound' })
  const again = await restart(shop)
  expect(again.loads).toEqual([])
})

test('of two models one is used, and the built-in assistant alone when the owner says so', async () => {
  const shop = createModelShop()
  const one = await install(shop, 'One')
  const two = await install(shop, 'Two')
  const inUse = () => shop.models.state().installed.flatMap(model => (model.inUse ? [model.name] : []))
  expect(inUse()).toEqual(['Two'])
  await shop.models.use(one.id)
  expect(inUse()).toEqual(['One'])
  await shop.models.useBuiltIn('writing')
  expect(inUse()).toEqual([])
  expect(shop.models.state().engine.writing.stage).toBe('off')
  await expect(shop.models.use(`${two.id}x`)).rejects.toMatchObject({ name: 'NotFound' })
})

test('measuring one that is not in use gives the other one back its place', async () => {
  const shop = createModelShop()
  const one = await install(shop, 'One')
  await install(shop, 'Two')
  shop.loads.length = 0
  expect(await shop.models.measure(one.id)).toMatchObject({ measured: { answerSeconds: 7 }, inUse: false })
  expect(shop.loads).toEqual(['One', 'Two'])
  shop.failures.measure.push(new ModelFailure('time'))
  await expect(shop.models.measure(one.id)).rejects.toMatchObject({ problem: 'too-slow' })
  expect(shop.models.state().installed).toMatchObject([{ problem: 'too-slow' }, { problem: null, inUse: true }])
  expect(shop.loads.at(-1)).toBe('Two')
})

test('a graphics card that failed is remembered over a restart until the owner tries again', async () => {
  const shop = createModelShop({ facts: { graphics: [{ name: 'Card', memoryBytes: 8e9 }] } })
  shop.stores.models.setGraphicsFailed(true)
  const again = await restart(shop)
  expect((await again.models.hardware()).graphicsFailed).toBe(true)
  await again.models.tryGraphicsAgain()
  expect((await again.models.hardware()).graphicsFailed).toBe(false)
})

test('the hardware is told with the free disk of the shop', async () => {
  const shop = createModelShop({ folder: real => ({ ...real, freeBytes: async () => 12_345 }) })
  expect(await shop.models.hardware()).toMatchObject({ processor: 'Test', cores: 4, freeDiskBytes: 12_345 })
})

const offers = [
  offerOf('https://a.test/s', file, { id: 'small', parameters: 1, bytes: 1e9, memoryBytes: 1.5e9 }),
  offerOf('https://a.test/m', file, { id: 'middle', parameters: 3, bytes: 2e9, memoryBytes: 3e9 }),
  offerOf('https://a.test/l', file, { id: 'large', parameters: 7, bytes: 5e9, memoryBytes: 6.5e9 }),
  offerOf('https://a.test/h', file, { id: 'huge', parameters: 70, bytes: 40e9, memoryBytes: 45e9 }),
  offerOf('https://a.test/e', file, { id: 'search', use: 'searching', bytes: 6e8, memoryBytes: 1e9 }),
]

test('what is offered is told with how it fits this computer, and one of each kind is recommended', async () => {
  const shop = createModelShop({ offers })
  const told = await shop.models.catalogue()
  expect(told.map(({ model, fit, recommended }) => [model.id, fit, recommended])).toEqual([
    ['small', 'good', false],
    ['middle', 'good', true],
    ['large', 'tight', false],
    ['huge', 'too-big', false],
    ['search', 'good', true],
  ])
  // 20 GB a second over 1 GB are 20 tokens a second: 80 of them, and 300 read four times as fast.
  expect(told[0]?.answerSeconds).toBeCloseTo(80 / 20 + 300 / 80)
  expect(told.at(-1)?.answerSeconds).toBeNull()
})

test('what was measured with a very small model says nothing about the others', async () => {
  const shop = createModelShop({ offers })
  await install(shop)
  const [small] = await shop.models.catalogue()
  expect(small?.answerSeconds).toBeCloseTo(80 / 20 + 300 / 80)
  expect(small?.fit).toBe('good')
})

test('the speed of the memory is measured once and kept', async () => {
  const shop = createModelShop({ offers })
  await shop.models.catalogue()
  expect(shop.stores.models.memorySpeed()).toBe(20e9)
})

test('a working graphics card with enough memory makes room', async () => {
  const facts = { freeMemoryBytes: 2e9, graphics: [{ name: 'Card', memoryBytes: 24e9 }] }
  const shop = createModelShop({ offers, facts })
  const fits = async () => (await shop.models.catalogue()).map(({ fit }) => fit)
  expect(await fits()).toEqual(['good', 'good', 'good', 'too-big', 'good'])
  shop.stores.models.setGraphicsFailed(true)
  expect(await fits()).toEqual(['good', 'too-big', 'too-big', 'too-big', 'good'])
})
