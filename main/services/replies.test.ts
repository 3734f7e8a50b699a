import { afterEach, beforeEach, expect, test } from 'vitest'
import { StorageError } from '#main/ports/storageError.ts'
import { createFakeChannel } from '#main/testing/fakeChannel.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { NotFound } from './errors.ts'
import { createActs } from './acts.ts'
import { createInbox, type Inbox } from './inbox.ts'
import { createReplies, type Replies } from './replies.ts'
import { createSilence } from './silence.ts'
import { createWithdraw } from './withdraw.ts'

let shop: Shop
let replies: Replies
let inbox: Inbox
let id: string

beforeEach(async () => {
  shop = createShop()
  const outbox = { wake() {}, drop: createWithdraw(shop) }
  const silence = createSilence({ ...shop, outbox })
  const channels = { adapterOf: () => createFakeChannel().adapter }
  replies = createReplies({ ...shop, channels, outbox, silence, mediaTypeOf: async () => null })
  const acts = createActs({ ...shop, silence })
  inbox = createInbox({ ...shop, acts, labels: { changed: () => [] }, log: silentLog })
  id = await shop.receive()
})
afterEach(() => shop.close())

function suggest() {
  const [message] = shop.stores.messages.all(id)
  const suggestion = {
    id: shop.ids.next(),
    conversationId: id,
    messageId: message?.id ?? '',
    answerId: 'a',
    text: 'At nine.',
  }
  shop.stores.suggestions.insert({ ...suggestion, createdAt: shop.clock.now() })
  return suggestion.id
}

test("the owner's reply takes the conversation over and outdates what the assistant suggested", async () => {
  suggest()
  await replies.reply(id, 'I am here myself.', [])
  expect(shop.board.conversation(id)).toMatchObject({ handler: 'owner', waitingSince: null, hasSuggestion: false })
})

test('a reply that the full disk refuses is told to the screens, and nothing of it is there', async () => {
  const { insert } = shop.stores.outbox
  shop.stores.outbox.insert = () => {
    throw new StorageError('disk-full', 'full')
  }
  await expect(replies.reply(id, 'Hello', [])).rejects.toThrow('full')
  expect(shop.written.at(-1)).toBeInstanceOf(StorageError)
  expect(shop.stores.messages.all(id).some(({ text }) => text === 'Hello')).toBe(false)
  shop.stores.outbox.insert = insert
  await replies.reply(id, 'Hello', [])
  expect(shop.written.at(-1)).toBeNull()
})

test('undone, it gives the words back and the contact waits again since the same moment', async () => {
  const since = shop.board.conversation(id).waitingSince
  const message = await replies.reply(id, 'Oops', [])
  expect(replies.undoSend(message.id)).toEqual({ text: 'Oops' })
  expect(shop.stores.messages.get(message.id)).toBeNull()
  expect(shop.board.conversation(id)).toMatchObject({ waitingSince: since, preview: 'When do you open?' })
})

test('once it is on its way it cannot be undone', async () => {
  const message = await replies.reply(id, 'Gone', [])
  const row = shop.stores.outbox.ofMessage(message.id)
  shop.stores.outbox.update(row?.id ?? '', { state: 'sending', attempts: 1 })
  expect(() => replies.undoSend(message.id)).toThrow('TOO_LATE')
})

test('an empty, a too long and a too big reply are refused and nothing is stored', async () => {
  const before = shop.stores.messages.all(id).length
  await expect(replies.reply(id, '  ', [])).rejects.toThrow('EMPTY')
  await expect(replies.reply(id, 'x'.repeat(1001), [])).rejects.toThrow('1000')
  const base64 = Buffer.alloc(1001).toString('base64')
  await expect(replies.reply(id, 'see', [{ name: 'a', mime: 'x', base64 }])).rejects.toThrow('1000 bytes')
  expect(shop.stores.messages.all(id)).toHaveLength(before)
})

test('an approved suggestion goes out at once, as the assistant, and only once', () => {
  const suggestionId = suggest()
  const message = replies.approveSuggestion(suggestionId, undefined)
  expect(message).toMatchObject({ author: 'assistant', text: 'At nine.', answerId: 'a' })
  expect(shop.stores.outbox.due(shop.clock.now(), 5)).toHaveLength(1)
  expect(() => replies.approveSuggestion(suggestionId, undefined)).toThrow(NotFound)
  expect(shop.board.conversation(id).handler).toBe('assistant')
})

