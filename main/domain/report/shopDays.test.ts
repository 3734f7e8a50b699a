import { expect, test } from 'vitest'
import { createSlotClock, periodBefore, slotOf, stepOf, stepsOf, windowOf } from './shopDays.ts'

const hours = ({ from, to }: { from: number; to: number }) => (to - from) / 3_600_000
const day = (date: string) => ({ from: date, to: date })

test('a day is as long as it is on the wall: 23 hours in spring, 25 in autumn', () => {
  const berlin = (date: string) => windowOf(day(date), 'Europe/Berlin')
  expect(new Date(berlin('2026-07-01').from).toISOString()).toBe('2026-06-30T22:00:00.000Z')
  expect(hours(berlin('2026-03-29'))).toBe(23)
  expect(hours(berlin('2026-10-25'))).toBe(25)
  // Midnight itself is skipped.
  expect(hours(windowOf(day('2026-04-24'), 'Africa/Cairo'))).toBe(23)
})

test('days of odd zones begin with a quarter of an hour', () => {
  for (const zone of ['Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/St_Johns']) {
    const { from, to } = windowOf({ from: '2026-01-01', to: '2026-12-31' }, zone)
    expect([from % 900_000, to % 900_000]).toEqual([0, 0])
  }
})

test('compared is the same number of days right before', () => {
  expect(periodBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
  expect(periodBefore(day('2026-01-01'))).toEqual(day('2025-12-31'))
})

test('steps are days up to 62, weeks from Monday up to 190, else months', () => {
  expect(stepOf({ from: '2026-01-01', to: '2026-03-03' })).toBe('day')
  expect(stepsOf({ from: '2026-02-27', to: '2026-03-01' })).toEqual(['2026-02-27', '2026-02-28', '2026-03-01'])
  expect(stepOf({ from: '2026-01-01', to: '2026-03-04' })).toBe('week')
  // 1 January 2026 is a Thursday.
  expect(stepsOf({ from: '2026-01-01', to: '2026-03-04' }).slice(0, 3)).toEqual([
    '2026-01-01',
    '2026-01-05',
    '2026-01-12',
  ])
  expect(stepOf({ from: '2026-01-01', to: '2026-07-09' })).toBe('week')
  expect(stepsOf({ from: '2025-12-15', to: '2026-07-10' })).toEqual([
    '2025-12-15',
    '2026-01-01',
    '2026-02-01',
    '2026-03-01',
    '2026-04-01',
    '2026-05-01',
    '2026-06-01',
    '2026-07-01',
  ])
})

test('the clock of the slots skips an hour and shows one twice', () => {
  const clock = createSlotClock('Europe/Berlin')
  const shown = (moment: string) => new Date(clock(slotOf(Date.parse(moment)))).toISOString().slice(11, 16)
  expect([shown('2026-03-29T00:45Z'), shown('2026-03-29T01:00Z')]).toEqual(['01:45', '03:00'])
  expect([shown('2026-10-25T00:15Z'), shown('2026-10-25T01:15Z')]).toEqual(['02:15', '02:15'])
})
