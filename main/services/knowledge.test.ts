import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import type { IndexState } from '#contract/knowledge.ts'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { readFile } from '#main/importers/readFile.ts'
import type { KnowledgeIndex } from '#main/ports/knowledgeIndex.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { openTestStores, quietLog, testFolder } from '#main/testing/storage.ts'
import { createKnowledge } from './knowledge.ts'

const shop = [
  'id,question,answer,wordings',
  'returns,How do I return an item?,Send it back within 30 days.,send back|get my money back',
  'hours,What are your opening hours?,Nine to five on weekdays.,when are you open',
  'gift,Do you sell gift cards?,"Yes, from ten euro.",voucher',
  'zh,怎么退货？,七天内可以退货。,退货政策',
].join('\n')
const file = (text: string, name = 'faq.csv') => ({ name, bytes: new TextEncoder().encode(text) })

interface Options {
  folder?: string
  wrap?: (index: KnowledgeIndex) => KnowledgeIndex
  now?: () => Date
}

function openKnowledge({ folder = testFolder(), wrap = index => index, now = () => new Date() }: Options = {}) {
  const { stores, db } = openTestStores({ folder })
  const states: IndexState[] = []
  const lance = createLanceIndex({ folder: join(folder, 'search'), log: quietLog })
  let ids = 0
  let changes = 0
  const knowledge = createKnowledge({
    stores,
    index: wrap(lance),
    modelIndex: createLanceIndex({ folder: join(folder, 'search-by-model'), log: quietLog, keepsWords: false }),
    embedder: createBuiltInEmbedder(),
    importer: { read: readFile, close: () => Promise.resolve() },
    clock: { now, sleep: (ms, signal) => wait(Math.min(ms, 50), undefined, { signal }).catch(() => undefined) },
    ids: { next: () => `id-${folder.length}-${ids++}` },
    log: quietLog,
    onChange: () => void changes++,
    onIndexState: state => void states.push(state),
  })
  onTestFinished(() => knowledge.stop())
  return {
    knowledge,
    stores,
    states,
    changes: () => changes,
    async indexed() {
      for (;;) {
        const { state, done } = knowledge.indexState()
        if (state === 'ready' && done === stores.knowledge.entryCount() && stores.knowledge.removedIds().length === 0)
          return
        await wait(10)
      }
    },
    async close() {
      await knowledge.stop()
      db.close()
    },
  }
}

test('imported answers are found by another wording, in Chinese too, with an honest confidence', async () => {
  const { knowledge, indexed } = openKnowledge()
  knowledge.start()
  expect(await knowledge.importFiles([file(shop)])).toMatchObject({ added: 4, updated: 0, unchanged: 0, removed: 0 })
  await indexed()
  const best = async (text: string) => {
    const { ranked, confidence, by } = await knowledge.search(text, 3)
    return { id: ranked[0]?.entry.externalId, sure: confidence >= 0.6, by }
  }
  expect(await best('when are you open on friday?')).toEqual({ id: 'hours', sure: true, by: 'index' })
  expect(await best('请问怎么退货')).toEqual({ id: 'zh', sure: true, by: 'index' })
  expect(await best('do you have gift cards')).toMatchObject({ id: 'gift', sure: true })
  expect((await knowledge.search('who won the hockey game', 3)).confidence).toBeLessThan(0.2)
  expect((await knowledge.search('今天天气怎么样', 3)).confidence).toBeLessThan(0.2)
  expect(await knowledge.search('', 3)).toMatchObject({ ranked: [], confidence: 0 })
})

test('while the index is not there, questions are answered by words alone', async () => {
  const { knowledge, stores } = openKnowledge()
  await knowledge.importFiles([file(shop)])
  while (stores.knowledge.search('return', 5).length === 0) await wait(5)
  await knowledge.stop()
  const { ranked, by, ready } = await knowledge.search('how to return something?', 3)
  expect([by, ready, ranked[0]?.entry.externalId]).toEqual(['words', true, 'returns'])
})

