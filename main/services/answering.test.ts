import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import type { ChannelMode } from '#contract/channel.ts'
import { freshDialogue } from '#domain/dialogue/state.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createAnswering } from './answering.ts'
import type { AssistantQuestion } from './assistant.ts'

let shop: Shop
let answering: ReturnType<typeof createAnswering>
let think: (question: AssistantQuestion) => Promise<Partial<Answer>>
let queued: number

beforeEach(() => {
  shop = createShop()
  queued = 0
  think = async () => ({ action: 'reply', reply: 'We open at nine.' })
  answering = createAnswering({
    ...shop,
    assistant: {
      answer: async (question, state) => ({
        answer: { ...blank(question), ...(await think(question)) },
        state: state ?? freshDialogue,
        handover: null,
      }),
    },
    maxTextLength: () => 1000,
    onQueued: () => void (queued += 1),
    log: silentLog,
  })
})
afterEach(async () => {
  await answering.stop()
  shop.close()
})

function blank(question: AssistantQuestion): Answer {
  return {
    id: shop.ids.next(),
    messageId: question.messageId,
    createdAt: shop.clock.now(),
    question: question.text,
    action: 'silent',
    reply: null,
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
}

async function receiveIn(mode: ChannelMode) {
  shop.stores.channels.update('mail', { mode })
  const id = await shop.receive()
  answering.start()
  await shop.clock.settle()
  return id
}

const said = (id: string) =>
  shop.stores.messages.all(id).filter(({ direction, kind }) => direction === 'outgoing' && kind === 'message')
const conversation = (id: string) => shop.board.conversation(id)

test('in auto a grounded answer waits in the outbox, tied to its message and its reasons', async () => {
  const id = await receiveIn('auto')
  const [reply] = said(id)
  expect(reply).toMatchObject({ author: 'assistant', text: 'We open at nine.', delivery: { state: 'queued' } })
  expect(shop.stores.answers.get(reply?.answerId ?? '')?.question).toBe('When do you open?')
  expect(conversation(id).waitingSince).toBeNull()
  expect(queued).toBe(1)
})

test('in draft it is only suggested', async () => {
  const id = await receiveIn('draft')
  expect(said(id)).toEqual([])
  expect(shop.stores.suggestions.ofConversation(id)).toMatchObject([{ text: 'We open at nine.' }])
})

test('switched off it does not even think', async () => {
  think = () => Promise.reject(new Error('must not be asked'))
  const id = await receiveIn('off')
  expect(said(id)).toEqual([])
  expect(conversation(id).handler).toBe('owner')
  expect(shop.board.conversation(id).waitingSince).not.toBeNull()
  expect(shop.stores.work.due(shop.clock.now(), 10)).toEqual([])
})

test('what it cannot answer goes to the owner with the reason, and it is silent from then on', async () => {
  think = async () => ({ action: 'handoff', handoffReason: 'no-knowledge' })
  const id = await receiveIn('auto')
  expect(conversation(id)).toMatchObject({ handler: 'owner', handoffReason: 'no-knowledge' })
  const line = shop.stores.messages.all(id).find(({ activity }) => activity?.code === 'handed-off')
  expect(shop.stores.answers.get(line?.answerId ?? '')?.action).toBe('handoff')
  think = async () => ({ action: 'reply', reply: 'Now I know.' })
  await shop.receive({ threadRefs: ['remote-1'] })
  answering.wake()
  await shop.clock.settle()
  expect(said(id)).toEqual([])
})

test('in draft a handoff leaves the assistant to prepare the next reply', async () => {
  think = async () => ({ action: 'handoff', handoffReason: 'not-sure' })
  const id = await receiveIn('draft')
  expect(conversation(id)).toMatchObject({ handler: 'assistant', handoffReason: 'not-sure' })
})

test('taking over while it thinks wins', async () => {
  let finish = () => {}
  think = () =>
    new Promise(resolve => {
      finish = () => resolve({ action: 'reply', reply: 'Too late.' })
    })
  const id = await receiveIn('auto')
  shop.stores.conversations.update(id, { handler: 'owner' })
  finish()
  await shop.clock.settle()
  expect(said(id)).toEqual([])
})

test('the same message is never answered twice, even when its work is repeated', async () => {
  const id = await receiveIn('auto')
  const incoming = shop.stores.messages.all(id).find(({ direction }) => direction === 'incoming')
  shop.stores.work.add({ id: 'again', messageId: incoming?.id ?? '', attempts: 0, notBefore: shop.clock.now() })
  answering.wake()
  await shop.clock.settle()
  expect(said(id)).toHaveLength(1)
  expect(shop.stores.work.due(shop.clock.now(), 10)).toEqual([])
})

test('a message that makes it fail three times goes to the owner', async () => {
  let tries = 0
  think = () => {
    tries += 1
    return Promise.reject(new Error('broken'))
  }
  const id = await receiveIn('auto')
  for (let round = 0; round < 5; round += 1) await shop.clock.advance(6000)
  expect(tries).toBe(3)
  expect(conversation(id)).toMatchObject({ handler: 'owner', handoffReason: 'failed' })
})

test('paused, it stays silent', async () => {
  shop.stores.settings.update({ assistantPaused: true })
  const id = await receiveIn('auto')
  expect(said(id)).toEqual([])
  expect(shop.stores.conversations.counts()['needs-me']).toBe(1)
})

test('a message that needs no answer makes nobody wait', async () => {
  think = async () => ({ action: 'silent' })
  const id = await receiveIn('auto')
  expect(conversation(id).waitingSince).toBeNull()
  expect(conversation(id).handler).toBe('assistant')
})
