import { expect, test } from 'vitest'
import type { ModelRecord, TransferRecord } from '#main/ports/modelStore.ts'
import { at, openTestStores } from '#main/testing/storage.ts'

const model: ModelRecord = {
  id: 'a',
  catalogueId: null,
  name: 'A',
  use: 'writing',
  bytes: 5_000_000_000,
  sha256: 'f'.repeat(64),
  modifiedMs: 1_700_000_000_000.25,
  architecture: 'llama',
  parameters: 7.6,
  quantization: null,
  contextTokens: 8192,
  shape: { layers: 2, keyWidth: 64, vocabulary: 400, width: 128 },
  installedAt: at(0),
  measured: null,
  problem: null,
}
const transfer: TransferRecord = {
  id: 't',
  kind: 'download',
  catalogueId: 'tiny',
  name: 'Tiny',
  totalBytes: 5_000_000_000,
  state: 'running',
  problem: null,
  etag: null,
}

test('a model is kept as it was put, and changes with what is measured', () => {
  const { models } = openTestStores().stores
  models.put(model)
  expect(models.get('a')).toEqual(model)
  const measured = { ...model, measured: { answerSeconds: 8, replyTokensPerSecond: 12.5 }, problem: 'crashed' as const }
  models.put(measured)
  models.put({ ...model, id: 'b' })
  expect(models.list()).toEqual([measured, { ...model, id: 'b' }])
  expect(models.get('c')).toBeNull()
})

test('one model is in use for each use, and none when it is removed', () => {
  const { models } = openTestStores().stores
  models.put(model)
  models.put({ ...model, id: 'b' })
  models.setInUse('writing', 'a')
  models.setInUse('writing', 'b')
  models.setInUse('searching', 'a')
  expect([models.inUse('writing'), models.inUse('searching')]).toEqual(['b', 'a'])
  models.setInUse('writing', null)
  models.remove('a')
  expect([models.inUse('writing'), models.inUse('searching')]).toEqual([null, null])
})

test('what is on its way is kept until it is removed', () => {
  const { models } = openTestStores().stores
  models.putTransfer(transfer)
  models.putTransfer({ ...transfer, state: 'failed', problem: 'offline', etag: '"x"' })
  expect(models.transfers()).toEqual([{ ...transfer, state: 'failed', problem: 'offline', etag: '"x"' }])
  expect(models.transfer('t')?.etag).toBe('"x"')
  models.removeTransfer('t')
  expect(models.transfer('t')).toBeNull()
})

test('what was learned of the computer is still known after a restart', () => {
  const { stores, folder, db } = openTestStores()
  expect([stores.models.graphicsFailed(), stores.models.memorySpeed()]).toEqual([false, null])
  stores.models.setGraphicsFailed(true)
  stores.models.setMemorySpeed(12.5e9)
  db.close()
  const again = openTestStores({ folder }).stores.models
  expect([again.graphicsFailed(), again.memorySpeed()]).toEqual([true, 12.5e9])
})
