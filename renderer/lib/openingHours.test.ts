import { expect, test } from 'vitest'
import { closedDaysText, isInOrder, timeChoices, weekdayNames, withClosed } from './openingHours.ts'

test('hours end after they begin, at midnight at the latest', () => {
  expect(isInOrder({ open: true, from: '09:00', to: '18:00' })).toBe(true)
  expect(isInOrder({ open: true, from: '18:00', to: '00:00' })).toBe(true)
  expect(isInOrder({ open: true, from: '18:00', to: '02:00' })).toBe(false)
})

test('closed days are kept in order and once, and those that are over go', () => {
  const christmas = { from: '2026-12-24', to: '2026-12-26' }
  const before = [christmas, { from: '2026-01-01', to: '2026-01-01' }]
  const added = withClosed(before, { from: '2026-12-08', to: '2026-12-08' }, '2026-11-22')
  expect(added).toEqual([{ from: '2026-12-08', to: '2026-12-08' }, christmas])
  expect(withClosed(added, christmas, '2026-11-22')).toEqual(added)
})

test('every half hour is offered, and what was set to another minute stays', () => {
  expect(
    timeChoices('09:15', '00:00', '23:30')
      .map(({ value }) => value)
      .slice(17, 21),
  ).toEqual(['08:30', '09:00', '09:15', '09:30'])
  expect(timeChoices('00:00', '00:30', '23:30')[0]?.value).toBe('00:30')
})

test('the week begins on Monday', () => {
  expect(weekdayNames('en')[0]).toBe('Monday')
  expect(weekdayNames('zh-CN')[6]).toBe('星期日')
})

test('closed days read as people write them, the same in every zone', () => {
  expect(closedDaysText({ from: '2026-12-24', to: '2026-12-26' }, 'en')).toBe('Thu, Dec 24, 2026 – Sat, Dec 26, 2026')
  expect(closedDaysText({ from: '2026-12-08', to: '2026-12-08' }, 'zh-CN')).toBe('2026年12月8日周二')
})
