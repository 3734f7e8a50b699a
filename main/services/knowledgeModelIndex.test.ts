import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { IndexState } from '#contract/knowledge.ts'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { readFile } from '#main/importers/readFile.ts'
import { EmbedderAway, IndexBroken, type KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { openTestStores, quietLog, testFolder } from '#main/testing/storage.ts'
import { createKnowledge } from './knowledge.ts'
import type { SearchModel } from './knowledgeModelIndex.ts'

/** Knows that a voucher is a gift card, which no spelling tells; everything else lies somewhere by chance. */
const senses: readonly (readonly [RegExp, number])[] = [
  [/gift|voucher|present/i, 0],
  [/open|hours|o'clock/i, 1],
  [/return|send back|money back/i, 2],
]

function createTestModel({ id = 'm1', dimension = 12 } = {}) {
  const control = { isAway: false, isReady: true, holds: null as Promise<void> | null, embedded: 0 }
  const model: SearchModel = {
    id,
    name: `Model ${id}`,
    isReady: () => control.isReady,
    embedder: {
      id: `model-${id}`,
      dimension,
      async embed(texts) {
        await control.holds
        if (control.isAway) throw new EmbedderAway('away')
        control.embedded += texts.length
        return texts.map(text => {
          const vector = new Float32Array(dimension)
          const sense = senses.find(([words]) => words.test(text))?.[1]
          vector[sense ?? 3 + (text.length % (dimension - 3))] = 1
          return vector
        })
      },
    },
  }
  return { model, control }
}

interface Options {
  folder?: string
  wrap?: (index: KnowledgeIndex) => KnowledgeIndex
}

function openKnowledge({ folder = testFolder(), wrap = index => index }: Options = {}) {
  const { stores, db } = openTestStores({ folder })
  const states: IndexState[] = []
  let ids = 0
  const knowledge = createKnowledge({
    stores,
    index: createLanceIndex({ folder: join(folder, 'search'), log: quietLog }),
    modelIndex: wrap(createLanceIndex({ folder: join(folder, 'by-model'), log: quietLog, keepsWords: false })),
    embedder: createBuiltInEmbedder(),
    importer: { read: readFile, close: () => Promise.resolve() },
    clock: {
      now: () => new Date(),
      sleep: (ms, signal) => wait(Math.min(ms, 50), undefined, { signal }).catch(() => undefined),
    },
    ids: { next: () => `id-${folder.length}-${ids++}` },
    log: quietLog,
    onChange() {},
    onIndexState: state => void states.push(state),
  })
  onTestFinished(() => knowledge.stop())
  const model = () => knowledge.indexState().model
  return {
    knowledge,
    stores,
    states,
    folder,
    until: async (state: string, done?: number) => {
      while (model()?.state !== state || (done !== undefined && model()?.done !== done)) await wait(5)
    },
    by: async (text: string) => (await knowledge.search(text, 3)).by,
    best: async (text: string) => (await knowledge.search(text, 3)).ranked[0]?.entry.externalId,
    async close() {
      await knowledge.stop()
      db.close()
    },
  }
}

const shop = [
  'id,question,answer,wordings',
  'returns,How do I return an item?,Send it back within 30 days.,',
  'hours,What are your opening hours?,Nine to five on weekdays.,',
  'gift,Do you sell gift cards?,"Yes, from ten euro.",',
].join('\n')
const file = (text: string) => ({ name: 'faq.csv', bytes: new TextEncoder().encode(text) })
const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => `q${row},How long does delivery ${row} take?,${row} days.,`)
const many = (count: number) => file(`id,question,answer,wordings\n${rows(count).join('\n')}`)

async function openShop(options: Options = {}, text = file(shop)) {
  const opened = openKnowledge(options)
  opened.knowledge.start()
  await opened.knowledge.importFiles([text])
  await opened.knowledge.untilIdle()
  return opened
}

/** Nothing is embedded before it is let go. */
function held(control: { holds: Promise<void> | null }) {
  const { promise, resolve } = Promise.withResolvers<void>()
  control.holds = promise
  return () => {
    control.holds = null
    resolve()
  }
}

test('the built-in index answers until the new one is whole, and then the model helps', async () => {
  const { knowledge, until, by, best, states } = await openShop()
  const { model, control } = createTestModel()
  const letGo = held(control)
  knowledge.useModel(model)
  expect(knowledge.indexState().model).toMatchObject({ modelId: 'm1', name: 'Model m1', state: 'building', total: 3 })
  expect([await by('gift cards'), knowledge.indexState().state]).toEqual(['index', 'ready'])
  letGo()
  await until('ready', 3)
  expect([await by('gift cards'), await best('a voucher, do you have one?')]).toEqual(['model', 'gift'])
  expect(states.at(-1)?.model).toEqual({ modelId: 'm1', name: 'Model m1', state: 'ready', done: 3, total: 3 })
})

test('the model may change the order, but not how sure an answer is', async () => {
  const { knowledge, until } = await openShop()
  const builtIn = await knowledge.search('when can I return it?', 3)
  const { model } = createTestModel()
  knowledge.useModel(model)
  await until('ready', 3)
  const withModel = await knowledge.search('when can I return it?', 3)
  expect(withModel.by).toBe('model')
  for (const { entry } of builtIn.ranked) {
    expect(withModel.confidenceOf(entry)).toBeCloseTo(builtIn.confidenceOf(entry), 6)
  }
})

test('what is done stays done when the program ends in the middle', async () => {
  const folder = testFolder()
  const first = await openShop({ folder }, many(200))
  const one = createTestModel()
  first.knowledge.useModel(one.model)
  while (one.control.embedded < 64) await wait(1)
  await first.close()
  const done = one.control.embedded
  const second = openKnowledge({ folder })
  const two = createTestModel()
  second.knowledge.start()
  second.knowledge.useModel(two.model)
  await second.until('ready', 200)
  expect(two.control.embedded).toBe(200 - done)
  expect(await second.by('delivery 150')).toBe('model')
})

test('the owner can pause it, also over a restart, and go on', async () => {
  const folder = testFolder()
  const first = await openShop({ folder }, many(200))
  const one = createTestModel()
  const letGo = held(one.control)
  first.knowledge.useModel(one.model)
  expect(first.knowledge.pauseModelIndex(true).model?.state).toBe('paused')
  letGo()
  await first.knowledge.untilIdle()
  const { done = 0 } = first.knowledge.indexState().model ?? {}
  expect(done).toBeLessThan(200)
  await first.close()
  const second = openKnowledge({ folder })
  const two = createTestModel()
  second.knowledge.start()
  second.knowledge.useModel(two.model)
  await second.knowledge.untilIdle()
  expect([second.knowledge.indexState().model?.state, two.control.embedded]).toEqual(['paused', 0])
  expect(await second.by('delivery 150')).toBe('index')
  second.knowledge.pauseModelIndex(false)
  await second.until('ready', 200)
  expect(two.control.embedded).toBe(200 - done)
})

test('a model whose process is away is not waited for, nor is anything lost', async () => {
  const { knowledge, until, by, best } = await openShop()
  const { model, control } = createTestModel()
  control.isAway = true
  knowledge.useModel(model)
  await until('waiting')
  expect([await by('gift cards'), await best('gift cards')]).toEqual(['index', 'gift'])
  control.isAway = false
  await until('ready', 3)
  control.isReady = false
  expect(await by('gift cards')).toBe('index')
  control.isReady = true
  control.isAway = true
  expect(await by('gift cards please')).toBe('index')
  control.isAway = false
  expect([await by('gift cards now'), knowledge.indexState().model?.state]).toEqual(['model', 'ready'])
})

test('a model that hangs keeps no question waiting', async () => {
  const { knowledge, until, by } = await openShop()
  const { model, control } = createTestModel()
  knowledge.useModel(model)
  await until('ready', 3)
  const letGo = held(control)
  const asked = Array.from({ length: 10 }, (_, number) => by(`gift cards ${number}`))
  expect(new Set(await Promise.all(asked))).toEqual(new Set(['index']))
  letGo()
})

test('taken away, it is gone at once; another with other vectors starts anew, and the two are never mixed', async () => {
  const { knowledge, until, by, folder } = await openShop()
  knowledge.useModel(createTestModel().model)
  await until('ready', 3)
  knowledge.useModel(null)
  expect([await by('gift cards'), knowledge.indexState()]).toEqual(['index', { state: 'ready', done: 3, total: 3 }])
  const other = createTestModel({ id: 'm2', dimension: 40 })
  knowledge.useModel(other.model)
  expect(await by('gift cards please')).toBe('index')
  await until('ready', 3)
  expect([await by('gift cards now'), other.control.embedded]).toEqual(['model', 4])
  expect(readdirSync(join(folder, 'by-model'))).toEqual(['1-model-m2-40'])
})

test('models that take turns while one is being built leave the last one whole', async () => {
  const { knowledge, until, by } = await openShop({}, many(150))
  const models = [12, 40, 16].map((dimension, at) => createTestModel({ id: `m${at}`, dimension }))
  for (const { model } of models) {
    knowledge.useModel(model)
    await wait(15)
  }
  await until('ready', 150)
  expect([knowledge.indexState().model?.modelId, await by('delivery 3')]).toEqual(['m2', 'model'])
})

test('changed, new and deleted entries are followed', async () => {
  const { knowledge, until, best, stores } = await openShop()
  const { model } = createTestModel()
  knowledge.useModel(model)
  await until('ready', 3)
  const gift = knowledge.entries({ sourceId: null, text: 'gift', offset: 0, limit: 1 }).items[0]
  knowledge.deleteEntry(gift?.id ?? '')
  knowledge.createEntry({ question: 'Is there a present for me?', answer: 'No.', wordings: [], tags: [] })
  await until('ready', 3)
  await knowledge.untilIdle()
  expect(stores.knowledge.modelIndex.removedIds()).toEqual([])
  expect((await knowledge.search('any voucher?', 3)).ranked[0]?.entry.question).toBe('Is there a present for me?')
  expect(await best('opening hours')).toBe('hours')
})

test('an index that is lost is built again while the built-in one answers', async () => {
  const { knowledge, until, by, best, folder } = await openShop()
  const { model, control } = createTestModel()
  knowledge.useModel(model)
  await until('ready', 3)
  rmSync(join(folder, 'by-model'), { recursive: true })
  knowledge.createEntry({ question: 'Is there parking?', answer: 'Yes.', wordings: [], tags: [] })
  expect(await best('gift cards')).toBe('gift')
  await until('ready', 4)
  expect(control.embedded).toBeGreaterThanOrEqual(3 + 4)
  expect(await by('gift cards please')).toBe('model')
})

test('a full disk stops the building only, and nothing that was done is done twice', async () => {
  let puts = 0
  const { knowledge, until, by } = await openShop(
    {
      wrap: index => ({
        ...index,
        put: entries => ((puts += 1) > 2 && puts < 6 ? Promise.reject(new IndexBroken('full')) : index.put(entries)),
      }),
    },
    many(150),
  )
  const { model, control } = createTestModel()
  knowledge.useModel(model)
  await until('failed')
  expect([await by('delivery 3'), knowledge.indexState().model?.done]).toEqual(['index', 64])
  await until('ready', 150)
  expect(control.embedded).toBe(150)
})

test('a process that is killed in the middle leaves the built-in index whole, and goes on where it was', async () => {
  const folder = testFolder()
  const before = await openShop({ folder }, many(200))
  await before.close()
  const child = spawn(process.execPath, [program(folder)], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  const after = openKnowledge({ folder })
  after.knowledge.start()
  await after.knowledge.untilIdle()
  expect([await after.by('delivery 150'), await after.best('delivery 150')]).toEqual(['index', 'q150'])
  const { model, control } = createTestModel()
  after.knowledge.useModel(model)
  await after.until('ready', 200)
  expect(control.embedded).toBe(200 - 64)
  expect(await after.by('delivery 150 please')).toBe('model')
})

/** Builds the index of the model and kills itself at the third part. */
function program(folder: string): string {
  const here = new URL('..', import.meta.url).href
  const path = join(folder, 'program.mjs')
  writeFileSync(
    path,
    `import { createLanceIndex } from '${here}storage/vectors.ts'
    import { openDatabase } from '${here}storage/database.ts'
    import { createKnowledgeStore } from '${here}storage/knowledge.ts'
    import { createModelIndex } from '${here}services/knowledgeModelIndex.ts'
    const log = { info() {}, warn() {}, error() {} }
    const store = createKnowledgeStore(openDatabase({ file: ${JSON.stringify(join(folder, 'keepdesk.db'))}, key: new Uint8Array(32).fill(7), log }))
    const lance = createLanceIndex({ folder: ${JSON.stringify(join(folder, 'by-model'))}, log, keepsWords: false })
    let parts = 0
    const put = entries => ((parts += 1) === 3 ? process.kill(process.pid, 'SIGKILL') : lance.put(entries))
    const clock = { now: () => new Date(), sleep: () => Promise.resolve() }
    const vector = text => { const made = new Float32Array(12); made[3 + (text.length % 9)] = 1; return made }
    const embedder = { id: 'model-m1', dimension: 12, embed: async texts => texts.map(vector) }
    createModelIndex({ store, index: { ...lance, put }, clock, log, onState() {} }).use({ id: 'm1', name: 'm1', embedder, isReady: () => true })`,
  )
  return path
}
