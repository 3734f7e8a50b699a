import { afterEach, beforeEach, expect, test } from 'vitest'
import { createFakeChannel } from '#main/testing/fakeChannel.ts'
import { order, orderSource } from '#main/testing/orderBook.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createWholeShop, type WholeShop } from '#main/testing/wholeShop.ts'
import { createOutbox } from './outbox.ts'

let shop: WholeShop

beforeEach(() => {
  shop = createWholeShop()
  shop.stores.orders.putSource(orderSource())
  shop.stores.orders.putOrders([
    order({ number: 'HP-20418', email: 'anna@elsewhere.test' }),
    order({ id: 'o2', number: 'HP-20419', email: 'ben@elsewhere.test' }),
  ])
})
afterEach(() => shop.stop())

const ask = () => shop.say('Where is my parcel HP-20418?')
const pending = (id: string) => shop.stores.dialogues.get(id).identity.pending
/** Messages to others than who asks: the mails with codes. */
const codeMails = (id: string) =>
  shop.stores.outbox
    .inState('queued')
    .filter(({ conversationId }) => conversationId !== id)
    .map(({ conversationId }) => shop.board.conversation(conversationId).address)

test('a code that has not left is withdrawn when the owner takes over, and is worth nothing', async () => {
  const id = await ask()
  expect(codeMails(id)).toEqual(['anna@elsewhere.test'])
  shop.inbox.takeOver(id)
  expect(codeMails(id)).toEqual([])
  expect(pending(id)).toBeNull()
})

test('no empty conversation stays of a code that was withdrawn, and the screens hear of it', async () => {
  const id = await ask()
  const all = () =>
    shop.stores.conversations.list({ view: 'all', filter: {}, sort: 'newest', text: '', cursor: null, limit: 50 }).items
  const [mail] = all().filter(one => one.id !== id)
  expect(mail?.address).toBe('anna@elsewhere.test')
  shop.inbox.takeOver(id)
  expect(all().map(one => one.id)).toEqual([id])
  expect(shop.events).toContainEqual(expect.objectContaining({ type: 'conversationRemoved', conversationId: mail?.id }))
})

test('a code that has left stays worth something', async () => {
  const id = await ask()
  for (const { id: row } of shop.stores.outbox.inState('queued')) shop.stores.outbox.update(row, { state: 'sent' })
  shop.inbox.takeOver(id)
  expect(pending(id)).not.toBeNull()
})

test('asking for another order withdraws the code of the first', async () => {
  const id = await ask()
  await shop.say('Sorry, I mean HP-20419')
  expect(codeMails(id)).toEqual(['ben@elsewhere.test'])
  expect(pending(id)?.orderId).toBe('o2')
})

test('handing over withdraws it', async () => {
  const id = await ask()
  await shop.say('I want to talk to a human')
  expect(codeMails(id)).toEqual([])
  expect(pending(id)).toBeNull()
})

test('codes that were guessed too often are not sent any more', async () => {
  const id = await ask()
  await shop.say('100000, 100001, 100002, 100003, 100004, 100005')
  expect(pending(id)).toBeNull()
  expect(codeMails(id)).toEqual([])
})

test('a code that waited longer in the outbox than it is valid never leaves', async () => {
  const id = await ask()
  await shop.clock.advance(20 * 60_000)
  const { adapter, sent } = createFakeChannel()
  const outbox = createOutbox({
    ...shop,
    channels: {
      adapterOf: () => adapter,
      contextOf: () => ({ channelId: 'mail', settings: {}, fetch, clock: shop.clock, log: silentLog }),
    },
    onSent() {},
    onTakenBack() {},
    log: silentLog,
  })
  outbox.start()
  await shop.clock.advance(1000)
  await outbox.stop()
  expect(sent.map(({ to }) => to.address)).toEqual(['mia@customer.test'])
  expect(codeMails(id)).toEqual([])
})
