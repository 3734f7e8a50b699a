import { expect, test } from 'vitest'
import { defaultSettings, type OpeningDay } from '#contract/settings.ts'
import { phrasesFor } from '#domain/reply/phrases.ts'
import type { Opening } from '#domain/hours/opening.ts'
import { promiseText, promiseUntil } from './promise.ts'

const everyDay = (timeZone: string): Opening => ({ ...defaultSettings, timeZone })

const at = (time: string) => new Date(`2026-11-22T${time}Z`)
const clock = { timeZone: 'UTC', now: at('09:02:10') }

test('a promised time is rounded up like a person would say it, and none is promised for 0 minutes', () => {
  expect(promiseUntil(clock.now, 240, everyDay('UTC'))).toEqual(at('13:05:00'))
  expect(promiseUntil(clock.now, 0, everyDay('UTC'))).toBeNull()
})

test.each([
  ['en', 240, 'by 13:05 today'],
  ['en', 60 * 24, 'by 09:05 tomorrow'],
  ['zh', 240, '在今天13:05之前'],
  ['de', 240, 'heute bis 13:05 Uhr'],
])('in %s after %i minutes it reads "%s"', (language, minutes, said) => {
  const until = promiseUntil(clock.now, minutes, everyDay('UTC'))
  expect(until && promiseText(until, { ...clock, language, words: phrasesFor(language) })).toBe(said)
})

test('after days the weekday is named, on the clock of the shop', () => {
  const until = at('23:30:00')
  const tokyo = { timeZone: 'Asia/Tokyo', now: new Date('2026-11-20T03:00:00Z') }
  expect(promiseText(until, { ...tokyo, language: 'en', words: phrasesFor('en') })).toBe(
    'by Monday, November 23, 08:30',
  )
})

test.each([
  ['21:00', '01:00', '2026-11-23T10:00:00Z'],
  ['17:01', '21:05', '2026-11-23T10:00:00Z'],
  ['03:00', '07:00', '2026-11-22T10:00:00Z'],
  ['04:00', '08:00', '2026-11-22T08:00:00Z'],
])('at %s no answer is promised for %s at night', (said, _, until) => {
  expect(promiseUntil(at(`${said}:00`), 240, everyDay('UTC'))).toEqual(new Date(until))
})

test('the night is that of the shop', () => {
  expect(promiseUntil(new Date('2026-11-22T23:30:00Z'), 60, everyDay('America/Halifax'))).toEqual(
    new Date('2026-11-23T00:30:00Z'),
  )
  expect(promiseUntil(new Date('2026-11-23T00:30:00Z'), 60, everyDay('America/Halifax'))).toEqual(
    new Date('2026-11-23T14:00:00Z'),
  )
})

const open = (from: string, to: string): OpeningDay => ({ open: true, from, to })
const closed: OpeningDay = { open: false, from: '09:00', to: '18:00' }
const nineToSix = open('09:00', '18:00')
const week = [nineToSix, nineToSix, nineToSix, nineToSix, nineToSix, open('10:00', '11:00'), closed]
const shopIn = (timeZone: string, change: Partial<Opening> = {}): Opening => ({
  timeZone,
  openingHours: week,
  closedDays: [],
  ...change,
})
const lateOn = (day: OpeningDay) => shopIn('UTC', { openingHours: week.map(() => day) })

// The 20th of November 2026 is a Friday.
test.each([
  ['Asia/Shanghai', '2026-11-20T09:30:00Z', 60, '2026-11-21T03:00:00Z', 'a short Saturday, until it closes'],
  ['Asia/Shanghai', '2026-11-21T02:30:00Z', 60, '2026-11-23T03:00:00Z', 'Monday, two hours after it opens'],
  ['America/New_York', '2026-11-21T16:30:00Z', 60, '2026-11-23T16:00:00Z', 'Monday of New York'],
  ['Pacific/Auckland', '2026-11-22T20:30:00Z', 60, '2026-11-22T21:30:00Z', 'Monday there, Sunday in Europe'],
  ['America/New_York', '2026-11-20T14:30:00Z', 60, '2026-11-20T15:30:00Z', 'within the hours'],
])('in %s at %s plus %i minutes the promise is %s: %s', (timeZone, now, minutes, until) => {
  expect(promiseUntil(new Date(now), minutes, shopIn(timeZone))?.toISOString()).toBe(new Date(until).toISOString())
})

test('the weekend in which clocks change moves no promised hour', () => {
  const spring = promiseUntil(new Date('2026-03-07T18:00:00Z'), 60, shopIn('America/New_York'))
  const autumn = promiseUntil(new Date('2026-10-31T18:00:00Z'), 60, shopIn('America/New_York'))
  expect(spring?.toISOString()).toBe('2026-03-09T15:00:00.000Z')
  expect(autumn?.toISOString()).toBe('2026-11-02T16:00:00.000Z')
})

test('days on which the shop is closed are passed over, also across a new year and a leap day', () => {
  const holidays = [{ from: '2026-12-24', to: '2027-01-03' }]
  const leap = [{ from: '2028-02-29', to: '2028-02-29' }]
  const until = (now: string, closedDays: Opening['closedDays']) =>
    promiseUntil(new Date(now), 240, shopIn('Asia/Shanghai', { closedDays }))?.toISOString()
  expect(until('2026-12-23T08:00:00Z', holidays)).toBe('2027-01-04T03:00:00.000Z')
  expect(until('2028-02-28T08:00:00Z', leap)).toBe('2028-03-01T03:00:00.000Z')
})

test('a shop that stays closed for long promises nothing', () => {
  const now = new Date('2026-11-20T10:00:00Z')
  expect(promiseUntil(now, 60, lateOn(closed))).toBeNull()
  const away = [{ from: '2026-11-20', to: '2027-03-01' }]
  expect(promiseUntil(now, 60, shopIn('UTC', { closedDays: away }))).toBeNull()
})

test('hours until midnight last until the day ends', () => {
  const now = new Date('2026-11-20T22:00:00Z')
  expect(promiseUntil(now, 60, lateOn(open('18:00', '00:00')))?.toISOString()).toBe('2026-11-20T23:00:00.000Z')
  expect(promiseUntil(now, 180, lateOn(open('18:00', '00:00')))?.toISOString()).toBe('2026-11-21T20:00:00.000Z')
})

test('over a weekend the note names the day and the hour of the shop', () => {
  const now = new Date('2026-11-20T10:30:00Z')
  const until = promiseUntil(now, 240, shopIn('Asia/Shanghai', { openingHours: [...week.slice(0, 5), closed, closed] }))
  const say = (language: string) =>
    until && promiseText(until, { now, timeZone: 'Asia/Shanghai', language, words: phrasesFor(language) })
  expect(say('en')).toBe('by Monday, November 23, 11:00')
  expect(say('zh')).toBe('在11月23日星期一 11:00之前')
})
