import { afterEach, beforeEach, expect, test } from 'vitest'
import { ChannelFault } from '#main/ports/channel.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { createFakeChannel, type FakeChannel } from '#main/testing/fakeChannel.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { CANNOT_TELL, createOutbox, type Outbox } from './outbox.ts'
import { createSilence } from './silence.ts'

let shop: Shop
let channel: FakeChannel
let outbox: Outbox
let conversationId: string
let takenBack = 0

beforeEach(async () => {
  takenBack = 0
  shop = createShop()
  channel = createFakeChannel()
  outbox = open()
  conversationId = await shop.receive()
})
afterEach(async () => {
  await outbox.stop()
  shop.close()
})

function open({ stores }: Pick<Shop, 'stores'> = shop) {
  const context = () => ({
    channelId: 'mail',
    settings: {},
    fetch: () => Promise.reject(new Error('no network')),
    clock: shop.clock,
    log: silentLog,
  })
  const { blobs, board, clock } = shop
  return createOutbox({
    stores,
    blobs,
    board,
    channels: { adapterOf: () => channel.adapter, contextOf: context },
    onSent() {},
    onTakenBack: () => void (takenBack += 1),
    clock,
    log: silentLog,
  })
}

function put(answerTo: string | null, undoMs = 0) {
  return shop.board.transaction(() =>
    shop.queue(shop.board.conversation(conversationId), {
      author: answerTo ? 'assistant' : 'owner',
      text: 'We open at nine.',
      answerId: null,
      answerTo,
      undoMs,
      attachments: [],
    }),
  )
}

const row = (messageId: string) => shop.stores.outbox.ofMessage(messageId)

/** What a crash in the middle of a send leaves in the database. */
function crashed(messageId: string, transmitted: boolean) {
  const id = row(messageId)?.id ?? ''
  shop.stores.outbox.update(id, { state: 'sending', transmittingAt: transmitted ? shop.clock.now() : null })
}

async function start() {
  outbox.start()
  await shop.clock.settle()
}

test('a queued reply is sent once, recorded, and its copy is filed', async () => {
  const id = put(null)
  await start()
  expect(channel.sent).toHaveLength(1)
  expect(row(id)).toMatchObject({ state: 'sent', remoteId: `<${row(id)?.id}>`, copyPending: false })
  expect(channel.copies).toEqual([row(id)?.id])
})

test('a later message that refers to our reply finds the conversation', async () => {
  const id = put(null)
  await start()
  const joined = await shop.receive({ threadRefs: [row(id)?.remoteId ?? ''], text: 'Thanks' })
  expect(joined).toBe(conversationId)
})

test("the owner's reply leaves only after the time to undo", async () => {
  put(null, 10_000)
  await start()
  await shop.clock.advance(9000)
  expect(channel.sent).toHaveLength(0)
  await shop.clock.advance(1500)
  expect(channel.sent).toHaveLength(1)
})

test('a send that a crash cut off before any byte left is simply sent', async () => {
  const id = put(null)
  crashed(id, false)
  await start()
  expect(channel.sent).toHaveLength(1)
})

test('an uncertain send that arrived is not sent again', async () => {
  const id = put(null)
  crashed(id, true)
  channel.control.verdict = 'it-arrived'
  await start()
  expect(channel.sent).toHaveLength(0)
  expect(row(id)?.state).toBe('sent')
})

test('an uncertain send that did not arrive is sent again', async () => {
  const id = put(null)
  crashed(id, true)
  channel.control.verdict = 'it-did-not'
  await start()
  expect(channel.sent).toHaveLength(1)
  expect(row(id)?.state).toBe('sent')
})

test('when nobody can tell, it waits for the owner and never leaves by itself', async () => {
  const id = put(null)
  crashed(id, true)
  await start()
  await shop.clock.advance(24 * 60 * 60_000)
  expect(channel.sent).toHaveLength(0)
  expect(row(id)).toMatchObject({ state: 'uncertain', error: CANNOT_TELL })
  expect(shop.stores.conversations.get(conversationId)?.hasSendProblem).toBe(true)
})

test('a channel that can neither repeat nor look leaves an uncertain send to the owner', async () => {
  channel = createFakeChannel({
    deliveryClass: 'none',
    reconcile: () => Promise.reject(new Error('must not be asked')),
  })
  outbox = open()
  const id = put(null)
  crashed(id, true)
  await start()
  expect(row(id)).toMatchObject({ state: 'uncertain', error: CANNOT_TELL })
})

test('a channel that drops copies gets an uncertain send again', async () => {
  channel = createFakeChannel({ deliveryClass: 'native' })
  outbox = open()
  const id = put(null)
  crashed(id, true)
  await start()
  expect(channel.sent.map(({ outboxId }) => outboxId)).toEqual([row(id)?.id])
})

test('a connection lost after the bytes left is uncertain, not a failure', async () => {
  channel.control.onSend = async message => {
    message.transmitting()
    throw new ChannelFault('unreachable', 'lost', { maybeDelivered: true })
  }
  const id = put(null)
  await start()
  await shop.clock.advance(60 * 60_000)
  expect(row(id)?.state).toBe('uncertain')
})

test('a refused recipient fails at once and says why', async () => {
  channel.control.onSend = () => Promise.reject(new ChannelFault('no-such-contact', 'no such user'))
  const id = put(null)
  await start()
  expect(row(id)).toMatchObject({ state: 'failed', error: 'no such user' })
})

