import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { FolderFault } from '#main/ports/reportFiles.ts'
import { mountSmallDisk } from '#main/testing/smallDisk.ts'
import { reportFolder, writeWhole } from './wholeFile.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepdesk-whole-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* pieces(...all: readonly (string | Uint8Array)[]) {
  yield* all
}
async function* breaking() {
  yield 'half a '
  throw new Error('the source ended')
}

test('a file appears with its name when it is whole, in place of an older one', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, 'old')
  expect(await writeWhole(path, pieces('你好', new Uint8Array([33])))).toBe(7)
  expect(readFileSync(path, 'utf8')).toBe('你好!')
  expect(readdirSync(folder)).toEqual(['a.csv'])
})

test('what breaks off leaves nothing, and the older file as it was', async () => {
  const path = join(folder, 'a.csv')
  writeFileSync(path, 'old')
  await expect(writeWhole(path, breaking())).rejects.toThrow('the source ended')
  expect(readdirSync(folder)).toEqual(['a.csv'])
  expect(readFileSync(path, 'utf8')).toBe('old')
})

test('a folder that is not there, or is a file, is named as such', async () => {
  writeFileSync(join(folder, 'file'), '')
  for (const place of [join(folder, 'gone'), join(folder, 'file')]) {
    const failed = await writeWhole(join(place, 'a.csv'), pieces('x')).catch((error: unknown) => error)
    expect(failed).toBeInstanceOf(FolderFault)
    expect(failed).toMatchObject({ problem: 'folder-gone' })
    expect(await reportFolder.check(place)).toBe('folder-gone')
  }
  expect(await reportFolder.check('relative')).toBe('folder-gone')
  expect(await reportFolder.check(folder)).toBeNull()
})

test('a folder in the place of the file is refused and stays', async () => {
  mkdirSync(join(folder, 'a.csv'))
  await expect(writeWhole(join(folder, 'a.csv'), pieces('x'))).rejects.toThrow(FolderFault)
  expect(readdirSync(folder)).toEqual(['a.csv'])
})

test('nothing is written over: the next file of a name gets a number', async () => {
  const add = () => reportFolder.add(folder, 'report.html', pieces('new'))
  writeFileSync(join(folder, 'report.html'), 'the owner’s own')
  expect(await add()).toBe(join(folder, 'report (2).html'))
  expect(await add()).toBe(join(folder, 'report (3).html'))
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toBe('the owner’s own')
  expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
  expect(existsSync(join(folder, 'report (3).html'))).toBe(true)
})

test('a disk that is really full, or may only be read, is named as such, and nothing half-written stays', async context => {
  const disk = mountSmallDisk(1)
  if (disk === null) return context.skip('mounting a disk is not allowed here')
  const large = () => pieces(...Array.from({ length: 40 }, () => 'x'.repeat(64 * 1024)))
  await writeWhole(join(disk, 'report.html'), pieces('last week'))
  for (const write of [
    () => writeWhole(join(disk, 'report.html'), large()),
    () => reportFolder.add(disk, 'report.html', large()),
  ]) {
    await expect(write()).rejects.toMatchObject({ problem: 'disk-full' })
    expect(readdirSync(disk)).toEqual(['report.html'])
    expect(readFileSync(join(disk, 'report.html'), 'utf8')).toBe('last week')
  }
  execFileSync('mount', ['-o', 'remount,ro', disk])
  await expect(writeWhole(join(disk, 'report.html'), pieces('new'))).rejects.toMatchObject({ problem: 'not-writable' })
  expect(await reportFolder.check(disk)).toBe('not-writable')
})
