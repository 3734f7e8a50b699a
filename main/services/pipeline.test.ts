import { afterEach, beforeEach, expect, test } from 'vitest'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'

let shop: WholeShop

beforeEach(() => {
  shop = createWholeShop()
})
afterEach(() => shop.stop())

const lines = (id: string) =>
  shop.stores.messages.all(id).flatMap(({ activity }) => (activity === null ? [] : [activity.code]))

test('an angry customer gets a note with a time, and the owner a brief that says everything', async () => {
  const id = await shop.say('This is unacceptable!!! My lamp from order HP-20418 arrived broken, I am furious!')
  const conversation = shop.board.conversation(id)
  expect(conversation).toMatchObject({ handler: 'owner', promisedBy: new Date('2026-03-02T13:00:00Z') })
  expect(conversation.waitingSince).not.toBeNull()
  const [note] = shop.spoken(id)
  expect(note?.text).toContain('reply to you personally by 13:00 today')
  expect(note?.text).not.toMatch(/angry|furious|upset|frustrat|calm down/i)
  const { brief } = shop.inbox.thread(id)
  expect(brief).toMatchObject({ wants: expect.stringContaining('arrived broken'), orderNumber: 'HP-20418' })
})

test('who is upset shows in the list until they are calm again, in draft mode too; nobody else does', async () => {
  const id = await shop.say('This is unacceptable!!! My lamp arrived broken, I am furious!')
  const draft = await shop.say('I am very disappointed, the lamp came late again!', 'draft', 'second')
  const calm = await shop.say('When do you open?', 'draft', 'third')
  const moodOf = (one: string) =>
    shop.stores.conversations
      .list({ view: 'all', filter: {}, sort: 'newest', text: '', cursor: null, limit: 10 })
      .items.find(item => item.id === one)?.mood
  expect([moodOf(id), moodOf(draft), moodOf(calm)]).toEqual(['angry', 'disappointed', null])
  await shop.say('Thank you, that is great!', 'draft', 'second')
  expect(moodOf(draft)).toBeNull()
})

test('it promises no time where the owner promises none, and says so only once', async () => {
  shop.stores.settings.update({ promiseMinutes: 0 })
  const id = await shop.say('I want to talk to a human')
  await shop.say('hello?')
  expect(shop.spoken(id)).toHaveLength(1)
  expect(shop.spoken(id)[0]?.text).toContain('reply to you personally.')
  expect(shop.board.conversation(id).promisedBy).toBeNull()
})

test('in draft mode the owner gets the brief and the contact hears nothing', async () => {
  const id = await shop.say('I want to talk to a human', 'draft')
  expect(shop.spoken(id)).toEqual([])
  expect(shop.inbox.thread(id).brief?.wants).toBe('I want to talk to a human')
})

test("the owner's answer keeps the promise and puts the brief away", async () => {
  const id = await shop.say('I want to talk to a human')
  await shop.replies.reply(id, 'Here I am.', [])
  expect(shop.board.conversation(id).promisedBy).toBeNull()
  expect(shop.inbox.thread(id).brief).toBeNull()
})

test('taking over before the note has left takes it back, with its promise', async () => {
  const id = await shop.say('I want to talk to a human')
  shop.inbox.takeOver(id)
  expect(shop.spoken(id)).toEqual([])
  expect(shop.board.conversation(id)).toMatchObject({ promisedBy: null, waitingSince: expect.any(Date) })
})

test('a topic is suggested until it is earned, said in the thread, and lost by a correction', async () => {
  shop.topics.setPolicy({ approvalsNeeded: 2 })
  const threads = ['first', 'second']
  for (const thread of threads) {
    const asked = await shop.say('When do you open?', 'auto', thread)
    expect(shop.spoken(asked)).toEqual([])
    const [suggestion] = shop.stores.suggestions.ofConversation(asked)
    shop.replies.approveSuggestion(suggestion?.id ?? '', undefined)
    expect(lines(asked).includes('topic-auto')).toBe(thread === 'second')
  }
  const id = await shop.say('When do you open?', 'auto', 'third')
  expect(shop.stores.suggestions.ofConversation(id)).toEqual([])
  expect(shop.spoken(id)).toHaveLength(1)
  await shop.replies.reply(id, 'Sorry, at ten today.', [])
  expect(lines(id)).toContain('topic-draft')
  expect(shop.topics.list().topics.find(({ mode }) => mode === 'auto')).toBeUndefined()
  expect(shop.events.some(({ type }) => type === 'topicsChanged')).toBe(true)
})