test('a server that says later is tried again later', async () => {
  channel.control.onSend = () => Promise.reject(new ChannelFault('transient', 'greylisted'))
  const id = put(null)
  await start()
  expect(row(id)?.state).toBe('queued')
  channel.control.onSend = null
  await shop.clock.advance(60_000)
  expect(row(id)?.state).toBe('sent')
})

test('taking over withdraws an automatic answer that has not left', async () => {
  const incoming = shop.stores.messages.all(conversationId)[0]?.id ?? ''
  const id = put(incoming)
  const silence = createSilence({ ...shop, outbox })
  shop.board.transaction(() => {
    silence(shop.board.conversation(conversationId))
    shop.stores.conversations.update(conversationId, { handler: 'owner' })
  })
  await start()
  expect(channel.sent).toHaveLength(0)
  expect(shop.stores.messages.get(id)).toBeNull()
  expect(shop.events).toContainEqual({ type: 'messageRemoved', conversationId, messageId: id })
})

test('an automatic answer that was queued before a pause does not leave', async () => {
  const incoming = shop.stores.messages.all(conversationId)[0]?.id ?? ''
  shop.stores.channels.update('mail', { mode: 'auto' })
  put(incoming)
  shop.stores.settings.update({ assistantPaused: true })
  await start()
  expect(channel.sent).toHaveLength(0)
})

test('a slow conversation does not hold up another one', async () => {
  channel.control.onSend = message => (message.text === 'slow' ? new Promise(() => {}) : Promise.resolve())
  const other = await shop.receive({ from: { address: 'bo@customer.test', name: 'Bo' } })
  const reply = { author: 'owner' as const, answerId: null, answerTo: null, undoMs: 0, attachments: [] }
  shop.board.transaction(() => {
    shop.queue(shop.board.conversation(conversationId), { ...reply, text: 'slow' })
    shop.queue(shop.board.conversation(other), { ...reply, text: 'quick' })
  })
  outbox.start()
  await shop.clock.settle()
  expect(channel.sent.map(({ text }) => text)).toEqual(['quick'])
  // The hanging send never ends; a new outbox lets afterEach stop at once.
  outbox = open()
})

test('on a full disk a reply that was sent is held in memory and written down later, not sent again', async () => {
  let isFull = true
  const { outbox: rows } = shop.stores
  const full: typeof rows = {
    ...rows,
    update(id, change) {
      if (isFull && change.state !== 'sending' && change.transmittingAt === undefined)
        throw new StorageError('disk-full', 'The disk is full.')
      rows.update(id, change)
    },
  }
  outbox = open({ stores: { ...shop.stores, outbox: full } })
  const id = put(null)
  await start()
  expect(channel.sent).toHaveLength(1)
  expect(row(id)?.state).toBe('sending')
  await shop.clock.advance(10_000)
  isFull = false
  await shop.clock.advance(10_000)
  expect(row(id)?.state).toBe('sent')
  expect(channel.sent).toHaveLength(1)
})

test('the word of the owner stands, whatever a look that began before it finds', async () => {
  const id = put(null)
  crashed(id, true)
  let find = (_verdict: 'it-did-not') => {}
  channel = createFakeChannel({ reconcile: () => new Promise(resolve => (find = resolve)) })
  outbox = open()
  await start()
  shop.stores.outbox.update(row(id)?.id ?? '', { state: 'sent' })
  find('it-did-not')
  await shop.clock.settle()
  expect(channel.sent).toHaveLength(0)
  expect(row(id)?.state).toBe('sent')
})

test('a wrong password is not tried again and again for a copy; a channel that works again is', async () => {
  let tries = 0
  channel = createFakeChannel({
    keepCopy() {
      tries += 1
      return Promise.reject(new ChannelFault('wrong-credentials', 'login failed'))
    },
  })
  outbox = open()
  put(null)
  await start()
  const before = tries
  for (let minute = 0; minute < 10; minute += 1) await shop.clock.advance(60_000)
  expect(tries).toBe(before)
  outbox.look()
  await shop.clock.settle()
  expect(tries).toBe(before + 1)
})

test('an automatic answer that was queued before its channel left auto does not leave', async () => {
  const incoming = shop.stores.messages.all(conversationId)[0]?.id ?? ''
  shop.stores.channels.update('mail', { mode: 'draft' })
  put(incoming)
  shop.stores.work.due(shop.clock.now(), 10).forEach(({ id }) => shop.stores.work.finish(id))
  await start()
  expect(channel.sent).toHaveLength(0)
  // It is thought about again, and becomes a suggestion.
  expect(shop.stores.work.due(shop.clock.now(), 10)).toMatchObject([{ messageId: incoming }])
  expect(takenBack).toBe(1)
})

test('a channel that is switched off is not asked for anything until it is on again', async () => {
  let looks = 0
  channel = createFakeChannel({
    reconcile() {
      looks += 1
      return Promise.resolve('it-arrived')
    },
  })
  outbox = open()
  const id = put(null)
  crashed(id, true)
  shop.stores.channels.update('mail', { enabled: false })
  await start()
  await shop.clock.advance(10 * 60_000)
  expect(looks).toBe(0)
  shop.stores.channels.update('mail', { enabled: true })
  outbox.look()
  await shop.clock.settle()
  expect(row(id)?.state).toBe('sent')
})

test('a reply that still waits when its channel is removed fails where the owner sees it', async () => {
  const id = put(null, 10_000)
  await start()
  shop.stores.channels.update('mail', { removedAt: shop.clock.now(), enabled: false, settings: {} })
  await shop.clock.advance(11_000)
  expect(row(id)).toMatchObject({ state: 'failed', error: 'channel-removed' })
  expect(shop.stores.conversations.get(conversationId)?.hasSendProblem).toBe(true)
})
