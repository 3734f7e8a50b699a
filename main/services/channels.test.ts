import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Endpoint } from '#main/ports/gateway.ts'
import { createFakeChannel, type FakeChannel } from '#main/testing/fakeChannel.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createChannels, type Channels } from './channels.ts'
import { BadSettings, NotFound } from './errors.ts'

let shop: Shop
let channel: FakeChannel
let channels: Channels
let open: Map<string, readonly Endpoint[]>

const settings = { address: 'shop@shop.test', password: 'secret' }

function begin() {
  const { stores, publish, ingest, clock, ids } = shop
  channels = createChannels({
    adapters: [channel.adapter],
    offeredKinds: ['email'],
    stores,
    gateway: {
      allow: (ownerId, endpoints) => void open.set(ownerId, endpoints),
      fetch: () => Promise.reject(new Error('no network')),
    },
    publish,
    commit: (channelId, batch) => ingest.commit(channelId, batch),
    onReceipt() {},
    onTyping() {},
    onLive() {},
    clock,
    ids,
    log: silentLog,
    random: () => 0.5,
  })
}

beforeEach(() => {
  shop = createShop()
  open = new Map()
  channel = createFakeChannel()
  begin()
})
afterEach(async () => {
  await channels.stop()
  shop.close()
})

test('a secret never comes back, and an empty one keeps what is stored', async () => {
  const { id } = channels.create('email', 'Mail', settings)
  const changed = await channels.update(id, 'Mail', { address: 'other@shop.test', password: '' })
  expect(changed.settings).toEqual({ address: 'other@shop.test' })
  expect(shop.stores.channels.get(id)?.settings).toEqual({ address: 'other@shop.test', password: 'secret' })
  expect(JSON.stringify(shop.events)).not.toContain('secret')
})

/** A connection that takes its time to end. */
function slowToEnd() {
  let end = () => {}
  let running = 0
  let most = 0
  channel = createFakeChannel({
    async run({ alive }, signal) {
      running += 1
      most = Math.max(most, running)
      alive('live')
      await new Promise<void>(resolve => signal.addEventListener('abort', () => resolve()))
      await new Promise<void>(resolve => (end = resolve))
      running -= 1
    },
  })
  begin()
  return { end: () => end(), running: () => running, most: () => most }
}

test('two changes at the same moment leave one connection that may go out', async () => {
  const line = slowToEnd()
  const { id } = channels.create('email', 'Mail', settings)
  await shop.clock.settle()
  const changes = Promise.all([channels.update(id, 'One', settings), channels.update(id, 'Two', settings)])
  for (let step = 0; step < 3; step += 1) {
    await shop.clock.settle()
    line.end()
  }
  await changes
  expect(line.running()).toBe(1)
  expect(line.most()).toBe(1)
  expect(open.get(id)).toHaveLength(1)
  const stopped = channels.stop()
  await shop.clock.settle()
  line.end()
  await stopped
})

test('a channel that is removed while it is being changed stays closed', async () => {
  const line = slowToEnd()
  const { id } = channels.create('email', 'Mail', settings)
  await shop.clock.settle()
  const changed = channels.update(id, 'One', settings).catch((error: unknown) => error)
  const removed = channels.remove(id)
  for (let step = 0; step < 3; step += 1) {
    await shop.clock.settle()
    line.end()
  }
  await removed
  expect(await changed).toBeInstanceOf(NotFound)
  expect(line.running()).toBe(0)
  expect(open.get(id)).toEqual([])
  expect(shop.stores.channels.get(id)?.settings).toEqual({})
})

test('an account that is connected already is refused, and one that was removed may come back', async () => {
  const { id } = channels.create('email', 'Mail', settings)
  expect(() => channels.create('email', 'Mail again', settings)).toThrow('ALREADY_CONNECTED')
  const other = channels.create('email', 'Other', { ...settings, address: 'other@shop.test' })
  await expect(channels.update(other.id, 'Other', settings)).rejects.toThrow('ALREADY_CONNECTED')
  await channels.remove(id)
  expect(channels.create('email', 'Mail', settings).name).toBe('Mail')
})

test('a stored password is not sent to another server than the one it was given for', async () => {
  const { id } = channels.create('email', 'Mail', settings)
  const moved = { address: 'shop@shop.test', password: '', host: 'evil.test' }
  await expect(channels.update(id, 'Mail', moved)).rejects.toThrow(BadSettings)
  await expect(channels.check('email', moved, id)).rejects.toThrow(BadSettings)
  expect((await channels.update(id, 'Mail', { ...moved, password: 'new' })).settings.host).toBe('evil.test')
})