test('an edited suggestion teaches nothing and is no saved time', async () => {
  shop.topics.setPolicy({ approvalsNeeded: 1 })
  const id = await shop.say('When do you open?')
  const [suggestion] = shop.stores.suggestions.ofConversation(id)
  shop.replies.approveSuggestion(suggestion?.id ?? '', 'At ten.')
  expect(lines(id)).not.toContain('topic-auto')
  expect(shop.stores.dialogues.tags(id)).toEqual([])
})

test('a reply that left as it was written saved the time the owner set', async () => {
  const id = await shop.say('When do you open?')
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
  const id = await shop.say('Where is my parcel HP-20418?')
  const [reply] = shop.spoken(id)
  const answer = shop.stores.answers.get(reply?.answerId ?? '')
  expect(answer?.playbook?.id).toBe('order-status')
  expect(answer?.evidence.length).toBeGreaterThan(0)
  expect(answer?.evidence.every(({ value }) => value !== '')).toBe(true)
})

test("somebody else's order is not spoken of before the code is entered; approving sends the code too", async () => {
  putOrder('anna@elsewhere.test')
  const id = await shop.say('Where is my parcel HP-20418?', 'draft')
  const [suggestion] = shop.stores.suggestions.ofConversation(id)
  const answer = shop.stores.answers.get(suggestion?.answerId ?? '')
  expect(answer?.codeFor).not.toBeNull()
  expect(shop.stores.dialogues.get(id).identity.pending).toBeNull()
  shop.replies.approveSuggestion(suggestion?.id ?? '', undefined)
  expect(shop.stores.dialogues.get(id).identity.pending).not.toBeNull()
  const rows = shop.stores.outbox.inState('queued')
  const mail = rows.find(({ conversationId }) => conversationId !== id)
  const code = /\b\d{6}\b/.exec(shop.stores.messages.get(mail?.messageId ?? '')?.text ?? '')?.[0]
  expect(code).toBeDefined()
  await shop.say(code ?? '', 'auto')
  const told = shop.stores.answers.ofConversation(id, 1)[0]
  expect(told?.steps).toContainEqual({ code: 'code-right', passed: true, detail: 'proved' })
  expect(told?.evidence.length).toBeGreaterThan(0)
})

const fault = 'My desk lamp flickers all the time. Order HP-20418'

test('what a procedure says when it hands over is told with the promised time, once', async () => {
  putOrder('mia@customer.test')
  const id = await shop.say(fault)
  const [note, ...more] = shop.spoken(id)
  expect(more).toEqual([])
  expect(note?.text).toContain('We have noted the fault')
  expect(note?.text).toContain('Somebody from our shop will reply to you personally by 13:00 today.')
  expect(note?.text).not.toContain('Thank you for your message')
  expect(shop.board.conversation(id)).toMatchObject({ handler: 'owner', handoffReason: 'owner-decides' })
  expect(shop.inbox.thread(id).brief).toMatchObject({ suggestedReply: null, proposal: { code: 'warranty-claim' } })
})

test('where the owner approves replies, they get these words as a suggestion instead', async () => {
  putOrder('mia@customer.test')
  const draft = await shop.say(fault, 'draft')
  expect(shop.spoken(draft)).toEqual([])
  expect(shop.inbox.thread(draft).brief?.suggestedReply).toContain('We have noted the fault')
  shop.topics.setPolicy({ approvalsNeeded: 2 })
  const unearned = await shop.say(fault, 'auto', 'other')
  expect(shop.spoken(unearned).map(({ text }) => text)).toEqual([expect.stringContaining('Thank you for your message')])
  expect(shop.inbox.thread(unearned).brief?.suggestedReply).toContain('We have noted the fault')
})
