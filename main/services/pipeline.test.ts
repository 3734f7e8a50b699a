import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { order } from '#main/testing/orderBook.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createAnswering } from './answering.ts'
import { createAssistant } from './assistant.ts'
import type { Search } from './assistantRecall.ts'
import { createInbox } from './inbox.ts'
import { createOrderDesk } from './orderDesk.ts'
import { createPlaybooks } from './playbooks.ts'
import { createReader } from './reading.ts'
import { createReplies } from './replies.ts'
import { createSilence } from './silence.ts'
import { createWithdraw } from './withdraw.ts'
import { createFakeChannel } from '#main/testing/fakeChannel.ts'
import { createUnderstander } from '#main/ai/understander.ts'
import { orderSource } from '#main/testing/orderBook.ts'

const resources = join(import.meta.dirname, '../../resources')
const understander = createUnderstander({ folder: join(resources, 'understanding'), log: silentLog })
const hours: Entry = {
  id: 'hours',
  sourceId: 's',
  externalId: null,
  question: 'When do you open?',
  wordings: [],
  answer: 'We open at nine.',
  language: 'en',
  tags: ['visit'],
  updatedAt: new Date(0),
}

let shop: Shop
let parts: ReturnType<typeof build>

function build() {
  const { stores, board, queue, clock, ids, topics, codes } = shop
  const reader = createReader({ understander, orders: stores.orders })
  const deskFor = (asker: Parameters<typeof createOrderDesk>[0]['asker']) =>
    createOrderDesk({ stores, asker, settings: stores.settings.get() })
  const playbooks = createPlaybooks({
    stores,
    shippedFolder: join(resources, 'playbooks'),
    readSolutions: () => ({ solutions: [], badRows: [] }),
    likeness: () => [],
    deskFor,
    read: text => reader.read(text, [], null, clock.now()),
    clock,
    onChange() {},
  })
  const search: Search = text =>
    Promise.resolve({ ranked: [{ entry: hours, score: 1, parts: {} }], confidence: /open/.test(text) ? 0.9 : 0.1 })
  const assistant = createAssistant({
    search,
    reader,
    entry: id => (id === hours.id ? hours : null),
    thresholdOf: id => topics.thresholdOf(id),
    procedures: { deskFor, consider: turn => playbooks.consider(turn), enterCode: entered => codes.enter(entered) },
    settings: () => stores.settings.get(),
    clock,
    ids,
    timeZone: 'UTC',
  })
  const outbox = { wake() {}, drop: createWithdraw(shop) }
  const silence = createSilence({ ...shop, outbox })
  const channels = { adapterOf: () => createFakeChannel().adapter }
  return {
    answering: createAnswering({
      ...shop,
      assistant,
      maxTextLength: () => 5000,
      onQueued() {},
      notify() {},
      log: silentLog,
    }),
    inbox: createInbox({ stores, blobs: shop.blobs, board, silence, clock, log: silentLog }),
    replies: createReplies({ ...shop, channels, outbox, queue, silence, mediaTypeOf: async () => null }),
  }
}

beforeEach(() => {
  shop = createShop()
  shop.stores.settings.update({ shopName: 'Lamp & Co' })
  parts = build()
})
afterEach(async () => {
  await parts.answering.stop()
  shop.close()
})

let started = false
/** One message of the contact, thought about at once. */
async function say(text: string, mode = 'auto', thread = 'thread') {
  shop.db.prepare('update channel set mode = ?').run(mode)
  const id = await shop.receive({ text, threadRefs: [thread], ownRefs: [thread], sentAt: shop.clock.now() })
  if (started) parts.answering.wake()
  else parts.answering.start()
  started = true
  await shop.clock.advance(60_000)
  return id
}
beforeEach(() => {
  started = false
})

const spoken = (id: string) =>
  shop.stores.messages.all(id).filter(({ author, kind }) => author === 'assistant' && kind === 'message')
const lines = (id: string) =>
  shop.stores.messages.all(id).flatMap(({ activity }) => (activity === null ? [] : [activity.code]))

test('an angry customer gets a note with a time, and the owner a brief that says everything', async () => {
  const id = await say('This is unacceptable!!! My lamp from order HP-20418 arrived broken, I am furious!')
  const conversation = shop.board.conversation(id)
  expect(conversation).toMatchObject({ handler: 'owner', promisedBy: new Date('2026-03-02T13:00:00Z') })
  expect(conversation.waitingSince).not.toBeNull()
  const [note] = spoken(id)
  expect(note?.text).toContain('reply to you personally by 13:00 today')
  expect(note?.text).not.toMatch(/angry|furious|upset|frustrat|calm down/i)
  const { brief } = parts.inbox.thread(id)
  expect(brief).toMatchObject({ wants: expect.stringContaining('arrived broken'), orderNumber: 'HP-20418' })
})

