import { afterEach, expect, test } from 'vitest'
import { createManualClock } from '#main/testing/manualClock.ts'
import { openModelHost, reasonOf, requestOf, type ModelHost } from '#main/testing/modelHost.ts'

let host: ModelHost
afterEach(() => host.close())
const shipped = 'Your order has been shipped.'
const machine = { hasGraphics: true }

test('a card that fails while a model is loaded is left alone, and tried again when the owner wants it', async () => {
  host = openModelHost({ machine })
  const { engine, fileOf, said } = host
  expect(await engine.use('writing', fileOf('gpu-crash-'))).toMatchObject({ gpu: null })
  expect(engine.state('writing')).toMatchObject({ stage: 'ready', gpuFailed: true })
  expect(await engine.use('writing', fileOf('a'))).toMatchObject({ gpu: null })
  await engine.forgetGraphicsFailure()
  expect(await said('')).toBe(shipped)
  expect(engine.state('writing')).toMatchObject({ stage: 'ready', gpuFailed: false })
  expect(host.children.at(-1)?.posted).toContainEqual(expect.objectContaining({ type: 'load', gpu: true }))
})

test('calls that a card failed over are done again without it, and nobody is blamed; what was heard already is not said twice', async () => {
  host = openModelHost({ machine })
  const { engine, fileOf, said } = host
  await engine.use('writing', fileOf('a'))
  const heard: string[] = []
  const broken = (async () => {
    for await (const piece of engine.draft(requestOf('segfault', { key: 'm' }))) heard.push(piece)
  })()
  expect(await reasonOf(broken)).toBe('crashed')
  expect(heard).toEqual(['Your ', 'order '])
  expect(engine.state('writing').gpuFailed).toBe(true)
  expect(await said('', { key: 'm' })).toBe(shipped)
  expect(host.children.at(-1)?.posted).toContainEqual(expect.objectContaining({ type: 'load', gpu: false }))
})

test('after a quiet time the memory is given back, and the next call loads it again', async () => {
  const clock = createManualClock()
  host = openModelHost({ clock, limits: { idleMs: 600_000, beatMs: 1e9 } })
  const { engine, fileOf, said, children } = host
  await engine.use('writing', fileOf('a'))
  await clock.advance(500_000)
  expect(await said('')).toBe(shipped)
  await clock.advance(500_000)
  expect(engine.state('writing').stage).toBe('ready')
  await clock.advance(100_000)
  expect(engine.state('writing').stage).toBe('resting')
  expect(engine.current()).toMatchObject({ id: 'a' })
  expect(await said('')).toBe(shipped)
  expect(children).toHaveLength(2)
  expect(engine.state('writing').stage).toBe('ready')
})

test('one model rests while the other works, in the same process', async () => {
  const clock = createManualClock()
  host = openModelHost({ clock, limits: { idleMs: 600_000, beatMs: 1e9 } })
  const { engine, fileOf, said, children } = host
  await engine.use('searching', fileOf('b'))
  await clock.advance(400_000)
  await engine.use('writing', fileOf('a'))
  await clock.advance(300_000)
  expect(engine.state('searching').stage).toBe('resting')
  expect(await said('')).toBe(shipped)
  expect(children).toHaveLength(1)
  expect(children[0]?.posted).toContainEqual(expect.objectContaining({ type: 'unload', use: 'searching' }))
  expect(await engine.embed(['x'])).toHaveLength(1)
})
