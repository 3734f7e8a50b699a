import { expect, test } from 'vitest'
import type { InstalledModel, ModelTransfer } from '#contract/model.ts'
import { ConnectionLostError } from '#renderer/rpc/errors.ts'
import { refusal } from '#renderer/rpc/refusal.ts'
import { PIECE_BYTES, sendFile } from './sendFile.ts'
import type { FileStep, SendFile } from './sendFile.ts'

const transfer: ModelTransfer = {
  id: 't1',
  kind: 'file',
  catalogueId: null,
  name: 'own.gguf',
  receivedBytes: 0,
  totalBytes: 0,
  bytesPerSecond: null,
  state: 'running',
  problem: null,
}

const model: InstalledModel = {
  id: 'm1',
  catalogueId: null,
  name: 'own',
  use: 'writing',
  bytes: 10,
  sha256: 'a',
  architecture: 'llama',
  parameters: null,
  quantization: null,
  contextTokens: null,
  installedAt: new Date(0),
  inUse: false,
  measured: null,
  problem: null,
}

/** A file of this many bytes and a main process that takes it, unless `answer` says otherwise. */
function setUp(bytes: number, answer: (call: number, offset: number) => number | Error | null = () => null) {
  const offsets: number[] = []
  const steps: FileStep[] = []
  const cancelled: string[] = []
  const controller = new AbortController()
  const job: SendFile = {
    model: {
      beginFile: () => Promise.resolve(transfer),
      addPiece({ offset }) {
        offsets.push(offset)
        const said = answer(offsets.length, offset)
        if (said instanceof Error) return Promise.reject(said)
        return Promise.resolve({ receivedBytes: said ?? Math.min(bytes, offset + PIECE_BYTES) })
      },
      finishFile: () => Promise.resolve(model),
      cancel({ id }) {
        cancelled.push(id)
        return Promise.resolve()
      },
    },
    file: { name: 'own.gguf', size: bytes, slice: (from, to) => new Blob([`${from}-${to}`]) },
    signal: controller.signal,
    onStep: step => steps.push(step),
    encode: () => Promise.resolve('AAAA'),
    pause: () => Promise.resolve(),
  }
  return { job, offsets, steps, cancelled, controller }
}

test('a file goes over in order and whole, and then it is checked', async () => {
  const { job, offsets, steps } = setUp(2 * PIECE_BYTES + 1)
  await sendFile(job)
  expect(offsets).toEqual([0, PIECE_BYTES, 2 * PIECE_BYTES])
  expect(steps.slice(-2)).toEqual([
    { at: 'checking', id: 't1', name: 'own.gguf' },
    { at: 'installed', model },
  ])
})

test('a lost connection is waited for, and nothing is sent twice that arrived before it was lost', async () => {
  const { job, offsets, steps } = setUp(3 * PIECE_BYTES, call => {
    if (call === 2) return new ConnectionLostError()
    return call === 3 ? refusal('OUT_OF_ORDER', { receivedBytes: 2 * PIECE_BYTES }) : null
  })
  await sendFile(job)
  expect(offsets).toEqual([0, PIECE_BYTES, PIECE_BYTES, 2 * PIECE_BYTES])
  expect(steps.at(-1)).toEqual({ at: 'installed', model })
})

test('a connection that stays lost is given up and said', async () => {
  const { job, offsets, steps } = setUp(PIECE_BYTES, () => new ConnectionLostError())
  await sendFile(job)
  expect(offsets.length).toBeLessThan(30)
  expect(steps.at(-1)).toEqual({ at: 'failed', name: 'own.gguf', trouble: 'lost', neededBytes: null })
})

test('cancelled in the middle, nothing is kept and nothing more is sent', async () => {
  const { job, offsets, steps, cancelled, controller } = setUp(5 * PIECE_BYTES, call => {
    if (call === 2) controller.abort()
    return null
  })
  await sendFile(job)
  expect(offsets).toHaveLength(2)
  expect(cancelled).toEqual(['t1'])
  expect(steps.at(-1)).toEqual({ at: 'cancelled', name: 'own.gguf' })
})

test('a file that cannot be used says why and what it lacks', async () => {
  const { job, steps } = setUp(PIECE_BYTES, () => refusal('UNUSABLE', { problem: 'disk-full', neededBytes: 7 }))
  await sendFile(job)
  expect(steps.at(-1)).toEqual({ at: 'failed', name: 'own.gguf', trouble: 'disk-full', neededBytes: 7 })
})

test('an empty file and one that was moved away are refused without a model of them', async () => {
  const empty = setUp(0)
  await sendFile(empty.job)
  expect(empty.steps).toEqual([{ at: 'failed', name: 'own.gguf', trouble: 'empty', neededBytes: null }])
  const moved = setUp(PIECE_BYTES)
  await sendFile({ ...moved.job, encode: () => Promise.reject(new Error('NotReadableError')) })
  expect(moved.steps.at(-1)).toMatchObject({ at: 'failed', trouble: 'unreadable' })
  expect(moved.cancelled).toEqual(['t1'])
})
