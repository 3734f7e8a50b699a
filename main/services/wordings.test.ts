import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { createBuiltInEmbedder } from '#main/ai/embed.ts'
import { createPromptFiles } from '#main/ai/promptFiles.ts'
import { readFile } from '#main/importers/readFile.ts'
import { createLanceIndex } from '#main/storage/vectors.ts'
import { createFakeModel, type Script } from '#main/testing/fakeModel.ts'
import { openTestStores, quietLog, testFolder } from '#main/testing/storage.ts'
import { NoHelp } from './errors.ts'
import { createKnowledge } from './knowledge.ts'
import { createWordings } from './wordings.ts'

const prompt = createPromptFiles(join(import.meta.dirname, '../../resources/prompts'))
const rows = [
  'id,question,answer,wordings',
  'returns,How do I return an item?,Send it back within 30 days.,send a parcel back',
  'hours,What are your opening hours?,Nine to five on weekdays.,when are you open',
  'zh,怎么退货？,七天内可以退货。,退货政策',
].join('\n')

/** A shop with three entries, all in the index. */
async function openShop(script: Script) {
  const { stores } = openTestStores()
  let ids = 0
  const knowledge = createKnowledge({
    stores,
    index: createLanceIndex({ folder: testFolder(), log: quietLog }),
    modelIndex: createLanceIndex({ folder: testFolder(), log: quietLog, keepsWords: false }),
    embedder: createBuiltInEmbedder(),
    importer: { read: readFile, close: () => Promise.resolve() },
    clock: {
      now: () => new Date(),
      sleep: (ms, signal) => wait(Math.min(ms, 50), undefined, { signal }).catch(() => undefined),
    },
    ids: { next: () => `id-${ids++}` },
    log: quietLog,
    onChange() {},
    onIndexState() {},
  })
  onTestFinished(() => knowledge.stop())
  knowledge.start()
  await knowledge.importFiles([{ name: 'faq.csv', bytes: new TextEncoder().encode(rows) }])
  await knowledge.untilIdle()
  const model = createFakeModel(script)
  return { model, wordings: createWordings({ model, prompt, search: knowledge.search }) }
}

const says = (...wordings: string[]) => JSON.stringify({ wordings })
const returns = {
  question: 'How do I return an item?',
  answer: 'Send it back within 30 days.',
  known: ['send a parcel back'],
}
const reasonOf = (work: Promise<unknown>) =>
  work.then(
    () => 'none',
    (error: unknown) => (error instanceof NoHelp ? error.reason : error),
  )

test('what asks the same in other words is proposed', async () => {
  const { wordings, model } = await openShop([says('Can I return an item?', '- How can I send an item back?')])
  expect(await wordings(returns)).toEqual({
    wordings: ['Can I return an item?', 'How can I send an item back?'],
    by: 'model',
  })
  expect(model.requests[0]).toMatchObject({ urgency: 'owner' })
  await wordings({ ...returns, inBackground: true })
  expect(model.requests[1]).toMatchObject({ urgency: 'background' })
})

test('what asks something else, or what is there already, is not', async () => {
  const { wordings } = await openShop([
    says(
      'Send a parcel back?',
      'When are you open?',
      'What are the opening hours?',
      'How do I return an item after 90 days?',
      "Why can't I return an item?",
      'How do I return an item to Berlin?',
      'Wie kann ich einen Artikel zurückgeben?',
      'Return an item how?',
    ),
  ])
  expect((await wordings(returns)).wordings).toEqual(['Return an item how?'])
})

test('in Chinese, too', async () => {
  const { wordings } = await openShop([says('可以退货吗？', '退货怎么弄', '你们几点开门 9 点吗？')])
  const asked = { question: '怎么退货？', answer: '七天内可以退货。', known: ['退货政策'] }
  expect((await wordings(asked)).wordings).toEqual(['可以退货吗?', '退货怎么弄'])
})

test('an entry that is not saved yet gets none that another entry answers', async () => {
  const { wordings } = await openShop([says('When are you open?', 'Do you sell vouchers?')])
  const asked = { question: 'Do you sell gift cards?', answer: 'Yes, from ten euro.', known: [] }
  expect((await wordings(asked)).wordings).toEqual(['Do you sell vouchers?'])
})

test('no model, no help; and when nothing sound is left, none is invented', async () => {
  const { wordings, model } = await openShop([says('When are you open?')])
  expect(await reasonOf(wordings(returns))).toBe('nothing-known')
  model.says([{ failure: 'busy' }])
  expect(await reasonOf(wordings(returns))).toBe('busy')
  model.says([{ failure: 'crashed' }])
  expect(await reasonOf(wordings(returns))).toBe('failed')
  model.become(null)
  expect(await reasonOf(wordings(returns))).toBe('no-model')
})

test('breaking it off stops the model', async () => {
  const { wordings, model } = await openShop([{ until: new Promise(() => undefined) }])
  const stopping = new AbortController()
  const work = wordings(returns, stopping.signal)
  stopping.abort(new Error('enough'))
  await expect(work).rejects.toThrow('enough')
  expect([model.running(), model.cancelled()]).toEqual([0, 1])
})
