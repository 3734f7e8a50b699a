import { afterEach, beforeEach, expect, test } from 'vitest'
import { ChannelFault } from '#main/ports/channel.ts'
import { createDeskShop, type DeskShop } from '#main/testing/deskShop.ts'
import { createFakeChannel } from '#main/testing/fakeChannel.ts'

let desk: DeskShop
let id: string

beforeEach(async () => {
  desk = createDeskShop()
  id = await desk.receive()
  desk.outbox.start()
})
afterEach(() => desk.stop())

/** A reply that was sent: its delivery as the thread shows it, and what the channel calls it. */
async function sentReply() {
  const { id: messageId } = await desk.replies.reply(id, 'We open at nine.', [])
  await desk.clock.advance(11_000)
  const delivery = () => desk.stores.messages.get(messageId)?.delivery
  return { messageId, delivery, remoteId: desk.stores.outbox.ofMessage(messageId)?.remoteId ?? '' }
}

test('a receipt is kept and told once; what was seen is never only delivered again, and the first time counts', async () => {
  const { delivery, remoteId } = await sentReply()
  const at = desk.clock.now()
  desk.events.length = 0
  desk.presence.receipt('mail', { remoteId, state: 'delivered', at })
  expect(delivery()).toMatchObject({ deliveredAt: at, seenAt: null })
  await desk.clock.advance(1000)
  const seenAt = desk.clock.now()
  desk.presence.receipt('mail', { remoteId, state: 'seen', at: seenAt })
  for (const state of ['seen', 'delivered'] as const) {
    await desk.clock.advance(1000)
    desk.presence.receipt('mail', { remoteId, state, at: desk.clock.now() })
  }
  expect(delivery()).toMatchObject({ state: 'sent', deliveredAt: at, seenAt })
  expect(desk.events.map(({ type }) => type)).toEqual(['messageChanged', 'messageChanged'])
  expect(desk.afterRestart().stores.messages.all(id).at(-1)?.delivery).toMatchObject({ seenAt })
})

test('who saw it has it, and a remote clock that runs ahead does not say tomorrow', async () => {
  const { delivery, remoteId } = await sentReply()
  const now = desk.clock.now()
  desk.presence.receipt('mail', { remoteId, state: 'seen', at: new Date(now.getTime() + 86_400_000) })
  expect(delivery()).toMatchObject({ deliveredAt: now, seenAt: now })
})

test('a receipt of another channel, or for something we never sent, changes nothing', async () => {
  const { delivery, remoteId } = await sentReply()
  desk.events.length = 0
  desk.presence.receipt('other', { remoteId, state: 'seen', at: desk.clock.now() })
  desk.presence.receipt('mail', { remoteId: 'unknown', state: 'seen', at: desk.clock.now() })
  expect(delivery()).toMatchObject({ deliveredAt: null, seenAt: null })
  expect(desk.events).toEqual([])
})

test('a receipt that is quicker than the answer of the server is not lost', async () => {
  const channel = createFakeChannel()
  channel.control.onSend = async ({ outboxId, transmitting }) => {
    transmitting()
    other.presence.receipt('mail', { remoteId: `<${outboxId}>`, state: 'delivered', at: other.clock.now() })
  }
  const other = createDeskShop({ channel })
  const one = await other.receive()
  other.outbox.start()
  await other.replies.reply(one, 'We open at nine.', [])
  await other.clock.advance(11_000)
  const delivery = other.stores.messages.all(one).at(-1)?.delivery
  expect(delivery).toMatchObject({ state: 'sent', deliveredAt: other.clock.now() })
  await other.stop()
})

test('a contact who writes is shown in their newest conversation for some seconds', async () => {
  const from = { address: 'mia@customer.test', name: 'Mia' }
  await desk.clock.advance(1000)
  const newest = await desk.receive({ from, threadRefs: ['n'], ownRefs: ['n'], sentAt: desk.clock.now() })
  desk.events.length = 0
  desk.presence.contactTyping('mail', 'mia@customer.test')
  desk.presence.contactTyping('mail', 'nobody@customer.test')
  const until = new Date(desk.clock.now().getTime() + 6000)
  expect(desk.events).toEqual([{ type: 'contactTyping', conversationId: newest, until }])
})

test('a contact sees that the owner is writing, no more often than the channel needs it', async () => {
  const { typedTo } = desk.channel
  await desk.presence.ownerTyping(id)
  await desk.presence.ownerTyping(id)
  expect(typedTo).toEqual(['mia@customer.test'])
  await desk.clock.advance(4000)
  await desk.presence.ownerTyping(id)
  expect(typedTo).toHaveLength(2)
  desk.stores.channels.update('mail', { enabled: false })
  await desk.clock.advance(4000)
  await desk.presence.ownerTyping(id)
  expect(typedTo).toHaveLength(2)
})

test('a channel that cannot show it bothers nobody', async () => {
  desk.channel.adapter.typing = () => Promise.reject(new ChannelFault('unreachable', 'no network'))
  await expect(desk.presence.ownerTyping(id)).resolves.toBeUndefined()
  await expect(desk.presence.ownerTyping('nobody')).rejects.toMatchObject({ name: 'NotFound' })
})
