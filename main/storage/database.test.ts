import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { StorageError } from '#main/ports/storageError.ts'
import { at, openTestDatabase, openTestStores, quietLog, testFolder, testKey } from '#main/testing/storage.ts'
import { openDatabase } from './database.ts'
import { allMigrations } from './migrations/all.ts'
import { pragmas } from './pragmas.ts'
import { BetterSqlite3 } from './sqlite.ts'

const CANARY = 'zebra-umbrella-4711'
const fileIn = (folder: string) => join(folder, 'keepdesk.db')

function codeOf(work: () => unknown): string {
  try {
    work()
  } catch (error) {
    if (error instanceof StorageError) return error.code
    throw error
  }
  return 'no error'
}

function hashes(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter(name => name.startsWith('keepdesk.db'))
  const hashOf = (name: string) =>
    createHash('sha256')
      .update(readFileSync(join(folder, name)))
      .digest('hex')
  return Object.fromEntries(names.map(name => [name, hashOf(name)]))
}

/** Copies the files of an open database, as a crash would leave them: with a log that is not folded in yet. */
function crashed(from: string): string {
  const to = testFolder()
  for (const ending of ['', '-wal']) copyFileSync(fileIn(from) + ending, fileIn(to) + ending)
  return to
}

test('every safety setting is on, read back from the database itself', () => {
  const db = openTestDatabase(testFolder())
  for (const [name, value] of Object.entries(pragmas))
    expect([name, db.pragma(name, { simple: true })]).toEqual([name, value])
  expect(db.pragma('synchronous', { simple: true })).toBe(2)
  expect(db.pragma('user_version', { simple: true })).toBe(allMigrations.at(-1)?.version)
})

test('nothing a customer wrote is readable in any file of the data folder', () => {
  const folder = testFolder()
  const shop = openTestStores({ folder })
  shop.addConversation('c1', { name: CANARY, subject: CANARY })
  shop.addMessage('c1', 'm1', { text: CANARY, html: `<p>${CANARY}</p>` })
  const raw = Buffer.from(CANARY.repeat(20_000))
  const known = { channelId: 'mail', receivedAt: at(0) }
  shop.stores.inboxRaw.add({ ...known, id: 'r1', messageId: 'm1', dedupeKeys: ['1'], raw })
  shop.stores.inboxRaw.add({ ...known, id: 'r2', messageId: 'm2', dedupeKeys: ['2'], raw: raw.subarray(0, 2000) })
  const readable = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .filter(entry => /zebra|umbrella|sqlite format/i.test(readFileSync(join(entry.parentPath, entry.name), 'latin1')))
      .map(({ name }) => name)
  expect(readFileSync(`${fileIn(folder)}-wal`).length).toBeGreaterThan(10_000)
  expect(readable()).toEqual([])
  shop.db.close()
  expect(readFileSync(fileIn(folder)).length).toBeGreaterThan(100_000)
  expect(readable()).toEqual([])
})

test('a wrong key is refused without a change, also with a log that is not folded in', () => {
  const from = testFolder()
  openTestStores({ folder: from }).addConversation('c1')
  const folder = crashed(from)
  const before = hashes(folder)
  expect(Object.keys(before)).toHaveLength(2)
  const key = new Uint8Array(32).fill(8)
  expect(codeOf(() => openDatabase({ file: fileIn(folder), key, log: quietLog }))).toBe('wrong-key')
  expect(hashes(folder)).toEqual(before)
  expect(openTestStores({ folder }).stores.conversations.get('c1')).not.toBeNull()
})

test('a database of a newer version is refused and not one byte of it or its log changes', () => {
  const from = testFolder()
  const later = [...allMigrations, { version: allMigrations.length + 1, name: 'later', sql: 'create table later (a)' }]
  const newer = openTestDatabase(from, { migrations: later })
  const folder = crashed(from)
  const before = hashes(folder)
  expect(codeOf(() => openTestDatabase(folder))).toBe('newer-version')
  expect(hashes(folder)).toEqual(before)

  newer.close()
  const closed = hashes(from)
  expect(Object.keys(closed)).toEqual(['keepdesk.db'])
  expect(codeOf(() => openTestDatabase(from))).toBe('newer-version')
  expect(hashes(from)).toEqual(closed)
})