test('importing a file again keeps what is the same and tells what changed', async () => {
  const { knowledge } = openKnowledge()
  await knowledge.importFiles([file(shop)])
  const before = knowledge.entries({ sourceId: null, text: 'gift', offset: 0, limit: 5 }).items[0]
  const changed = shop.replace('ten euro', 'twenty euro').replace(/^hours.*\n/m, '') + '\nnew,Do you wrap?,Yes.,'
  const { previewId, files } = await knowledge.preview([file(changed)])
  expect(files).toMatchObject([{ name: 'faq.csv', entryCount: 4, added: 1, updated: 1, unchanged: 2, removed: 1 }])
  expect(knowledge.entries({ sourceId: null, text: 'twenty', offset: 0, limit: 5 }).total).toBe(0)
  expect(await knowledge.importPreview(previewId)).toEqual({ added: 1, updated: 1, unchanged: 2, removed: 1 })
  const after = knowledge.entries({ sourceId: null, text: 'gift', offset: 0, limit: 5 }).items[0]
  expect([after?.id, after?.answer]).toEqual([before?.id, 'Yes, from twenty euro.'])
  expect(knowledge.sources()).toMatchObject([{ name: 'faq.csv', entryCount: 4 }])
})

test('a passage without an id is the same when its question is', async () => {
  const { knowledge } = openKnowledge()
  await knowledge.importFiles([file('# Help\n## Returns\n30 days\n## Hours\nNine', 'help.md')])
  const result = await knowledge.importFiles([file('# Help\n## Hours\nNine\n## Returns\n14 days', 'help.md')])
  expect(result).toMatchObject({ added: 0, updated: 1, unchanged: 1, removed: 0 })
})

test('a file that cannot be read leaves what was imported from it before', async () => {
  const { knowledge } = openKnowledge()
  await knowledge.importFiles([file(shop)])
  const result = await knowledge.importFiles([file('name,price\nMug,4')])
  expect(result).toMatchObject({
    removed: 0,
    files: [{ removed: 0, badRowCount: 1, badRows: [{ problem: 'no-columns' }] }],
  })
  expect(knowledge.sources()).toMatchObject([{ entryCount: 4 }])
})

test('two files of one name in one import stay two sources', async () => {
  const { knowledge } = openKnowledge()
  await knowledge.importFiles([file('question,answer\nA,B'), file('question,answer\nC,D')])
  expect(knowledge.sources().map(({ name }) => name)).toEqual(['faq.csv', 'faq.csv (2)'])
})

test('a preview is forgotten after half an hour, and used once', async () => {
  let now = new Date('2026-01-01T10:00:00Z')
  const { knowledge } = openKnowledge({ now: () => now })
  const first = await knowledge.preview([file(shop)])
  const second = await knowledge.preview([file(shop)])
  await knowledge.importPreview(first.previewId)
  await expect(knowledge.importPreview(first.previewId)).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
  now = new Date('2026-01-01T10:30:01Z')
  await expect(knowledge.importPreview(second.previewId)).rejects.toMatchObject({ code: 'PREVIEW_EXPIRED' })
})

test('hand-written answers are found, changed and deleted, and live in one source', async () => {
  const { knowledge, indexed, changes } = openKnowledge()
  knowledge.start()
  const draft = { answer: 'Yes, every Saturday.', wordings: ['latte art'], tags: [] }
  const { id, language } = knowledge.createEntry({ ...draft, question: 'Do you give coffee classes?' })
  knowledge.createEntry({ ...draft, question: 'Is there parking?', wordings: [] })
  expect([language, knowledge.sources().map(({ name, format }) => [name, format])]).toEqual([
    'en',
    [['My answers', 'manual']],
  ])
  await indexed()
  expect((await knowledge.search('coffee class', 3)).ranked[0]?.entry.id).toBe(id)
  knowledge.updateEntry(id, { ...draft, question: 'Do you give pottery lessons?' })
  await indexed()
  expect((await knowledge.search('pottery', 3)).ranked[0]?.entry.id).toBe(id)
  knowledge.deleteEntry(id)
  await indexed()
  expect((await knowledge.search('pottery', 3)).ranked.map(({ entry }) => entry.id)).not.toContain(id)
  expect(() => knowledge.entry(id)).toThrow(expect.objectContaining({ name: 'NotFound' }))
  expect(changes()).toBe(4)
})

test('a deleted source is out of sight at once and leaves the index', async () => {
  const { knowledge, indexed } = openKnowledge()
  knowledge.start()
  await knowledge.importFiles([file(shop)])
  await indexed()
  knowledge.deleteSource(knowledge.sources()[0]?.id ?? '')
  expect([knowledge.sources(), (await knowledge.search('gift cards', 3)).ranked]).toEqual([[], []])
  await indexed()
  expect(knowledge.indexState()).toMatchObject({ state: 'ready', total: 0 })
})

