import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPromptFiles } from '#main/ai/promptFiles.ts'
import { assignmentOf } from '#domain/reply/assignment.ts'
import { createFakeModel, testModel } from '#main/testing/fakeModel.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { createWriting } from './writing.ts'

const citation = { entryId: 'e', entry: 'hours', sourceName: 's', question: 'When do you open?', language: 'en' }
const assignment = assignmentOf(
  { body: null, citations: [{ ...citation, quote: 'We open at nine.' }], matter: 'When do you open?' },
  'en',
)
if (assignment === null) throw new Error('There is something to write')
const task = {
  assignment,
  builtIn: 'We open at nine.',
  message: 'When do you open?',
  history: [],
  contactName: 'Mia',
  maxLength: 4000,
  key: 'm1',
  urgency: 'contact',
  signal: undefined,
} as const

function open() {
  const model = createFakeModel(['We open at 9:00.'])
  const shop = { shopName: 'Lamp & Co' }
  const writing = createWriting({
    model,
    prompt: createPromptFiles(join(import.meta.dirname, '../../resources/prompts')),
    digest: text => createHash('sha256').update(text).digest('hex'),
    settings: () => shop,
    clock: createManualClock(),
  })
  return { model, shop, writing }
}

test('a kept reply can be written once more, with the same settings and the same words before it', async () => {
  const { model, writing } = open()
  const { writing: kept } = await writing.write(task)
  expect(await writing.replay(kept)).toEqual({ done: true, draft: 'We open at 9:00.', same: true })
  const [first, again] = model.requests
  expect(again?.prefix).toBe(first?.prefix)
  expect(again?.parts.map(({ text }) => text).join('')).toBe(first?.parts.map(({ text }) => text).join(''))
  expect(again).toMatchObject({ temperature: first?.temperature, seed: first?.seed, maxTokens: first?.maxTokens })
  model.says(['We open at nine.'])
  expect(await writing.replay(kept)).toMatchObject({ same: false })
})

test('what cannot be the same any more says why', async () => {
  const { model, shop, writing } = open()
  const { writing: kept } = await writing.write(task)
  const problem = async () => writing.replay(kept)
  expect(await writing.replay(null)).toEqual({ done: false, problem: 'not-written' })
  expect(await writing.replay({ ...kept, prompt: 'reply@0+shop@1' })).toMatchObject({ problem: 'other-instructions' })
  shop.shopName = 'Another'
  expect(await problem()).toMatchObject({ problem: 'other-shop' })
  model.become({ ...testModel, sha256: 'cd'.repeat(32) })
  expect(await problem()).toMatchObject({ problem: 'other-model' })
  model.become(null)
  expect(await problem()).toMatchObject({ problem: 'no-model' })
})

test('no more than 4,000 letters of a customer are read, the newest of them', async () => {
  const { model, writing } = open()
  const history = [
    { author: 'contact' as const, text: 'Old and long. '.repeat(100) },
    { author: 'assistant' as const, text: 'Our own words.' },
    { author: 'contact' as const, text: 'The latest before.' },
  ]
  await writing.write({ ...task, message: 'x'.repeat(3700), history })
  const text = model.requests[0]?.parts.map(part => part.text).join('') ?? ''
  expect(text).toContain('Customer: The latest before.')
  expect(text).not.toContain('Old and long.')
  await writing.write({ ...task, message: 'y'.repeat(9000), history })
  expect(
    model.requests[1]?.parts
      .map(part => part.text)
      .join('')
      .match(/y/gu)?.length,
  ).toBeLessThan(4100)
})

test('a chat is answered shorter than a mail, in the language of the customer', async () => {
  const { model, writing } = open()
  await writing.write(task)
  await writing.write({ ...task, maxLength: 100_000, assignment: { ...assignment, language: 'zh' } })
  const [chat, letter] = model.requests.map(({ parts }) => parts.at(-1)?.text)
  expect(chat).toMatch(/in English .*one to three short sentences/su)
  expect(letter).toMatch(/in Simplified Chinese .*one short paragraph/su)
})