test('a file of another program, encrypted or not, is left alone', () => {
  for (const bytes of [Buffer.from('PK\u0003\u0004 a zip file'), Buffer.alloc(8192, 7)]) {
    const folder = testFolder()
    writeFileSync(fileIn(folder), bytes)
    expect(codeOf(() => openTestDatabase(folder))).toBe('not-keepdesk')
    expect(readFileSync(fileIn(folder)).equals(bytes)).toBe(true)
  }
  for (const key of ['', `raw:${Buffer.from(testKey).toString('hex')}`]) {
    const folder = testFolder()
    const foreign = new BetterSqlite3(fileIn(folder))
    if (key !== '') foreign.pragma(`cipher = 'chacha20'`)
    if (key !== '') foreign.pragma(`key = "${key}"`)
    foreign.exec('create table recipe (a)')
    foreign.close()
    expect(codeOf(() => openTestDatabase(folder))).toBe('not-keepdesk')
  }
})

test('damage is told from a wrong key, on the first page and behind it', () => {
  const folder = testFolder()
  const shop = openTestStores({ folder })
  shop.addConversation('c1')
  shop.db.close()
  const good = readFileSync(fileIn(folder))
  const damagedAt = (offsets: readonly number[]) => {
    const bytes = Buffer.from(good)
    for (const offset of offsets) bytes.writeUInt8(bytes.readUInt8(offset) ^ 255, offset)
    return bytes
  }
  writeFileSync(fileIn(folder), damagedAt([300]))
  expect(codeOf(() => openTestDatabase(folder))).toBe('damaged')
  writeFileSync(fileIn(folder), good.subarray(0, 4096))
  expect(codeOf(() => openTestStores({ folder }))).toBe('damaged')
  const behind = Array.from({ length: good.length / 4096 - 1 }, (_, page) => (page + 1) * 4096 + 50)
  writeFileSync(fileIn(folder), damagedAt(behind))
  expect(codeOf(() => openTestStores({ folder }))).toBe('damaged')
})

test('a log whose database is missing is not thrown away', () => {
  const from = testFolder()
  openTestStores({ folder: from }).addConversation('c1')
  const folder = testFolder()
  copyFileSync(`${fileIn(from)}-wal`, `${fileIn(folder)}-wal`)
  expect(codeOf(() => openTestDatabase(folder))).toBe('damaged')
  expect(existsSync(`${fileIn(folder)}-wal`)).toBe(true)
})

test('a data folder that cannot be made says so', () => {
  const inTheWay = join(testFolder(), 'a-file')
  writeFileSync(inTheWay, '')
  expect(codeOf(() => openTestDatabase(inTheWay))).toBe('not-writable')
  expect(codeOf(() => openTestDatabase(join(inTheWay, 'deeper')))).toBe('not-writable')
})

test('when the disk is full the transaction is undone as a whole, and writing goes on once there is space', () => {
  const shop = openTestStores()
  shop.addConversation('c1')
  const pages = Number(shop.db.pragma('page_count', { simple: true }))
  shop.db.pragma(`max_page_count = ${pages + 40}`)
  let stored = 0
  const fill = () => {
    for (; stored < 5000; stored += 1) {
      shop.stores.transaction(() => {
        shop.addMessage('c1', `m${stored}`, { text: 'x'.repeat(3000) })
        shop.stores.work.add({ id: `w${stored}`, messageId: `m${stored}`, attempts: 0, notBefore: at(0) })
      })
    }
  }
  expect(codeOf(fill)).toBe('disk-full')
  // The log was folded in at once: on a real disk that makes room again.
  expect(readFileSync(`${fileIn(shop.folder)}-wal`)).toHaveLength(0)
  expect(codeOf(() => shop.stores.conversations.update('c1', { replyContext: 'x'.repeat(200_000) }))).toBe('disk-full')
  expect(stored).toBeGreaterThan(10)
  expect(shop.stores.messages.all('c1')).toHaveLength(stored)
  expect(shop.stores.work.due(at(0), 10_000)).toHaveLength(stored)
  shop.db.pragma('max_page_count = 1000000')
  shop.addMessage('c1', 'after')
  expect(shop.db.pragma('integrity_check', { simple: true })).toBe('ok')
})

test('a transaction inside another is part of it', () => {
  const shop = openTestStores()
  const both = () =>
    shop.stores.transaction(() => {
      shop.stores.transaction(() => shop.addConversation('c1'))
      throw new Error('too late')
    })
  expect(both).toThrow('too late')
  expect(shop.stores.conversations.get('c1')).toBeNull()
  expect(shop.stores.contacts.search('anna', null, 5)).toEqual([])
})
