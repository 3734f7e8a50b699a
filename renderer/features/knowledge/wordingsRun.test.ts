import { beforeEach, expect, test } from 'vitest'
import type { Entry, Source } from '#contract/knowledge.ts'
import { refusal } from '#renderer/rpc/refusal.ts'
import { stopSuggesting, suggestForFiles, takeWordings } from './wordingsRun.ts'
import { noWordings, useWordings } from './wordingsStore.ts'

beforeEach(() => useWordings.setState(noWordings, true))

const entry = (id: string, wordings: string[] = []): Entry => ({
  id,
  sourceId: 'faq',
  externalId: null,
  question: `What is ${id}?`,
  wordings,
  answer: 'This.',
  language: 'en',
  tags: ['a'],
  updatedAt: new Date(0),
})
const source: Source = { id: 'faq', name: 'faq.csv', format: 'csv', entryCount: 3, importedAt: new Date(0) }
const noHelp = (reason: string) => refusal('NO_HELP', { reason, values: [] })

/** A main process with these entries; `think` is asked for each question. */
function rpcWith(entries: readonly Entry[], think: (question: string, signal?: AbortSignal) => Promise<string[]>) {
  const updated: unknown[] = []
  const asked: string[] = []
  const rpc = {
    knowledge: {
      sources: () => Promise.resolve([source, { ...source, id: 'other', name: 'other.csv' }]),
      entries: ({ sourceId }: { sourceId?: string | null }) => {
        const items = entries.filter(one => one.sourceId === sourceId)
        return Promise.resolve({ items, total: items.length })
      },
      entry: ({ id }: { id: string }) => Promise.resolve(entries.find(one => one.id === id) ?? entry(id)),
      updateEntry: (input: { id: string }) => {
        updated.push(input)
        return Promise.resolve(entry(input.id))
      },
    },
    help: {
      async wordings({ question }: { question: string }, options?: { signal?: AbortSignal }) {
        asked.push(question)
        return { wordings: await think(question, options?.signal), by: 'model' as const }
      },
    },
  } as unknown as Parameters<typeof suggestForFiles>[0]
  return { rpc, updated, asked }
}

test('entries of the imported file without other wordings get proposals, one after the other', async () => {
  const entries = [entry('one'), entry('two', ['known']), entry('three'), { ...entry('far'), sourceId: 'other' }]
  const { rpc, asked, updated } = rpcWith(entries, question =>
    question.includes('three') ? Promise.reject(noHelp('nothing-known')) : Promise.resolve(['Say one']),
  )
  await suggestForFiles(rpc, ['faq.csv'])
  expect(asked).toEqual(['What is one?', 'What is three?'])
  const { running, proposals, isCutOff } = useWordings.getState()
  expect([running, isCutOff]).toEqual([null, false])
  expect(proposals).toEqual([{ entry: { id: 'one', question: 'What is one?' }, wordings: ['Say one'] }])
  expect(updated).toEqual([])
})

test('a busy model is asked again, and one that is gone ends it with what is there', async () => {
  const answers = [noHelp('busy'), null, noHelp('no-model')]
  const { rpc, asked } = rpcWith([entry('one'), entry('two'), entry('three')], () => {
    const failure = answers.shift()
    return failure === null ? Promise.resolve(['Say it']) : Promise.reject(failure ?? new Error('too often'))
  })
  await suggestForFiles(rpc, ['faq.csv'], 1)
  expect(asked).toEqual(['What is one?', 'What is one?', 'What is two?'])
  const { proposals, isCutOff, running } = useWordings.getState()
  expect([proposals.length, isCutOff, running]).toEqual([1, true, null])
})

test('stopped, it stops the model, and what was thought of stays', async () => {
  const { promise: reached, resolve: reach } = Promise.withResolvers<AbortSignal | undefined>()
  const { rpc } = rpcWith([entry('one'), entry('two')], (question, signal) => {
    if (question.includes('one')) return Promise.resolve(['Say one'])
    reach(signal)
    return new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('stopped'))))
  })
  const run = suggestForFiles(rpc, ['faq.csv'])
  const signal = await reached
  expect(useWordings.getState().running).toEqual({ done: 1, total: 2 })
  stopSuggesting()
  await run
  expect(signal?.aborted).toBe(true)
  expect([useWordings.getState().running, useWordings.getState().proposals.length]).toEqual([null, 1])
})

test('what is taken is added to the entry as it is now, each once', async () => {
  const { rpc, updated } = rpcWith([entry('one', ['known'])], () => Promise.resolve([]))
  await takeWordings(rpc, 'one', ['known', 'new'])
  expect(updated).toEqual([
    { id: 'one', question: 'What is one?', answer: 'This.', tags: ['a'], wordings: ['known', 'new'] },
  ])
})
