import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Health } from '#contract/channel.ts'
import { ChannelFault } from '#main/ports/channel.ts'
import { StorageError } from '#main/ports/storageError.ts'
import { createFakeChannel, type FakeChannel } from '#main/testing/fakeChannel.ts'
import { createManualClock, type ManualClock } from '#main/testing/manualClock.ts'
import { silentLog } from '#main/testing/shop.ts'
import { supervise, type Supervisor } from './supervisor.ts'

let clock: ManualClock
let channel: FakeChannel
let supervisor: Supervisor
let reports: Health[]
let tell: (health: Health) => void

function begin() {
  supervisor = supervise({
    adapter: channel.adapter,
    context: () => ({
      channelId: 'mail',
      settings: {},
      fetch: () => Promise.reject(new Error('no network')),
      clock,
      log: silentLog,
      cursor: null,
      commit: async () => ({ fresh: 0, duplicate: 0 }),
      receipt() {},
      typing() {},
    }),
    onHealth: health => tell(health),
    clock,
    log: silentLog,
    random: () => 0.5,
  })
}

beforeEach(async () => {
  clock = createManualClock()
  channel = createFakeChannel()
  reports = []
  tell = health => void reports.push(health)
  begin()
  await clock.settle()
})
afterEach(() => supervisor.stop())

test('a connection that works is live', () => {
  expect(supervisor.health()).toMatchObject({ state: 'live', fault: null })
})

test('a lost server is dialled again, and says when', async () => {
  channel.control.fail(new ChannelFault('unreachable', 'refused'))
  await clock.settle()
  expect(supervisor.health()).toMatchObject({ state: 'waiting-retry', fault: { code: 'unreachable' } })
  expect(supervisor.health().nextTryAt?.getTime()).toBeGreaterThan(clock.now().getTime())
  await clock.advance(5 * 60_000)
  expect(channel.control.runs).toBe(2)
  expect(supervisor.health()).toMatchObject({ state: 'live', fault: null })
})

test('a wrong password is not tried again until the owner says so', async () => {
  channel.control.fail(new ChannelFault('wrong-credentials', 'login failed'))
  await clock.settle()
  await clock.advance(60 * 60_000)
  expect(channel.control.runs).toBe(1)
  expect(supervisor.health().state).toBe('needs-owner')
  supervisor.retryNow()
  await clock.settle()
  expect(channel.control.runs).toBe(2)
})

test('silence longer than the channel allows is a dead connection', async () => {
  for (let step = 0; step < 8; step += 1) await clock.advance(channel.adapter.watchdogMs / 4)
  await clock.advance(5 * 60_000)
  expect(reports.some(({ fault }) => fault?.code === 'unreachable')).toBe(true)
  expect(channel.control.runs).toBeGreaterThan(1)
})

test('signs of life keep a quiet connection open', async () => {
  for (let step = 0; step < 20; step += 1) {
    channel.control.context?.alive('live')
    await clock.advance(channel.adapter.watchdogMs / 4)
  }
  expect(channel.control.runs).toBe(1)
})

test('a full disk is told as such and tried again', async () => {
  channel.control.fail(new StorageError('disk-full', 'full'))
  await clock.settle()
  expect(supervisor.health()).toMatchObject({ state: 'waiting-retry', fault: { code: 'disk-full' } })
  for (let failures = 0; failures < 12; failures += 1) {
    await clock.advance(15_000)
    channel.control.fail(new StorageError('disk-full', 'full'))
    await clock.settle()
  }
  await clock.advance(15_000)
  expect(supervisor.health().state).toBe('live')
})

test('a channel whose health cannot be told is connected all the same', async () => {
  await supervisor.stop()
  tell = () => {
    throw new Error('the screen is gone')
  }
  begin()
  await clock.settle()
  expect(channel.control.runs).toBe(2)
  expect(supervisor.health().state).toBe('live')
})
