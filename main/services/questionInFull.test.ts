import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { defaultSettings } from '#contract/settings.ts'
import type { Turn } from '#domain/reply/gate.ts'
import { noReplies } from '#domain/reply/loops.ts'
import { terms } from '#domain/text/words.ts'
import { createPromptFiles } from '#main/ai/promptFiles.ts'
import { createFakeModel, type Script } from '#main/testing/fakeModel.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createAssistant } from './assistant.ts'
import type { Search } from './assistantRecall.ts'
import { createQuestionInFull } from './questionInFull.ts'
import { createRulesReader } from './reading.ts'

const prompt = createPromptFiles(join(import.meta.dirname, '../../resources/prompts'))
const now = new Date('2026-11-22T10:00:00Z')
const shelf: readonly Entry[] = [
  ['red', 'en', 'Do you have the red rain jacket?', 'Red is in stock.'],
  ['blue', 'en', 'Do you have the blue rain jacket?', 'Blue comes back in March.'],
  ['zh', 'zh', '红色雨衣有货吗？', '红色有货。'],
  ['zh-blue', 'zh', '蓝色雨衣有货吗？', '蓝色三月到货。'],
].map(([id = '', language = '', question = '', answer = '']) => ({
  id,
  sourceId: 's',
  externalId: id,
  question,
  wordings: [],
  answer,
  language,
  tags: [],
  updatedAt: now,
}))

/** Sure only when a question has all words of an entry's, and no others. */
const search: Search = text => {
  const asked = new Set(terms(text))
  const share = ({ question }: Entry) => {
    const known = new Set(terms(question))
    const both = [...asked].filter(term => known.has(term)).length
    return both / (asked.size + known.size - both)
  }
  const ranked = shelf
    .map(entry => ({ entry, score: share(entry), parts: {} }))
    .toSorted((one, other) => other.score - one.score)
  return Promise.resolve({ ranked, confidence: (ranked[0]?.score ?? 0) > 0.95 ? 0.95 : 0.2 })
}

const before: readonly Turn[] = [
  { author: 'contact', text: 'Do you have the red rain jacket?' },
  { author: 'assistant', text: 'Red is in stock.' },
]
const beforeZh: readonly Turn[] = [
  { author: 'contact', text: '红色雨衣有货吗？' },
  { author: 'assistant', text: '红色有货。' },
]

async function ask(text: string, script: Script, history: readonly Turn[] = before) {
  const model = createFakeModel(script)
  let count = 0
  const assistant = createAssistant({
    search,
    reader: createRulesReader(),
    settings: () => ({ ...defaultSettings, shopName: 'Lamp & Co' }),
    clock: { now: () => now, sleep: () => Promise.resolve() },
    ids: { next: () => `id-${(count += 1)}` },
    thresholdOf: () => 0.6,
    inFull: createQuestionInFull({ model, prompt, log: silentLog }),
  })
  const { answer } = await assistant.answer({
    messageId: 'message',
    text,
    history,
    contactName: '',
    addresses: [],
    automated: null,
    hasAttachments: false,
    maxTextLength: 5000,
    counts: noReplies,
  })
  const step = answer.steps.find(({ code }) => code === 'said-in-full')
  return { model, action: answer.action, entry: answer.citations[0]?.entryId ?? null, step }
}
const says = (question: string) => JSON.stringify({ question })

test('a follow-up that only the model can say in full is answered, and the step says with what', async () => {
  const { action, entry, step, model } = await ask('and the blue one?', [says('Do you have the blue rain jacket?')])
  expect([action, entry]).toEqual(['reply', 'blue'])
  expect(step).toEqual({ code: 'said-in-full', passed: true, detail: 'Do you have the blue rain jacket?' })
  const [request] = model.requests
  expect(request).toMatchObject({ key: 'message', urgency: 'contact', limitMs: 8000 })
  expect(request?.parts.map(({ text }) => text).join('')).toContain('Customer: Do you have the red rain jacket?')
})

test('the same in Chinese', async () => {
  const { action, entry } = await ask('那蓝色的呢？', [says('蓝色雨衣有货吗？')], beforeZh)
  expect([action, entry]).toEqual(['reply', 'zh-blue'])
})

test.each([
  ['another colour than was asked for', says('Do you have the red rain jacket?')],
  ['a word that nobody said', says('Do you have the blue velvet rain jacket?')],
  ['a request for a person', says('Do you have a blue person?')],
  ['the words as they are', says('and the blue one?')],
  ['nothing of the right shape', '{"answer":"Blue comes back in March."}'],
  ['nothing that can be read', 'Blue comes back in March.'],
])('%s changes nothing', async (_, said) => {
  const { action, entry, step } = await ask('and the blue one?', [said])
  expect([action, entry, step]).toEqual(['handoff', null, undefined])
})

test('a whole question that the shop does not know stays unanswered', async () => {
  const { action, step } = await ask('and when do you have the blue?', [says('When do you have the blue rain jacket?')])
  expect([action, step?.passed]).toEqual(['handoff', false])
})

test('a model that fails or is not there leaves it as it is', async () => {
  for (const failure of ['time', 'crashed', 'busy', 'none'] as const) {
    expect((await ask('and the blue one?', [{ failure }])).action).toBe('handoff')
  }
})

test('a message that stands by itself, and the first of a conversation, are not put into other words', async () => {
  const sure = await ask('Do you have the blue rain jacket?', [])
  expect([sure.action, sure.model.requests]).toEqual(['reply', []])
  const first = await ask('and the blue one?', [], [])
  expect(first.model.requests).toEqual([])
})
