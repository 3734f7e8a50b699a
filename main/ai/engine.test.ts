import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { EngineStage, GraphicsMemory, ModelEngine, ModelFile, ModelRequest } from '#main/ports/languageModel.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import { systemClock } from '#main/system/clock.ts'
import { startNodeWorker } from '#main/system/nodeWorker.ts'
import { silentLog } from '#main/testing/shop.ts'
import { createModelEngine } from './engine.ts'
import type { HostLimits } from './host/limits.ts'
import type { HostMachine } from './host/machine.ts'

// The process is real, and a stand-in for the one with the models: what it does to itself is written in the prefix.

const workerFile = fileURLToPath(new URL('../testing/fakeModelProcess.mjs', import.meta.url))
const short: Partial<HostLimits> = { beatMs: 100, cancelMs: 300, startMs: 5000, firstRestartMs: 10, stateMs: 0 }
const machine: HostMachine = { cores: 2, totalBytes: 8e9, freeBytes: () => 6e9, load: () => 0, hasGraphics: false }

let folder: string
let engine: ModelEngine
let children: { worker: WorkerProcess; posted: unknown[] }[]
let stages: EngineStage[]
let graphics: GraphicsMemory
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engine-'))
  children = []
  stages = []
  let hasFailed = false
  graphics = { hasFailed: () => hasFailed, setFailed: failed => void (hasFailed = failed) }
})
afterEach(async () => {
  await engine.close()
  rmSync(folder, { recursive: true })
})

function open(limits: Partial<HostLimits> = {}, about: Partial<HostMachine> = {}) {
  engine = createModelEngine({
    startWorker(file, kind) {
      const worker = startNodeWorker(file, kind)
      const posted: unknown[] = []
      children.push({ worker, posted })
      return { ...worker, post: message => (posted.push(message), worker.post(message)) }
    },
    workerFile,
    graphics,
    machine: { ...machine, ...about },
    clock: systemClock,
    log: silentLog,
    limits: { ...short, ...limits },
  })
  engine.onState((use, { stage }) => void (use === 'writing' && stages.push(stage)))
}

function fileOf(name: string): ModelFile {
  const file = join(folder, name)
  writeFileSync(file, 'weights')
  return { id: name, name, file, sha256: 'ab'.repeat(32) }
}

const request = (prefix: string, more: Partial<ModelRequest> = {}): ModelRequest => ({
  prefix,
  parts: [],
  maxTokens: 50,
  urgency: 'contact',
  ...more,
})

async function said(prefix: string, more: Partial<ModelRequest> = {}): Promise<string> {
  let text = ''
  for await (const piece of engine.draft(request(prefix, more))) text += piece
  return text
}

const reasonOf = (call: Promise<unknown>) =>
  call.then(
    () => 'nothing failed',
    (error: unknown) => (error instanceof Error && 'reason' in error ? error.reason : error),
  )

test('nothing runs before a model is in use, and nothing after it is in use no more', async () => {
  open()
  expect(engine.current()).toBeNull()
  expect(await reasonOf(said(''))).toBe('none')
  expect(children).toHaveLength(0)
  await engine.use('writing', fileOf('a'))
  expect(engine.current()).toMatchObject({ id: 'a', contextTokens: 8192 })
  expect(await said('')).toBe('Your order has been shipped.')
  expect(await engine.use('writing', null)).toBeNull()
  expect(engine.current()).toBeNull()
  expect(stages).toEqual(['loading', 'ready', 'off'])
})

test('each kind of call gets its answer, and one of another kind is not taken for it', async () => {
  open()
  await engine.use('writing', fileOf('a'))
  await engine.use('searching', fileOf('b'))
  expect(children).toHaveLength(1)
  const schema = z.object({ said: z.string() })
  expect(await engine.complete({ ...request('schema'), schema })).toMatchObject({
    said: expect.stringContaining('"required":["said"]'),
  })
  expect(await reasonOf(engine.complete({ ...request('{"said":1}'), schema }))).toBe('garbage')
  expect(await reasonOf(engine.complete({ ...request('{"said"'), schema }))).toBe('garbage')
  expect(await engine.embed(['x', 'y'])).toEqual([new Float32Array([0.6, 0.8]), new Float32Array([0.6, 0.8])])
  expect(await engine.rank('x', ['y', 'z'])).toEqual([1, 0.5])
  expect(await engine.measure()).toEqual({ promptTokensPerSecond: 100, replyTokensPerSecond: 20, loadMs: 5 })
})

describe('a death costs the calls in flight, and it comes back with the same models', () => {
  test.each(['segfault', 'abort', 'exit', 'hang', 'memory', 'garbage', 'nonsense', 'flood'])('%s', async fault => {
    open(fault === 'memory' ? { memoryCap: 400e6 } : {})
    await engine.use('writing', fileOf('a'))
    await engine.prepare('the shop')
    const before = Date.now()
    expect(await reasonOf(said(fault))).toBe('crashed')
    expect(engine.state('writing').stage).toBe('restarting')
    expect(engine.current()).not.toBeNull()
    expect(await said('')).toBe('Your order has been shipped.')
    expect(Date.now() - before).toBeLessThan(10_000)
    expect(stages).toEqual(['loading', 'ready', 'restarting', 'ready'])
    expect(children[1]?.posted).toContainEqual(expect.objectContaining({ type: 'prepare', prefix: 'the shop' }))
  })
})
