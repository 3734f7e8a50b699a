import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { readFile } from '#main/importers/readFile.ts'
import type { ModelFile } from '#main/ports/languageModel.ts'
import { createKnowledge } from '#main/services/knowledge.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { systemClock } from '#main/system/clock.ts'
import { childPids, openModelHost, realProcess } from '#main/testing/modelHost.ts'
import { embedding } from '#main/testing/models/embedding.ts'
import { writeGguf } from '#main/testing/models/gguf.ts'
import { silentLog } from '#main/testing/shop.ts'
import { openTestStores, quietLog, testFolder } from '#main/testing/storage.ts'
import { followSearchModel } from './searchModel.ts'

// The knowledge, the engine and the process with llama.cpp in it, with small embedding models made here.

const alike = [
  ['voucher', 'coupon'],
  ['parcel', 'shipment'],
]
const named = [
  'gift,Where do I enter my voucher?,At the checkout.,',
  'parcel,Where is my parcel now?,See the link in the mail.,',
]
const others = Array.from({ length: 120 }, (_, row) => `q${row},Is lamp number ${row} in stock?,Number ${row} is.,`)
const csv = ['id,question,answer,wordings', ...named, ...others].join('\n')

async function openShop() {
  const host = openModelHost({
    workerFile: realProcess,
    machine: { cores: 1 },
    limits: { beatMs: 500, cancelMs: 2000 },
  })
  onTestFinished(() => host.close())
  const folder = testFolder()
  const { stores } = openTestStores({ folder })
  let ids = 0
  const knowledge = createKnowledge({
    stores,
    index: createLanceIndex({ folder: join(folder, 'search'), log: quietLog }),
    modelIndex: createLanceIndex({ folder: join(folder, 'by-model'), log: quietLog, keepsWords: false }),
    embedder: createBuiltInEmbedder(),
    importer: { read: readFile, close: () => Promise.resolve() },
    clock: systemClock,
    ids: { next: () => `id-${ids++}` },
    log: quietLog,
    onChange() {},
    onIndexState() {},
  })
  onTestFinished(() => knowledge.stop())
  const models = new Map<string, ModelFile>()
  let inUse: string | null = null
  const follower = followSearchModel({
    engine: host.engine,
    stores: {
      models: {
        inUse: () => inUse,
        get: id => models.get(id) ?? null,
      },
    },
    knowledge,
    log: silentLog,
  })
  knowledge.start()
  await knowledge.importFiles([{ name: 'faq.csv', bytes: new TextEncoder().encode(csv) }])
  await knowledge.untilIdle()
  return {
    knowledge,
    folder,
    async install(name: string, dimension: number, sha256: string) {
      const model = { ...host.fileOf(name), sha256: sha256.repeat(32) }
      writeGguf(model.file, embedding({ name, dimension, alike, context: 64 }))
      models.set(model.id, model)
      const loaded = await host.engine.use('searching', model)
      inUse = model.id
      follower.look()
      return loaded
    },
    async remove() {
      inUse = null
      follower.look()
      await host.engine.use('searching', null)
    },
    async ready(modelId: string) {
      for (;;) {
        const { model } = knowledge.indexState()
        if (model?.modelId === modelId && model.state === 'ready' && model.done === model.total) return
        await wait(10)
      }
    },
    async ask(text: string) {
      const { by, ranked } = await knowledge.search(text, 3)
      return [by, ranked[0]?.entry.externalId]
    },
  }
}

test('what a model of the shop owner knows is found, with models of two sizes after each other', async () => {
  const { knowledge, folder, install, remove, ready, ask } = await openShop()
  expect(await install('small.gguf', 64, 'ab')).toMatchObject({ dimension: 64 })
  await ready('small.gguf')
  expect(await ask('my coupon, enter it?')).toEqual(['model', 'gift'])
  expect(await install('large.gguf', 96, 'cd')).toMatchObject({ dimension: 96 })
  expect((await ask('where is my parcel?'))[1]).toBe('parcel')
  await ready('large.gguf')
  expect(await ask('my shipment now?')).toEqual(['model', 'parcel'])
  expect(readdirSync(join(folder, 'by-model')).map(name => name.split('-').at(-1))).toEqual(['96'])
  await remove()
  expect(knowledge.indexState().model).toBeUndefined()
  expect(await ask('where do I enter my voucher?')).toEqual(['index', 'gift'])
}, 60_000)

test('its process dies again and again while the index is built: every question is answered, and it is whole in the end', async () => {
  const { install, ready, ask } = await openShop()
  await install('small.gguf', 64, 'ab')
  let isDone = false
  const whole = ready('small.gguf').then(() => (isDone = true))
  let asked = 0
  for (let deaths = 0; !isDone; asked++) {
    expect((await ask(`where is my parcel now, number ${asked}?`))[1]).toBe('parcel')
    if (deaths < 2 && asked % 5 === 4) {
      deaths += 1
      for (const pid of childPids()) process.kill(pid, 'SIGKILL')
    }
    await wait(20)
  }
  await whole
  expect(asked).toBeGreaterThan(5)
  expect((await ask('my shipment now?'))[1]).toBe('parcel')
}, 60_000)
