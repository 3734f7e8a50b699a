import { expect, test } from 'vitest'
import { alwaysScheduled } from '#contract/channel.ts'
import type { OpeningDay } from '#contract/settings.ts'
import { closedSince, closesAt, isOpen, openMsBetween, opensAt, type Opening } from './opening.ts'
import { isQuiet } from './quiet.ts'
import { isOnDuty } from './schedule.ts'

const HOUR_MS = 3_600_000
const day = (from: string, to: string): OpeningDay => ({ open: true, from, to })
const closed: OpeningDay = { open: false, from: '09:00', to: '18:00' }
const nineToSix = day('09:00', '18:00')
const week = [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, day('10:00', '12:00'), closed]
const shop = (change: Partial<Opening> = {}): Opening => ({
  timeZone: 'UTC',
  openingHours: week,
  closedDays: [],
  ...change,
})
// The 20th of November 2026 is a Friday.
const at = (text: string) => new Date(`2026-11-${text}:00Z`)

test.each([
  ['20T08:59', false],
  ['20T09:00', true],
  ['20T17:59', true],
  ['20T18:00', false],
  ['22T10:00', false],
])('at %s the shop is open: %s', (time, open) => {
  expect(isOpen(at(time), shop())).toBe(open)
})

test('it opens again after the night, the Sunday and the days on which it is closed', () => {
  expect(opensAt(at('20T10:00'), shop())).toEqual(at('20T10:00'))
  expect(opensAt(at('20T07:00'), shop())).toEqual(at('20T09:00'))
  expect(opensAt(at('21T13:00'), shop())).toEqual(at('23T09:00'))
  expect(opensAt(at('21T13:00'), shop({ closedDays: [{ from: '2026-11-23', to: '2026-11-24' }] }))).toEqual(
    at('25T09:00'),
  )
  expect(opensAt(at('20T10:00'), shop({ openingHours: week.map(() => closed) }))).toBeNull()
})

test('the hour of opening is that of the shop, also after the clocks went back', () => {
  const newYork = shop({ timeZone: 'America/New_York' })
  expect(opensAt(new Date('2026-10-31T18:00:00Z'), newYork)?.toISOString()).toBe('2026-11-02T14:00:00.000Z')
})

test('a shop that is open over midnight closes on the next day', () => {
  const late = shop({ openingHours: week.map(() => day('00:00', '02:00')) })
  expect(closesAt(at('20T01:00'), late)).toEqual(at('20T02:00'))
  const allNight = shop({ openingHours: [...week.slice(0, 4), day('18:00', '00:00'), day('00:00', '02:00'), closed] })
  expect(closesAt(at('20T19:00'), allNight)).toEqual(at('21T02:00'))
  expect(closesAt(at('20T19:00'), shop())).toBeNull()
  expect(closesAt(at('20T19:00'), shop({ openingHours: week.map(() => day('00:00', '00:00')) }))).toBeNull()
})

test('the closed stretch begins when the shop closed last', () => {
  expect(closedSince(at('20T10:00'), shop())).toBeNull()
  expect(closedSince(at('20T20:00'), shop())).toEqual(at('20T18:00'))
  expect(closedSince(at('23T08:00'), shop())).toEqual(at('21T12:00'))
})

test('only the hours in which somebody is there count as waited', () => {
  expect(openMsBetween(at('20T17:00'), at('20T17:30'), shop())).toBe(HOUR_MS / 2)
  expect(openMsBetween(at('20T17:00'), at('21T11:00'), shop())).toBe(2 * HOUR_MS)
  expect(openMsBetween(at('20T19:00'), at('20T23:00'), shop())).toBe(0)
  expect(openMsBetween(at('20T17:00'), at('23T10:00'), shop())).toBe(4 * HOUR_MS)
})

test('somebody who has waited for years costs no more than two months of counting', () => {
  const counted = openMsBetween(new Date('1990-01-01T00:00:00Z'), at('20T10:00'), shop())
  expect(counted).toBeLessThan(63 * 9 * HOUR_MS)
  expect(counted).toBeGreaterThan(300 * HOUR_MS)
})

test.each([
  ['always', '22T03:00', true],
  ['opening-hours', '20T10:00', true],
  ['opening-hours', '20T20:00', false],
  ['outside-opening-hours', '20T10:00', false],
  ['outside-opening-hours', '20T20:00', true],
  ['own', '22T21:30', true],
  ['own', '20T10:00', false],
] as const)('on duty "%s" at %s: %s', (when, time, expected) => {
  const schedule = { when, hours: alwaysScheduled.hours.map(() => day('20:00', '22:00')) }
  expect(isOnDuty(schedule, at(time), shop())).toBe(expected)
})

test('a day on which the shop is closed is outside its hours, and does not touch hours of the assistant itself', () => {
  const away = shop({ closedDays: [{ from: '2026-11-20', to: '2026-11-20' }] })
  expect(isOnDuty({ ...alwaysScheduled, when: 'outside-opening-hours' }, at('20T10:00'), away)).toBe(true)
  expect(isOnDuty({ ...alwaysScheduled, when: 'own' }, at('20T10:00'), away)).toBe(true)
})

test.each([
  ['21:00', '08:00', '23:00', true],
  ['21:00', '08:00', '07:59', true],
  ['21:00', '08:00', '08:00', false],
  ['21:00', '08:00', '20:59', false],
  ['12:00', '14:00', '13:00', true],
  ['12:00', '14:00', '14:00', false],
  ['08:00', '08:00', '03:00', true],
])('quiet from %s to %s at %s: %s', (from, to, time, quiet) => {
  expect(isQuiet({ on: true, from, to }, at(`20T${time}`), 'UTC')).toBe(quiet)
  expect(isQuiet({ on: false, from, to }, at(`20T${time}`), 'UTC')).toBe(false)
})

test('quiet hours are told on the clock of the shop', () => {
  const quiet = { on: true, from: '21:00', to: '08:00' }
  expect(isQuiet(quiet, at('20T14:00'), 'Asia/Shanghai')).toBe(true)
  expect(isQuiet(quiet, at('20T14:00'), 'UTC')).toBe(false)
})
