import { expect, test } from 'vitest'
import { createDeaths } from './deaths.ts'
import { createSuspects } from './suspects.ts'

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

test('it starts again at once, then after twice as long each time, up to a minute, and at once after a quiet time', () => {
  const deaths = createDeaths({
    deathsWindowMs: 600_000,
    mostDeaths: 5,
    firstRestartMs: 1000,
    longestRestartMs: 60_000,
  })
  const delays = Array.from({ length: 9 }, (_, second) => {
    deaths.note(at(second))
    return deaths.delayMs(at(second)) / 1000
  })
  expect(delays).toEqual([0, 1, 2, 4, 8, 16, 32, 60, 60])
  expect(deaths.isTooMany(at(599))).toBe(true)
  expect(deaths.isTooMany(at(604))).toBe(false)
  deaths.note(at(2000))
  expect(deaths.delayMs(at(2000))).toBe(0)
})

test('of many messages that were there when it died, the oldest are forgotten first', () => {
  const suspects = createSuspects()
  for (let at = 0; at < 3; at += 1) suspects.blame(['poison'])
  expect(suspects.isRefused('poison')).toBe(true)
  suspects.blame(Array.from({ length: 499 }, (_, at) => `m${at}`))
  expect(suspects.isRefused('poison')).toBe(true)
  suspects.blame(['one more'])
  expect(suspects.isRefused('poison')).toBe(false)
  expect(suspects.isSuspect('m0')).toBe(true)
})

test('calls without a key are blamed for nothing, and one that ran through alone is innocent', () => {
  const suspects = createSuspects()
  suspects.blame([null, 'a'])
  suspects.blame([null, 'a'])
  suspects.blame([null, 'a'])
  expect(suspects.isRefused('a')).toBe(false)
  suspects.clear('a')
  expect(suspects.isSuspect('a')).toBe(false)
  suspects.blame(['a'])
  suspects.clear('a')
  expect(suspects.isSuspect('a')).toBe(true)
})
