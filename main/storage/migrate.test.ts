import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTestDatabase, testFolder, testKey } from '#main/testing/storage.ts'
import { applyKey } from './cipher.ts'
import { BetterSqlite3 } from './sqlite.ts'

const one = { version: 1, name: 'one', sql: 'create table note (body text); insert into note values (1);' }
const two = { version: 2, name: 'two', sql: 'alter table note add column extra text; update note set body = 2;' }
const three = { version: 3, name: 'three', sql: 'create table three (a)' }
const four = { version: 4, name: 'four', sql: 'create table four (a)' }
const five = { version: 5, name: 'five', sql: 'create table five (a)' }
const broken = { version: 3, name: 'broken', sql: 'update note set body = 3; create table note (again);' }

const versionOf = (db: { pragma(name: string, more: { simple: true }): unknown }) =>
  db.pragma('user_version', { simple: true })

test('a step that fails leaves the version before it, whole and usable', () => {
  const folder = testFolder()
  openTestDatabase(folder, { migrations: [one] }).close()
  expect(() => openTestDatabase(folder, { migrations: [one, two, broken] })).toThrow('already exists')
  const db = openTestDatabase(folder, { migrations: [one, two] })
  expect(versionOf(db)).toBe(2)
  expect(db.prepare('select body from note').pluck().all()).toEqual(['2'])
})

test('before an update of any number of steps there is an encrypted copy of what was; the newest two are kept', () => {
  const folder = testFolder()
  const backups = join(folder, 'backup')
  openTestDatabase(folder, { migrations: [one] }).close()
  expect(readdirSync(folder)).not.toContain('backup')
  openTestDatabase(folder, { migrations: [one, two] }).close()
  openTestDatabase(folder, { migrations: [one, two, three, four] }).close()
  expect(readdirSync(backups).sort()).toEqual(['pre-2.db', 'pre-3.db'])
  openTestDatabase(folder, { migrations: [one, two, three, four, five] }).close()
  expect(readdirSync(backups).sort()).toEqual(['pre-3.db', 'pre-5.db'])
  expect(readFileSync(join(backups, 'pre-3.db'), 'latin1')).not.toContain('SQLite format')

  const copy = new BetterSqlite3(join(backups, 'pre-3.db'))
  applyKey(copy, testKey, { fresh: false })
  expect(versionOf(copy)).toBe(2)
  expect(copy.prepare('select body from note').pluck().all()).toEqual(['2'])
  copy.close()
})

test('a gap in the numbers is a mistake of ours and stops everything', () => {
  expect(() => openTestDatabase(testFolder(), { migrations: [one, three] })).toThrow('Migration 3 is in place 2')
})
