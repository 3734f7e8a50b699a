import { cpus, totalmem } from 'node:os'
import { expect, test } from 'vitest'
import { thisMachine } from './machine.ts'

test('this computer has cores and memory, and no more than the system says', () => {
  const { cores, totalBytes, freeBytes, load } = thisMachine()
  expect(cores).toBeGreaterThanOrEqual(1)
  expect(cores).toBeLessThanOrEqual(cpus().length)
  expect(totalBytes).toBeLessThanOrEqual(totalmem())
  expect(freeBytes()).toBeGreaterThan(10_000_000)
  expect(freeBytes()).toBeLessThanOrEqual(totalBytes)
  expect(load()).toBeGreaterThanOrEqual(0)
})