test('a damaged index is built again by itself after a restart', async () => {
  const folder = testFolder()
  const first = openKnowledge({ folder })
  first.knowledge.start()
  await first.knowledge.importFiles([file(shop)])
  await first.indexed()
  await first.close()
  for (const name of readdirSync(join(folder, 'search'), { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.manifest')) writeFileSync(join(folder, 'search', name), 'broken')
  }
  const second = openKnowledge({ folder })
  second.knowledge.start()
  expect((await second.knowledge.search('gift cards', 3)).ranked[0]?.entry.externalId).toBe('gift')
  await second.indexed()
  expect(await second.knowledge.search('gift cards', 3)).toMatchObject({ by: 'index' })
})

test('an index that breaks in use is replaced, and the question is answered all the same', async () => {
  const folder = testFolder()
  const { knowledge, indexed, states } = openKnowledge({ folder })
  knowledge.start()
  await knowledge.importFiles([file(shop)])
  await indexed()
  states.length = 0
  rmSync(join(folder, 'search'), { recursive: true })
  expect((await knowledge.search('gift cards please', 3)).ranked[0]?.entry.externalId).toBe('gift')
  knowledge.createEntry({ question: 'Is there parking?', answer: 'Yes.', wordings: [], tags: [] })
  await indexed()
  expect(statSync(join(folder, 'search')).isDirectory()).toBe(true)
  expect(states.map(({ state }) => state)).toContain('building')
  expect((await knowledge.search('parking', 3)).ranked[0]?.entry.question).toBe('Is there parking?')
})

test('an index that cannot be kept is shown as failed and tried again', async () => {
  let isFull = true
  const { knowledge, indexed, states } = openKnowledge({
    wrap: index => ({
      ...index,
      put: entries => (isFull ? Promise.reject(new Error('disk full')) : index.put(entries)),
    }),
  })
  knowledge.start()
  await knowledge.importFiles([file(shop)])
  while (!states.some(({ state }) => state === 'failed')) await wait(10)
  expect((await knowledge.search('gift cards', 3)).by).toBe('words')
  isFull = false
  await indexed()
  expect((await knowledge.search('gift cards', 3)).by).toBe('index')
})

test('an index that does not answer in time is not waited for', async () => {
  const { knowledge, indexed } = openKnowledge({
    wrap: index => ({ ...index, search: () => new Promise(() => undefined) }),
  })
  knowledge.start()
  await knowledge.importFiles([file(shop)])
  await indexed()
  const { by, ranked } = await knowledge.search('gift cards', 3)
  expect([by, ranked[0]?.entry.externalId]).toEqual(['words', 'gift'])
})

test('indexing goes on after the process was killed in the middle of it', async () => {
  const folder = testFolder()
  const rows = Array.from(
    { length: 1_500 },
    (_, row) => `q${row},How long does delivery ${row} take?,It takes ${row} days.,`,
  )
  const before = openKnowledge({ folder })
  await before.knowledge.importFiles([file(`id,question,answer,wordings\n${rows.join('\n')}`)])
  await before.close()
  const child = spawn(process.execPath, [program(folder)], { stdio: 'inherit' })
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])
  const after = openKnowledge({ folder })
  const left = after.stores.knowledge.staleCount(createBuiltInEmbedder().id)
  expect(left).toBeGreaterThan(0)
  expect(left).toBeLessThan(1_500)
  after.knowledge.start()
  await after.indexed()
  expect((await after.knowledge.search('delivery 1499 take', 3)).ranked[0]?.entry.externalId).toBe('q1499')
})

/** Indexes what it finds and kills itself when the first part of it is done. */
function program(folder: string): string {
  const here = new URL('..', import.meta.url).href
  const path = join(folder, 'program.mjs')
  writeFileSync(
    path,
    `import { createBuiltInEmbedder } from '${here}ai/embed.ts'
    import { createLanceIndex } from '${here}storage/vectors.ts'
    import { openDatabase } from '${here}storage/database.ts'
    import { createKnowledgeStore } from '${here}storage/knowledge.ts'
    import { createKnowledgeSync } from '${here}services/knowledgeSync.ts'
    const log = { info() {}, warn() {}, error() {} }
    const store = createKnowledgeStore(openDatabase({ file: ${JSON.stringify(join(folder, 'keepdesk.db'))}, key: new Uint8Array(32).fill(7), log }))
    const lance = createLanceIndex({ folder: ${JSON.stringify(join(folder, 'search'))}, log })
    let parts = 0
    const put = entries => ((parts += 1) === 2 ? process.kill(process.pid, 'SIGKILL') : lance.put(entries))
    const index = { ...lance, put }
    const clock = { now: () => new Date(), sleep: () => Promise.resolve() }
    createKnowledgeSync({ store, index, embedder: createBuiltInEmbedder(), clock, log, isImporting: () => false, onState() {} }).wake()`,
  )
  return path
}
