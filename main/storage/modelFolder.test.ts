import { createHash } from 'node:crypto'
import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { mountSmallDisk } from '#main/testing/smallDisk.ts'
import { testFolder } from '#main/testing/storage.ts'
import { createModelFolder } from './modelFolder.ts'

const signal = new AbortController().signal
const sha256Of = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
/** Longer than what is read at once. */
const bytes = Buffer.alloc(2_500_000, 'model ')

function open() {
  const folder = testFolder()
  return { folder, models: createModelFolder({ folder }) }
}

test('what comes in pieces, with a break in between, has the checksum of the whole', async () => {
  const { models } = open()
  const first = await models.open('a', signal)
  await first.append(bytes.subarray(0, 1_200_000))
  await first.close()
  const second = await models.open('a', signal)
  expect(second.bytes()).toBe(1_200_000)
  await second.append(bytes.subarray(1_200_000))
  expect(second.sha256()).toBe(sha256Of(bytes))
  await second.close()
  await models.finish('a')
  expect(await models.sha256('a', signal)).toBe(sha256Of(bytes))
  expect(await models.facts('a')).toMatchObject({ bytes: bytes.length })
})

test('nothing has the name of a whole file before it is finished, and then nothing is unfinished', async () => {
  const { folder, models } = open()
  const file = await models.open('a', signal)
  await file.append(bytes)
  expect([readdirSync(folder), await models.facts('a'), models.unfinishedBytes('a')]).toEqual([
    ['a.part'],
    null,
    bytes.length,
  ])
  await file.close()
  await models.finish('a')
  expect([readdirSync(folder), models.unfinishedBytes('a')]).toEqual([['a.gguf'], 0])
})

test('emptied, it begins anew', async () => {
  const { models } = open()
  const file = await models.open('a', signal)
  await file.append(Buffer.from('wrong'))
  await file.empty()
  await file.append(Buffer.from('right'))
  expect([file.bytes(), file.sha256()]).toEqual([5, sha256Of(Buffer.from('right'))])
  await file.close()
})

test('a whole file that nobody noted is unfinished again; without one nothing happens', async () => {
  const { folder, models } = open()
  writeFileSync(models.file('a'), 'x')
  await models.takeBack('a')
  await models.takeBack('b')
  expect(readdirSync(folder)).toEqual(['a.part'])
})

test('what belongs to nothing is deleted, and only what looks like ours', async () => {
  const { folder, models } = open()
  for (const name of ['a.gguf', 'b.gguf', 'a.part', 'c.part', 'notes.txt']) writeFileSync(join(folder, name), 'x')
  await models.keepOnly(['a'], ['c'])
  expect(readdirSync(folder).toSorted()).toEqual(['a.gguf', 'c.part', 'notes.txt'])
})

test('taking a long checksum can be called off', async () => {
  const { models } = open()
  writeFileSync(models.file('a'), bytes)
  await expect(models.sha256('a', AbortSignal.abort(new Error('enough')))).rejects.toThrow('enough')
})

test('on a disk that is really full the piece is refused whole, what came before it stays right', async context => {
  const folder = mountSmallDisk(2)
  if (folder === null) return context.skip('mounting a disk is not allowed here')
  const models = createModelFolder({ folder })
  expect(await models.freeBytes()).toBeLessThanOrEqual(2 * 1024 * 1024)
  const file = await models.open('a', signal)
  await file.append(bytes.subarray(0, 1_500_000))
  await expect(file.append(bytes.subarray(1_500_000))).rejects.toMatchObject({ code: 'disk-full' })
  expect([file.bytes(), models.unfinishedBytes('a')]).toEqual([1_500_000, 1_500_000])
  await file.append(bytes.subarray(1_500_000, 1_600_000))
  expect(file.sha256()).toBe(sha256Of(bytes.subarray(0, 1_600_000)))
  await file.close()
  expect(existsSync(models.file('a'))).toBe(false)
})