test('an edited suggestion sends the edit', () => {
  expect(replies.approveSuggestion(suggest(), 'At ten.').text).toBe('At ten.')
})

test('a discarded suggestion is gone and the contact still waits', () => {
  replies.discardSuggestion(suggest())
  expect(shop.board.conversation(id)).toMatchObject({ hasSuggestion: false })
  expect(shop.board.conversation(id).waitingSince).not.toBeNull()
})

test("a reply that may have been sent follows the owner's word", async () => {
  const message = await replies.reply(id, 'Hello', [])
  const rowId = shop.stores.outbox.ofMessage(message.id)?.id ?? ''
  shop.stores.outbox.update(rowId, { state: 'uncertain', error: 'cannot-tell' })
  expect(shop.board.conversation(id).hasSendProblem).toBe(true)
  expect(replies.settleDelivery(message.id, 'it-arrived').delivery?.state).toBe('sent')
  expect(shop.board.conversation(id).hasSendProblem).toBe(false)
})

test('a failed reply that the owner gives up no longer asks for attention', async () => {
  const message = await replies.reply(id, 'Hello', [])
  const rowId = shop.stores.outbox.ofMessage(message.id)?.id ?? ''
  shop.stores.outbox.update(rowId, { state: 'failed', error: 'no such user' })
  replies.settleDelivery(message.id, 'give-up')
  expect(shop.board.conversation(id).hasSendProblem).toBe(false)
  expect(shop.stores.messages.get(message.id)?.delivery?.state).toBe('failed')
})

test('take over, hand back, resolve, snooze and reopen leave a line in the thread', () => {
  inbox.takeOver(id)
  inbox.handBack(id)
  inbox.snooze(id, null)
  inbox.reopen(id)
  inbox.resolve(id)
  const codes = shop.stores.messages.all(id).flatMap(({ activity }) => (activity ? [activity.code] : []))
  expect(codes).toEqual(['taken-over', 'handed-back', 'snoozed', 'reopened', 'resolved'])
})

test('resolving outdates what was suggested', () => {
  suggest()
  inbox.resolve(id)
  expect(shop.board.conversation(id)).toMatchObject({ status: 'resolved', hasSuggestion: false })
})

test('taking over twice says so once', () => {
  inbox.takeOver(id)
  inbox.takeOver(id)
  expect(shop.stores.messages.all(id).filter(({ kind }) => kind === 'activity')).toHaveLength(1)
})

test('a snoozed conversation comes back at its time', async () => {
  inbox.start()
  inbox.snooze(id, new Date(shop.clock.now().getTime() + 60_000))
  await shop.clock.advance(30_000)
  expect(shop.board.conversation(id).status).toBe('snoozed')
  for (let step = 0; step < 4; step += 1) await shop.clock.advance(15_000)
  expect(shop.board.conversation(id)).toMatchObject({ status: 'open', unread: true })
  await inbox.stop()
})

test('what a takeover withdraws was never said: the contact waits again and the list shows their words', async () => {
  const since = shop.board.conversation(id).waitingSince
  const [incoming] = shop.stores.messages.all(id)
  const automatic = {
    author: 'assistant' as const,
    text: 'We open at nine.',
    answerId: null,
    undoMs: 0,
    attachments: [],
  }
  shop.board.transaction(() =>
    shop.queue(shop.board.conversation(id), { ...automatic, answerTo: incoming?.id ?? null }),
  )
  inbox.takeOver(id)
  expect(shop.board.conversation(id)).toMatchObject({ waitingSince: since, preview: 'When do you open?' })
})

test("an automatic answer that the owner wants sent again is the owner's: taking over does not withdraw it", () => {
  const [incoming] = shop.stores.messages.all(id)
  const automatic = {
    author: 'assistant' as const,
    text: 'We open at nine.',
    answerId: null,
    undoMs: 0,
    attachments: [],
  }
  const messageId = shop.board.transaction(() =>
    shop.queue(shop.board.conversation(id), { ...automatic, answerTo: incoming?.id ?? null }),
  )
  shop.stores.outbox.update(shop.stores.outbox.ofMessage(messageId)?.id ?? '', { state: 'failed', error: 'refused' })
  replies.settleDelivery(messageId, 'send-again')
  inbox.takeOver(id)
  expect(shop.stores.messages.get(messageId)?.delivery?.state).toBe('queued')
})
