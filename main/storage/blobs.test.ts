import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder, testKey } from '#main/testing/storage.ts'
import { createBlobStore } from './blobs.ts'

const bytes = Buffer.from('A photo of a broken lamp. '.repeat(1000))
const sha256 = createHash('sha256').update(bytes).digest('hex')
const fileOf = (folder: string, name: string) => join(folder, name.slice(0, 2), name)

test('what is put comes back the same after a restart, also nothing at all', () => {
  const folder = testFolder()
  const blobs = createBlobStore({ folder, key: testKey })
  expect(blobs.put(bytes)).toBe(sha256)
  const nothing = blobs.put(new Uint8Array(0))
  const again = createBlobStore({ folder, key: testKey })
  expect(again.get(sha256)).toEqual(bytes)
  expect(again.get(nothing)).toHaveLength(0)
})

test('the same content takes its place once, and no unfinished file is left', () => {
  const folder = testFolder()
  const blobs = createBlobStore({ folder, key: testKey })
  blobs.put(bytes)
  const first = readFileSync(fileOf(folder, sha256))
  blobs.put(Uint8Array.from(bytes))
  expect(readFileSync(fileOf(folder, sha256)).equals(first)).toBe(true)
  expect(readdirSync(join(folder, 'unfinished'))).toEqual([])
})

test('the file shows nothing of the content and another key opens nothing', () => {
  const folder = testFolder()
  createBlobStore({ folder, key: testKey }).put(bytes)
  expect(readFileSync(fileOf(folder, sha256), 'latin1')).not.toContain('lamp')
  expect(createBlobStore({ folder, key: new Uint8Array(32).fill(8) }).get(sha256)).toBeNull()
})

test('a damaged, shortened or exchanged file is not handed out, and putting the content again repairs it', () => {
  const folder = testFolder()
  const blobs = createBlobStore({ folder, key: testKey })
  const file = fileOf(folder, blobs.put(bytes))
  const good = readFileSync(file)
  for (const position of [0, 5, 100, good.length - 1]) {
    const bad = Buffer.from(good)
    bad.writeUInt8(bad.readUInt8(position) ^ 1, position)
    writeFileSync(file, bad)
    expect(blobs.get(sha256)).toBeNull()
  }
  for (const length of [0, 10, good.length - 1]) {
    writeFileSync(file, good.subarray(0, length))
    expect(blobs.get(sha256)).toBeNull()
  }
  renameSync(fileOf(folder, blobs.put(Buffer.from('another'))), file)
  expect(blobs.get(sha256)).toBeNull()
  blobs.put(bytes)
  expect(blobs.get(sha256)).toEqual(bytes)
})

test('a name that is not a hash never becomes a path', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'secret'), 'KDB1')
  const blobs = createBlobStore({ folder: join(folder, 'blobs'), key: testKey })
  for (const name of ['../secret', '', 'ab', `../${'a'.repeat(61)}`]) expect(blobs.get(name)).toBeNull()
})

test('what a crash left half written is cleared away at the next start', () => {
  const folder = testFolder()
  createBlobStore({ folder, key: testKey })
  const leftover = join(folder, 'unfinished', 'half')
  writeFileSync(leftover, 'half')
  createBlobStore({ folder, key: testKey })
  expect(existsSync(leftover)).toBe(false)
})
