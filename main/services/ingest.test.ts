import { afterEach, beforeEach, expect, test } from 'vitest'
import { createShop, incomingMessage, type Shop } from '#main/testing/shop.ts'

let shop: Shop
beforeEach(() => {
  shop = createShop()
})
afterEach(() => shop.close())

const list = () =>
  shop.stores.conversations.list({ view: 'all', filter: {}, sort: 'newest', text: '', cursor: null, limit: 50 }).items

test('a message, its raw bytes, its work item and the cursor are there together', async () => {
  await shop.ingest.commit('mail', { messages: [incomingMessage()], cursor: '41' })
  expect(list()).toHaveLength(1)
  expect(shop.stores.work.due(shop.clock.now(), 10)).toHaveLength(1)
  expect(shop.stores.channels.get('mail')?.cursor).toBe('41')
  expect(shop.woken.work).toBe(1)
})

test('the same message on another path is not taken twice, and the cursor still moves', async () => {
  await shop.ingest.commit('mail', { messages: [incomingMessage({ dedupeKeys: ['mid:1', 'uid:1:7'] })], cursor: '7' })
  const again = await shop.ingest.commit('mail', {
    messages: [incomingMessage({ dedupeKeys: ['mid:1', 'uid:2:1'] })],
    cursor: '1',
  })
  expect(again).toEqual({ fresh: 0, duplicate: 1 })
  expect(shop.stores.channels.get('mail')?.cursor).toBe('1')
  expect(shop.stores.work.due(shop.clock.now(), 10)).toHaveLength(1)
})

test('twice in one batch counts once', async () => {
  const result = await shop.ingest.commit('mail', { messages: [incomingMessage(), incomingMessage()], cursor: '2' })
  expect(result).toEqual({ fresh: 1, duplicate: 1 })
})

test('a reply joins the conversation that holds what it refers to', async () => {
  const first = await shop.receive({ remoteId: '<a@x>' })
  const second = await shop.receive({ remoteId: '<b@x>', threadRefs: ['<a@x>'], text: 'And on Sunday?' })
  expect(second).toBe(first)
})

test('the same subject alone does not join', async () => {
  await shop.receive({ remoteId: '<a@x>' })
  await shop.receive({ remoteId: '<b@x>' })
  expect(list()).toHaveLength(2)
})

test("a stranger who refers to someone's message gets a conversation of their own", async () => {
  await shop.receive({ remoteId: '<a@x>' })
  await shop.receive({ remoteId: '<b@x>', threadRefs: ['<a@x>'], from: { address: 'eve@evil.test', name: 'Eve' } })
  expect(
    list()
      .map(({ address }) => address)
      .toSorted(),
  ).toEqual(['eve@evil.test', 'mia@customer.test'])
})

test('an incoming message opens a resolved conversation and makes somebody wait', async () => {
  const id = await shop.receive({ remoteId: '<a@x>' })
  shop.stores.conversations.update(id, { status: 'resolved', waitingSince: null, unread: false })
  await shop.receive({ remoteId: '<b@x>', threadRefs: ['<a@x>'] })
  expect(shop.stores.conversations.get(id)).toMatchObject({ status: 'open', unread: true })
  expect(shop.stores.conversations.get(id)?.waitingSince).not.toBeNull()
  expect(shop.stores.messages.all(id).map(({ activity }) => activity?.code)).toContain('reopened')
})

test('attachment bytes are kept by content', async () => {
  const content = new TextEncoder().encode('hello')
  const attachment = {
    name: 'a.txt',
    mime: 'text/plain',
    contentId: null,
    inline: false,
    content,
    bytes: 5,
    missing: null,
  }
  const id = await shop.receive({ attachments: [attachment] })
  const [message] = shop.stores.messages.all(id)
  const [stored] = shop.stores.messages.attachmentsOf(message?.id ?? '')
  expect(Buffer.from(shop.blobs.get(stored?.sha256 ?? '') ?? []).toString()).toBe('hello')
})

test('an attachment over the cap is named but not kept', async () => {
  const content = new Uint8Array(25 * 1024 * 1024 + 1)
  const attachment = {
    name: 'film.mp4',
    mime: 'video/mp4',
    contentId: null,
    inline: false,
    content,
    bytes: content.byteLength,
    missing: null,
  }
  const id = await shop.receive({ attachments: [attachment] })
  const [message] = shop.stores.messages.all(id)
  expect(message?.attachments).toMatchObject([{ name: 'film.mp4', missing: 'too-big' }])
})
