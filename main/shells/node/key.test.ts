import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { Exit } from './exit.ts'
import { openKey } from './key.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keepdesk-key-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const never = () => Promise.reject(new Error('must not ask'))

test('a new folder gets a key that only this user can read, and keeps it', async () => {
  const first = await openKey(folder, false, never)
  expect(first.key).toHaveLength(32)
  expect(statSync(join(folder, 'keepdesk.key')).mode & 0o777).toBe(0o600)
  expect(Buffer.from((await openKey(folder, false, never)).key)).toEqual(Buffer.from(first.key))
})

test('an existing database never gets a new key', async () => {
  writeFileSync(join(folder, 'keepdesk.db'), 'x')
  await expect(openKey(folder, false, never)).rejects.toThrow('missing')
})

test('a damaged key file is refused and left as it is', async () => {
  writeFileSync(join(folder, 'keepdesk.key'), 'oops')
  await expect(openKey(folder, false, never)).rejects.toThrow('damaged')
  expect(readFileSync(join(folder, 'keepdesk.key'), 'utf8')).toBe('oops')
})

test('with a passphrase the folder holds no key, and the same words give the same one', async () => {
  const words = () => Promise.resolve('correct horse battery')
  const { key, protection } = await openKey(folder, true, words)
  expect(protection).toBe('passphrase')
  expect(readFileSync(join(folder, 'keepdesk.key'), 'utf8')).not.toContain(Buffer.from(key).toString('hex'))
  expect(Buffer.from((await openKey(folder, false, words)).key)).toEqual(Buffer.from(key))
  const other = await openKey(folder, false, () => Promise.resolve('wrong horse battery'))
  expect(Buffer.from(other.key)).not.toEqual(Buffer.from(key))
})

test('a short passphrase creates nothing', async () => {
  await expect(openKey(folder, true, () => Promise.resolve('short'))).rejects.toThrow('8 characters')
  expect(() => statSync(join(folder, 'keepdesk.key'))).toThrow()
})

test('a key file is there whole or not at all', async () => {
  await openKey(folder, false, never)
  expect(readdirSync(folder)).toEqual(['keepdesk.key'])
  const gone = openKey(join(folder, 'gone'), false, never)
  await expect(gone).rejects.toBeInstanceOf(Exit)
})

test('of two first starts at the same moment one makes the key', async () => {
  const late = openKey(folder, true, async () => {
    await openKey(folder, false, never)
    return 'correct horse battery'
  })
  await expect(late).rejects.toBeInstanceOf(Exit)
  expect((await openKey(folder, false, never)).protection).toBe('file')
})
