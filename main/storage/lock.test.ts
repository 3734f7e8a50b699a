import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testFolder } from '#main/testing/storage.ts'
import { lockFolder } from './lock.ts'

test('the second to lock a folder is told within a second who has it', () => {
  const folder = testFolder()
  const lock = lockFolder(folder)
  const started = performance.now()
  expect(() => lockFolder(folder)).toThrow(
    expect.objectContaining({ code: 'in-use', message: expect.stringContaining(`Process ${process.pid}`) }),
  )
  expect(performance.now() - started).toBeLessThan(1000)
  lock.release()
  lockFolder(folder).release()
})

test('a process id left behind by a crash locks nobody out', () => {
  const folder = testFolder()
  writeFileSync(join(folder, 'keepdesk.lock'), '')
  writeFileSync(join(folder, 'keepdesk.pid'), '1\n')
  lockFolder(folder).release()
})

test('releasing twice does not give away the lock of the next one', () => {
  const folder = testFolder()
  const first = lockFolder(folder)
  first.release()
  const second = lockFolder(folder)
  first.release()
  expect(() => lockFolder(folder)).toThrow(expect.objectContaining({ code: 'in-use' }))
  second.release()
})
