import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { databaseKey, type PasswordStore } from './key.ts'

let dataFolder: string
beforeEach(async () => {
  dataFolder = await mkdtemp(join(tmpdir(), 'key-'))
})
afterEach(() => rm(dataFolder, { recursive: true }))

const turned = (text: string) => text.split('').toReversed().join('')

/** Hides a text by turning it round, under the name of one store; another store cannot read it. */
function passwordStore(backend = 'gnome_libsecret', secret = 'A', more: Partial<PasswordStore> = {}): PasswordStore {
  return {
    isAsyncEncryptionAvailable: async () => true,
    getSelectedStorageBackend: () => backend,
    encryptStringAsync: async text => Buffer.from(secret + turned(text)),
    async decryptStringAsync(encrypted) {
      const text = encrypted.toString()
      if (!text.startsWith(secret)) throw new Error('wrong store')
      return { result: turned(text.slice(secret.length)), shouldReEncrypt: false }
    },
    ...more,
  }
}

const open = (store: PasswordStore, os: NodeJS.Platform = 'linux') =>
  databaseKey({ dataFolder, passwordStore: store, os })
const keyFile = () => join(dataFolder, 'key.json')

test('the same 32 bytes come back at the next start, and never lie in the file in clear', async () => {
  const first = await open(passwordStore())
  const second = await open(passwordStore())
  expect(first).toHaveLength(32)
  expect(second).toEqual(first)
  const file = await readFile(keyFile(), 'utf8')
  expect(file).not.toContain(Buffer.from(first).toString('hex'))
  expect(file).not.toContain(Buffer.from(first).toString('base64'))
  expect(JSON.parse(file)).toMatchObject({ backend: 'gnome_libsecret' })
  expect((await stat(keyFile())).mode & 0o777).toBe(0o600)
})

test('two shops never get the same key', async () => {
  const first = await open(passwordStore())
  await rm(keyFile())
  expect(await open(passwordStore())).not.toEqual(first)
})

test.each(['basic_text', 'unknown'])('a store that only pretends (%s) is refused', async backend => {
  await expect(open(passwordStore(backend))).rejects.toMatchObject({ problem: 'no-password-store' })
  await expect(stat(keyFile())).rejects.toThrow('ENOENT')
})

test('a computer without a store is refused on every system', async () => {
  const none = passwordStore('gnome_libsecret', 'A', { isAsyncEncryptionAvailable: async () => false })
  for (const os of ['linux', 'win32', 'darwin'] as const)
    await expect(open(none, os)).rejects.toMatchObject({ problem: 'no-password-store' })
})

test.each(['keepdesk.db', 'shop.sqlite', 'shop.sqlite3-wal'])('no new key is made over an existing %s', async name => {
  await writeFile(join(dataFolder, name), 'encrypted')
  await expect(open(passwordStore())).rejects.toMatchObject({ problem: 'key-missing' })
  await expect(stat(keyFile())).rejects.toThrow('ENOENT')
})

test('a store that changed is named as the reason, and the old key file stays as it was', async () => {
  await open(passwordStore('kwallet6', 'A'))
  const before = await readFile(keyFile(), 'utf8')
  await expect(open(passwordStore('gnome_libsecret', 'B'))).rejects.toMatchObject({ problem: 'password-store-changed' })
  await expect(open(passwordStore('basic_text', 'B'))).rejects.toMatchObject({ problem: 'password-store-changed' })
  expect(await readFile(keyFile(), 'utf8')).toBe(before)
})

test('a store that changed its name but still opens the key is written down', async () => {
  const key = await open(passwordStore('kwallet5'))
  expect(await open(passwordStore('kwallet6'))).toEqual(key)
  expect(JSON.parse(await readFile(keyFile(), 'utf8'))).toMatchObject({ backend: 'kwallet6' })
})

test('a key that the store wants to hide anew is hidden anew', async () => {
  const key = await open(passwordStore())
  const rotating = passwordStore()
  await open({
    ...rotating,
    decryptStringAsync: async encrypted => ({
      ...(await rotating.decryptStringAsync(encrypted)),
      shouldReEncrypt: true,
    }),
    encryptStringAsync: async text => Buffer.from(`B${turned(text)}`),
  })
  expect(await open(passwordStore('gnome_libsecret', 'B'))).toEqual(key)
})

test.each(['', '{', '{"version":2}', '{"version":1,"backend":"x","ciphertext":"***"}'])(
  'a damaged key file (%j) is not replaced by a new key',
  async content => {
    await writeFile(keyFile(), content)
    await expect(open(passwordStore())).rejects.toMatchObject({ problem: 'key-unreadable' })
    expect(await readFile(keyFile(), 'utf8')).toBe(content)
  },
)

test('a store that hands back something else is not taken for a key', async () => {
  await open(passwordStore())
  const wrong = passwordStore('gnome_libsecret', 'A', {
    decryptStringAsync: async () => ({ result: 'not a key', shouldReEncrypt: false }),
  })
  await expect(open(wrong)).rejects.toMatchObject({ problem: 'key-unreadable' })
})
