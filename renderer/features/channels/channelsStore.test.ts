import { beforeEach, expect, test } from 'vitest'
import { alwaysScheduled } from '#contract/channel.ts'
import type { Channel } from '#contract/channel.ts'
import {
  applyChannel,
  autoWasExplained,
  channelsFailed,
  channelsLoading,
  emptyChannels,
  inOrder,
  mustExplainAuto,
  removeChannel,
  setChannels,
  someoneWaits,
  useChannels,
} from './channelsStore.ts'

function channel(id: string, createdAt: number, nextTryAt: Date | null = null): Channel {
  const health = { state: 'live', since: new Date(0), lastProofAt: null, nextTryAt, attempts: 0, fault: null } as const
  const settings = { mode: 'draft', enabled: true, settings: {}, account: '' } as const
  return { id, kind: 'email', name: id, schedule: alwaysScheduled, ...settings, health, createdAt: new Date(createdAt) }
}

beforeEach(() => useChannels.setState(emptyChannels, true))

test('a channel keeps its place when it changes', () => {
  setChannels([channel('b', 2), channel('a', 1)], [])
  applyChannel({ ...channel('a', 1), name: 'renamed' })
  expect(inOrder(useChannels.getState().channels).map(({ name }) => name)).toEqual(['renamed', 'b'])
})

test('a removed channel is gone, an unknown one changes nothing', () => {
  setChannels([channel('a', 1)], [])
  removeChannel('other')
  expect(useChannels.getState().channels.size).toBe(1)
  removeChannel('a')
  expect(useChannels.getState().channels.size).toBe(0)
})

test('a failed reading does not take away what is on screen', () => {
  setChannels([channel('a', 1)], [])
  channelsLoading()
  channelsFailed()
  expect(useChannels.getState().status).toBe('ready')
})

test('the clock ticks only while some channel waits for its next try', () => {
  setChannels([channel('a', 1)], [])
  expect(someoneWaits(useChannels.getState())).toBe(false)
  applyChannel(channel('b', 2, new Date()))
  expect(someoneWaits(useChannels.getState())).toBe(true)
})

test('automatic answers are explained once for each channel', () => {
  autoWasExplained('a')
  expect(mustExplainAuto(useChannels.getState(), 'a')).toBe(false)
  expect(mustExplainAuto(useChannels.getState(), 'b')).toBe(true)
})
