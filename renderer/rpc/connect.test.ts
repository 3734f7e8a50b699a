import { beforeEach, expect, test } from 'vitest'
import { backOffMs } from './backOff.ts'
import { keepConnected } from './connect.ts'
import { useConnection } from './connectionStore.ts'
import { SessionRefusedError } from './errors.ts'
import type { Wire } from './wire.ts'

beforeEach(() => useConnection.setState({ state: 'connecting', connections: 0, epoch: 0 }))

const tick = () => new Promise(resolve => setTimeout(resolve, 0))

function fakeWire(name: string) {
  let close = () => {}
  const wire: Wire = {
    link: { call: (path: readonly string[]) => Promise.resolve(`${name}:${path.join('.')}`) },
    closed: new Promise(resolve => {
      close = resolve
    }),
  }
  return { wire, close: () => close() }
}

test('waits longer after every failure, from half a second up to ten', () => {
  expect([1, 2, 3, 4, 5, 6, 50].map(backOffMs)).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000])
})

test('a call made before the connection stands is answered once it does', async () => {
  const { wire } = fakeWire('first')
  let stand = (_wire: Wire) => {}
  const rpc = keepConnected({
    open: () => new Promise(resolve => (stand = resolve)),
    onRefused: () => {},
    sleep: () => new Promise(() => {}),
  })
  const called = rpc.settings.get()
  stand(wire)
  expect(await called).toBe('first:settings.get')
  expect(useConnection.getState()).toEqual({ state: 'online', connections: 1, epoch: 0 })
})

test('after the connection broke the same client speaks over the next one', async () => {
  const wires = [fakeWire('first'), fakeWire('second')]
  const [first] = wires
  let wake = () => {}
  const rpc = keepConnected({
    open: () => Promise.resolve((wires.shift() ?? fakeWire('more')).wire),
    onRefused: () => {},
    sleep: ms => (ms === 500 ? new Promise(resolve => (wake = resolve)) : new Promise(() => {})),
  })
  await rpc.settings.get()
  first?.close()
  await tick()
  expect(useConnection.getState()).toEqual({ state: 'reconnecting', connections: 1, epoch: 0 })
  const called = rpc.settings.get()
  wake()
  expect(await called).toBe('second:settings.get')
  expect(useConnection.getState()).toEqual({ state: 'online', connections: 2, epoch: 0 })
})

test('a call fails plainly when the connection stays away', async () => {
  const rpc = keepConnected({ open: () => new Promise(() => {}), onRefused: () => {}, sleep: () => Promise.resolve() })
  await expect(rpc.settings.get()).rejects.toThrow('no connection')
})

test('a refused session is forgotten and not tried again', async () => {
  let tries = 0
  let forgotten = 0
  keepConnected({
    open: () => {
      tries += 1
      return Promise.reject(new SessionRefusedError('used'))
    },
    onRefused: () => (forgotten += 1),
    sleep: () => Promise.resolve(),
  })
  await tick()
  expect([tries, forgotten, useConnection.getState().state]).toEqual([1, 1, 'refused'])
})
