import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '#main/testing/storage.ts'
import { createFileLog } from './log.ts'
import { createSurroundings, problemsIn } from './surroundings.ts'

test('problems are read back from the log that the program writes', async () => {
  const folder = testFolder()
  const log = createFileLog(join(folder, 'logs'))
  log.info('migrated', { version: 3 })
  log.warn('a line was lost')
  log.error('send failed', new Error('452 mailbox full'))
  const problems = await createSurroundings(folder).loggedProblems()
  expect(problems.map(({ level, message, cause }) => ({ level, message, cause }))).toEqual([
    { level: 'warn', message: 'a line was lost', cause: null },
    { level: 'error', message: 'send failed', cause: 'Error: 452 mailbox full' },
  ])
})

test('a line that was cut or is foreign is passed over', () => {
  const whole = JSON.stringify({ at: '2026-03-01T12:00:00.000Z', level: 'warn', message: 'seen' })
  expect(problemsIn(`"level":"error","message":"cut"}\nhello\n${whole}\n`)).toMatchObject([{ message: 'seen' }])
})

test('a new shop without a log, folders or copies is no problem', async () => {
  const surroundings = createSurroundings(testFolder())
  expect(await surroundings.loggedProblems()).toEqual([])
  expect(await surroundings.bytesOf('attachments')).toBe(0)
  expect(await surroundings.newestFile('backup', '.db')).toBeNull()
  expect(await surroundings.freeBytes()).toBeGreaterThan(0)
})

test('folders are counted with everything in them', async () => {
  const folder = testFolder()
  mkdirSync(join(folder, 'attachments', 'ab'), { recursive: true })
  writeFileSync(join(folder, 'attachments', 'one'), 'x'.repeat(10))
  writeFileSync(join(folder, 'attachments', 'ab', 'two'), 'x'.repeat(32))
  expect(await createSurroundings(folder).bytesOf('attachments')).toBe(42)
})
