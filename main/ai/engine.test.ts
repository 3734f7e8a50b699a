import { afterEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import {
  childPids,
  openModelHost,
  reasonOf,
  requestOf,
  type ModelHost,
  type ModelHostOptions,
} from '#main/testing/modelHost.ts'

let host: ModelHost
afterEach(() => host.close())
const shipped = 'Your order has been shipped.'

async function open(options?: ModelHostOptions) {
  host = openModelHost(options)
  await host.engine.use('writing', host.fileOf('a'))
  return host
}

test('nothing runs before a model is in use, and nothing after it is in use no more', async () => {
  host = openModelHost()
  const { engine, children, said, stages, fileOf } = host
  expect(engine.current()).toBeNull()
  expect(await reasonOf(said(''))).toBe('none')
  expect(children).toHaveLength(0)
  await engine.use('writing', fileOf('a'))
  expect(engine.current()).toMatchObject({ id: 'a', contextTokens: 8192 })
  expect(await said('')).toBe(shipped)
  expect(await engine.use('writing', null)).toBeNull()
  expect(engine.current()).toBeNull()
  expect(stages).toEqual(['loading', 'ready', 'off'])
})

test('each kind of call gets its answer, and one of another shape is not taken for it', async () => {
  const { engine, children, fileOf } = await open()
  await engine.use('searching', fileOf('b'))
  expect(children).toHaveLength(1)
  const schema = z.object({ said: z.string() })
  expect(await engine.complete({ ...requestOf('schema'), schema })).toMatchObject({
    said: expect.stringContaining('"required":["said"]'),
  })
  expect(await reasonOf(engine.complete({ ...requestOf('{"said":1}'), schema }))).toBe('garbage')
  expect(await reasonOf(engine.complete({ ...requestOf('{"said"'), schema }))).toBe('garbage')
  expect(await engine.embed(['x', 'y'])).toEqual([new Float32Array([0.6, 0.8]), new Float32Array([0.6, 0.8])])
  expect(await engine.rank('x', ['y', 'z'])).toEqual([1, 0.5])
  expect(await engine.measure()).toEqual({ promptTokensPerSecond: 100, replyTokensPerSecond: 20, loadMs: 5 })
  expect(children).toHaveLength(1)
})

describe('a death costs the calls in flight, and it comes back with the same models', () => {
  test.each(['segfault', 'abort', 'exit', 'hang', 'memory', 'garbage', 'nonsense', 'flood'])('%s', async fault => {
    const limits = fault === 'memory' ? { memoryCap: 400e6 } : {}
    const { engine, said, stages, children } = await open({ limits })
    await engine.prepare('the shop')
    const before = Date.now()
    expect(await reasonOf(said(fault))).toBe('crashed')
    expect(engine.state('writing').stage).toBe('restarting')
    expect(engine.current()).not.toBeNull()
    expect(await said('')).toBe(shipped)
    expect(Date.now() - before).toBeLessThan(10_000)
    expect(stages).toEqual(['loading', 'ready', 'restarting', 'ready'])
    expect(children[1]?.posted).toContainEqual(expect.objectContaining({ type: 'prepare', prefix: 'the shop' }))
  })
})

describe('calls', () => {
  test('cancelling ends the caller at once and the work soon', async () => {
    const { engine, said, children } = await open()
    const stop = new AbortController()
    const cancelled = reasonOf(said('endless', { signal: stop.signal }))
    await expect.poll(() => children[0]?.posted.length).toBeGreaterThan(1)
    stop.abort(new Error('stopped'))
    expect(await cancelled).toEqual(new Error('stopped'))
    expect(await reasonOf(said('', { signal: stop.signal }))).toEqual(new Error('stopped'))
    expect(await said('')).toBe(shipped)
    expect(children).toHaveLength(1)
    expect(engine.state('writing').stage).toBe('ready')
  })

  test('a reader who leaves cancels, too', async () => {
    const { engine, children } = await open()
    for await (const piece of engine.draft(requestOf('endless'))) {
      expect(piece).toBe('Your ')
      break
    }
    expect(children[0]?.posted.at(-1)).toMatchObject({ type: 'cancel' })
  })

  test('a process that goes on after a cancelling hangs', async () => {
    const { said, children, stages } = await open()
    expect(await reasonOf(said('deaf', { signal: AbortSignal.timeout(50) }))).toMatchObject({ name: 'TimeoutError' })
    expect(await said('')).toBe(shipped)
    await expect.poll(() => stages.slice(2)).toEqual(['restarting', 'ready'])
    expect(children).toHaveLength(2)
  })

  test('what takes longer than it may is broken off', async () => {
    const { said, children } = await open()
    expect(await reasonOf(said('endless', { limitMs: 60 }))).toBe('time')
    expect(await said('')).toBe(shipped)
    expect(children).toHaveLength(1)
  })

  test('beyond a number of calls the rest is sent away, and those that wait come by urgency', async () => {
    const { said, children } = await open({ limits: { mostCalls: 4, mostInFlight: 1 } })
    const endless = new AbortController()
    const first = reasonOf(said('endless', { signal: endless.signal }))
    const done: string[] = []
    const waiting = (['background', 'contact', 'owner'] as const).map(async urgency => {
      await said('', { urgency })
      done.push(urgency)
    })
    expect(await reasonOf(said(''))).toBe('busy')
    endless.abort(new Error('stopped'))
    await Promise.all([first, ...waiting])
    expect(done).toEqual(['owner', 'contact', 'background'])
    expect(children).toHaveLength(1)
  })
})

test('it computes with fewer threads once other programs want the cores', async () => {
  let load = 0
  const { children } = await open({ machine: { cores: 8, load: () => load }, limits: { beatMs: 20 } })
  const posted = () => children[0]?.posted
  expect(posted()).toContainEqual(expect.objectContaining({ type: 'load', threads: 7 }))
  load = 6
  await expect.poll(posted).toContainEqual(expect.objectContaining({ type: 'beat', threads: 2 }))
})

test('searching does not wait for writing', async () => {
  const { engine, said, fileOf } = await open({ limits: { mostInFlight: 1 } })
  await engine.use('searching', fileOf('b'))
  const stop = new AbortController()
  const writing = [1, 2].map(() => reasonOf(said('endless', { signal: stop.signal })))
  expect(await engine.embed(['x'])).toHaveLength(1)
  stop.abort(new Error('stopped'))
  expect(await Promise.all(writing)).toEqual([new Error('stopped'), new Error('stopped')])
})

describe('a message that kills it', () => {
  test('is refused after three deaths over it alone; those beside it are not', async () => {
    const { said } = await open({ limits: { mostDeaths: 10 } })
    const beside = reasonOf(said('endless', { key: 'bystander' }))
    expect(await reasonOf(said('segfault', { key: 'poison' }))).toBe('crashed')
    expect(await beside).toBe('crashed')
    for (let time = 0; time < 3; time += 1) {
      const poison = reasonOf(said('segfault', { key: 'poison' }))
      const bystander = said('', { key: 'bystander' })
      expect(await poison).toBe('crashed')
      expect(await bystander).toBe(shipped)
    }
    expect(await reasonOf(said('segfault', { key: 'poison' }))).toBe('refused')
    expect(await said('', { key: 'bystander' })).toBe(shipped)
  })
})

describe('a process that does not stop dying', () => {
  test('goes on with less after five deaths, and not at all after one more, until the owner chooses again', async () => {
    const { engine, said, children, fileOf } = await open()
    for (let time = 0; time < 5; time += 1) expect(await reasonOf(said('exit'))).toBe('crashed')
    expect(await said('')).toBe(shipped)
    const smaller = expect.objectContaining({ type: 'load', gpu: false, contextTokens: 2048, sequences: 1 })
    expect(children[4]?.posted).not.toContainEqual(smaller)
    expect(children[5]?.posted).toContainEqual(smaller)
    expect(engine.current()).toMatchObject({ contextTokens: 2048 })

    expect(await reasonOf(said('exit'))).toBe('crashed')
    expect(engine.state('writing')).toMatchObject({ stage: 'failed', problem: 'crashed' })
    expect(engine.current()).toBeNull()
    expect(await reasonOf(said(''))).toBe('none')
    expect(children).toHaveLength(6)

    await engine.use('writing', fileOf('b'))
    expect(await said('')).toBe(shipped)
    expect(engine.current()).toMatchObject({ id: 'b', contextTokens: 8192 })
  })

  test('four messages it always dies over are refused, and the others still have their model', async () => {
    const { engine, said } = await open()
    for (const key of ['a', 'b', 'c', 'd']) {
      for (let time = 0; time < 3; time += 1) expect(await reasonOf(said('exit', { key }))).toBe('crashed')
      expect(await reasonOf(said('exit', { key }))).toBe('refused')
    }
    expect(await said('', { key: 'e' })).toBe(shipped)
    expect(engine.current()).toMatchObject({ contextTokens: 8192 })
  })

  test('calls that come in while it starts again wait for it', async () => {
    const { said } = await open({ limits: { firstRestartMs: 300 } })
    await reasonOf(said('exit'))
    await reasonOf(said('exit'))
    expect(await Promise.all([said(''), said('')])).toEqual([shipped, shipped])
    await reasonOf(said('exit'))
    expect(await reasonOf(said('', { limitMs: 50 }))).toBe('time')
  })
})

test('closing ends whoever waits, and leaves nothing running', async () => {
  const { engine, said, fileOf, children } = await open({ limits: { loadMs: 60_000 } })
  const writing = reasonOf(said('endless'))
  const loading = engine.use('searching', fileOf('slow-'))
  await expect.poll(() => children[0]?.posted.length).toBeGreaterThan(2)
  await engine.close()
  expect(await writing).toBe('none')
  expect(await loading).toBeNull()
  expect(await reasonOf(said(''))).toBe('none')
  expect(await engine.use('writing', fileOf('a'))).toBeNull()
  if (process.platform === 'linux') await expect.poll(childPids).toEqual([])
})

describe('a file', () => {
  test.each([
    ['damaged-', 'damaged'],
    ['crash-', 'crashed'],
    ['slow-', 'too-slow'],
  ])('%s… is refused, none is in use, and the next one works', async (name, problem) => {
    host = openModelHost({ limits: { loadMs: 300 } })
    const { engine, said, fileOf } = host
    expect(await reasonOf(engine.use('writing', fileOf(name)))).toBe(problem)
    expect(engine.state('writing')).toMatchObject({ modelId: name, stage: 'failed', problem })
    expect(engine.current()).toBeNull()
    await engine.use('writing', fileOf('a'))
    expect(await said('')).toBe(shipped)
  })

  test('that is not there, or larger than the memory, is not even tried', async () => {
    host = openModelHost({ machine: { totalBytes: 6 } })
    const { engine, children, fileOf } = host
    expect(await reasonOf(engine.use('writing', { ...fileOf('a'), file: '/no/such/file' }))).toBe('missing')
    expect(await reasonOf(engine.use('writing', fileOf('a')))).toBe('too-little-memory')
    expect(children).toHaveLength(0)
  })

  test('for which the memory is tight is given less to keep in mind', async () => {
    const { engine, said, fileOf, children } = await open()
    expect(await engine.use('writing', fileOf('tight-'))).toMatchObject({ contextTokens: 4096 })
    expect(await said('')).toBe(shipped)
    expect(children).toHaveLength(1)
  })

  test('that takes the place of another is used from then on, and the one for searching stays', async () => {
    const { engine, children, fileOf, said } = await open()
    await engine.use('searching', fileOf('b'))
    await engine.use('writing', fileOf('c'))
    expect(engine.current()).toMatchObject({ id: 'c' })
    expect(await said('')).toBe(shipped)
    expect(await engine.embed(['x'])).toHaveLength(1)
    expect(children).toHaveLength(1)
    expect(children[0]?.posted).toContainEqual(expect.objectContaining({ type: 'unload', use: 'writing' }))
  })
})
