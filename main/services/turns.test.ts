import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { freshDialogue, type DialogueState } from '#domain/dialogue/state.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createAnswering } from './answering.ts'
import type { AssistantQuestion } from './assistant.ts'

let shop: Shop
let answering: ReturnType<typeof createAnswering>
let asked: AssistantQuestion[]
let states: DialogueState[]
let meanwhile: () => Promise<unknown>

beforeEach(() => {
  shop = createShop()
  asked = []
  states = []
  meanwhile = () => Promise.resolve()
  answering = createAnswering({
    ...shop,
    assistant: {
      answer: async (question, before) => {
        const state = before ?? freshDialogue
        asked.push(question)
        states.push(state)
        await meanwhile()
        const answer: Answer = { ...blank, id: shop.ids.next(), messageId: question.messageId, question: question.text }
        return { answer, state: { ...state, failedTurns: state.failedTurns + 1 }, handover: null }
      },
    },
    maxTextLength: () => 1000,
    onQueued() {},
    log: silentLog,
  })
})
afterEach(async () => {
  await answering.stop()
  shop.close()
})

const blank: Answer = {
  id: '',
  messageId: null,
  createdAt: new Date(0),
  question: '',
  action: 'reply',
  reply: 'Yes.',
  citations: [],
  candidates: [],
  confidence: 0.9,
  threshold: 0.5,
  grounded: true,
  language: 'en',
  handoffReason: null,
  steps: [],
  reading: null,
  playbook: null,
  evidence: [],
  topic: null,
  codeFor: null,
  assistant: 'test',
  writing: null,
  ms: 1,
}

/** Messages of one chat, so many seconds apart, all there before anybody thinks. */
async function write(texts: readonly string[], { kind = 'email', mode = 'auto' } = {}) {
  shop.db.prepare('update channel set kind = ?, mode = ?').run(kind, mode)
  let id = ''
  for (const text of texts) {
    id = await shop.receive({ text, threadRefs: ['chat'], ownRefs: ['chat'], sentAt: shop.clock.now() })
  }
  return id
}

const replies = (id: string) => shop.stores.messages.all(id).filter(({ author }) => author === 'assistant')
const pending = () => shop.stores.work.due(new Date(shop.clock.now().getTime() + 60_000), 99)

test('three messages in a row get one answer to all of them, tied to the last', async () => {
  const id = await write(['Hi', 'I bought a lamp', 'can I return it?'])
  answering.start()
  await shop.clock.settle()
  expect(asked.map(({ text }) => text)).toEqual(['I bought a lamp\ncan I return it?'])
  expect(replies(id)).toHaveLength(1)
  const incoming = shop.stores.messages.all(id).filter(({ author }) => author === 'contact')
  expect(asked[0]?.messageId).toBe(incoming.at(-1)?.id)
  expect(asked[0]?.history).toEqual([])
  expect(pending()).toEqual([])
})

test('what was answered before is history, not part of the next turn', async () => {
  await write(['How much is it?'])
  answering.start()
  await shop.clock.settle()
  await write(['And to Canada?'])
  answering.wake()
  await shop.clock.settle()
  expect(asked.map(({ text }) => text)).toEqual(['How much is it?', 'And to Canada?'])
  expect(asked[1]?.history.map(({ text }) => text)).toEqual(['How much is it?', 'Yes.'])
})

test('what the conversation carries on is saved with each answer', async () => {
  const id = await write(['One?'])
  answering.start()
  await shop.clock.settle()
  await write(['Two?'])
  answering.wake()
  await shop.clock.settle()
  expect(states.map(({ failedTurns }) => failedTurns)).toEqual([0, 1])
  expect(shop.stores.dialogues.get(id).failedTurns).toBe(2)
})

test('a chat is answered after a short silence, so that a burst joins; a mail at once', async () => {
  shop.stores.settings.update({ chatPauseSeconds: 4 })
  const id = await write(['I bought a lamp'], { kind: 'telegram' })
  answering.start()
  await shop.clock.settle()
  expect(asked).toEqual([])
  await shop.clock.advance(3000)
  await write(['can I return it?'], { kind: 'telegram' })
  answering.wake()
  await shop.clock.advance(3000)
  expect(asked).toEqual([])
  await shop.clock.advance(1500)
  expect(asked.map(({ text }) => text)).toEqual(['I bought a lamp\ncan I return it?'])
  expect(replies(id)).toHaveLength(1)
})

test('somebody who never stops writing is answered all the same', async () => {
  await write(['1st'], { kind: 'telegram' })
  answering.start()
  for (let count = 2; count < 12; count += 1) {
    await shop.clock.advance(3000)
    await write([`${count}th`], { kind: 'telegram' })
    answering.wake()
    await shop.clock.settle()
  }
  expect(asked.length).toBeGreaterThan(0)
})

test('a message that comes while the one before is thought about is answered together with it', async () => {
  let isFirst = true
  meanwhile = async () => {
    if (isFirst) {
      isFirst = false
      await write(['can I return it?'])
    }
  }
  const id = await write(['I bought a lamp'])
  answering.start()
  await shop.clock.settle()
  await shop.clock.advance(1)
  expect(asked.map(({ text }) => text)).toEqual(['I bought a lamp', 'I bought a lamp\ncan I return it?'])
  expect(replies(id)).toHaveLength(1)
  expect(shop.stores.answers.ofConversation(id, 9)).toHaveLength(1)
})

test('messages of different conversations are never joined', async () => {
  for (const name of ['a', 'b']) {
    shop.db.prepare("update channel set mode = 'auto'").run()
    await shop.receive({ text: `from ${name}`, from: { address: `${name}@x.test`, name }, remoteId: name })
  }
  answering.start()
  await shop.clock.settle()
  expect(asked.map(({ text }) => text)).toEqual(['from a', 'from b'])
})