test('it promises no time where the owner promises none, and says so only once', async () => {
  shop.stores.settings.update({ promiseMinutes: 0 })
  const id = await say('I want to talk to a human')
  await say('hello?')
  expect(spoken(id)).toHaveLength(1)
  expect(spoken(id)[0]?.text).toContain('reply to you personally.')
  expect(shop.board.conversation(id).promisedBy).toBeNull()
})

test('in draft mode the owner gets the brief and the contact hears nothing', async () => {
  const id = await say('I want to talk to a human', 'draft')
  expect(spoken(id)).toEqual([])
  expect(parts.inbox.thread(id).brief?.wants).toBe('I want to talk to a human')
})

test("the owner's answer keeps the promise and puts the brief away", async () => {
  const id = await say('I want to talk to a human')
  await parts.replies.reply(id, 'Here I am.', [])
  expect(shop.board.conversation(id).promisedBy).toBeNull()
  expect(parts.inbox.thread(id).brief).toBeNull()
})

test('taking over before the note has left takes it back, with its promise', async () => {
  const id = await say('I want to talk to a human')
  parts.inbox.takeOver(id)
  expect(spoken(id)).toEqual([])
  expect(shop.board.conversation(id)).toMatchObject({ promisedBy: null, waitingSince: expect.any(Date) })
})

test('a topic is suggested until it is earned, said in the thread, and lost by a correction', async () => {
  shop.topics.setPolicy({ approvalsNeeded: 2 })
  const threads = ['first', 'second']
  for (const thread of threads) {
    const asked = await say('When do you open?', 'auto', thread)
    expect(spoken(asked)).toEqual([])
    const [suggestion] = shop.stores.suggestions.ofConversation(asked)
    parts.replies.approveSuggestion(suggestion?.id ?? '', undefined)
    expect(lines(asked).includes('topic-auto')).toBe(thread === 'second')
  }
  const id = await say('When do you open?', 'auto', 'third')
  expect(shop.stores.suggestions.ofConversation(id)).toEqual([])
  expect(spoken(id)).toHaveLength(1)
  await parts.replies.reply(id, 'Sorry, at ten today.', [])
  expect(lines(id)).toContain('topic-draft')
  expect(shop.topics.list().topics.find(({ mode }) => mode === 'auto')).toBeUndefined()
  expect(shop.events.some(({ type }) => type === 'topicsChanged')).toBe(true)
})

test('an edited suggestion teaches nothing and is no saved time', async () => {
  shop.topics.setPolicy({ approvalsNeeded: 1 })
  const id = await say('When do you open?')
  const [suggestion] = shop.stores.suggestions.ofConversation(id)
  parts.replies.approveSuggestion(suggestion?.id ?? '', 'At ten.')
  expect(lines(id)).not.toContain('topic-auto')
  expect(shop.stores.dialogues.tags(id)).toEqual([])
})

test('a reply that left as it was written saved the time the owner set', async () => {
  const id = await say('When do you open?')
  const incoming = shop.stores.messages.all(id).find(({ author }) => author === 'contact')
  expect(shop.stores.dialogues.tags(id)).toMatchObject([
    { code: 'saved-time', detail: '4', messageId: incoming?.id, conversationId: id },
  ])
})

function putOrder(email: string) {
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([order({ number: 'HP-20418', email })])
}

test('where is my parcel is answered from the order of whoever writes, with its rows as evidence', async () => {
  putOrder('mia@customer.test')
  const id = await say('Where is my parcel HP-20418?')
  const [reply] = spoken(id)
  const answer = shop.stores.answers.get(reply?.answerId ?? '')
  expect(answer?.playbook?.id).toBe('order-status')
  expect(answer?.evidence.length).toBeGreaterThan(0)
  expect(answer?.evidence.every(({ value }) => value !== '')).toBe(true)
})

test("somebody else's order is not spoken of before the code is entered; approving sends the code too", async () => {
  putOrder('anna@elsewhere.test')
  const id = await say('Where is my parcel HP-20418?', 'draft')
  const [suggestion] = shop.stores.suggestions.ofConversation(id)
  const answer = shop.stores.answers.get(suggestion?.answerId ?? '')
  expect(answer?.codeFor).not.toBeNull()
  expect(shop.stores.dialogues.get(id).identity.pending).toBeNull()
  parts.replies.approveSuggestion(suggestion?.id ?? '', undefined)
  expect(shop.stores.dialogues.get(id).identity.pending).not.toBeNull()
  const rows = shop.stores.outbox.inState('queued')
  const mail = rows.find(({ conversationId }) => conversationId !== id)
  const code = /\b\d{6}\b/.exec(shop.stores.messages.get(mail?.messageId ?? '')?.text ?? '')?.[0]
  expect(code).toBeDefined()
  await say(code ?? '', 'auto')
  const told = shop.stores.answers.ofConversation(id, 1)[0]
  expect(told?.steps).toContainEqual({ code: 'code-right', passed: true, detail: 'proved' })
  expect(told?.evidence.length).toBeGreaterThan(0)
})
