import { expect, test } from 'vitest'
import { changeOf, daysOf } from './headlines.ts'
import { periodOf, weekBefore } from './periods.ts'

const day = (text: string) => new Date(`${text}T15:00:00Z`)

test('periods end today and hold as many days as their name says', () => {
  expect(periodOf('today', day('2026-03-01'))).toEqual({ from: '2026-03-01', to: '2026-03-01' })
  expect(periodOf('last-7', day('2026-03-01'))).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  expect(daysOf(periodOf('last-30', day('2024-03-01')))).toBe(30)
  expect(periodOf('this-year', day('2026-01-01'))).toEqual({ from: '2026-01-01', to: '2026-01-01' })
})

test('last month is whole, over a new year and a leap day', () => {
  expect(periodOf('last-month', day('2026-01-31'))).toEqual({ from: '2025-12-01', to: '2025-12-31' })
  expect(periodOf('last-month', day('2024-03-31'))).toEqual({ from: '2024-02-01', to: '2024-02-29' })
})

test('the week of the report is the seven days before its weekday, also when it is written late', () => {
  // 2026-03-02 is a Monday.
  expect(weekBefore(day('2026-03-02'), 0)).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  expect(weekBefore(day('2026-03-05'), 0)).toEqual({ from: '2026-02-23', to: '2026-03-01' })
  expect(weekBefore(day('2026-03-01'), 0)).toEqual({ from: '2026-02-16', to: '2026-02-22' })
  expect(weekBefore(day('2026-03-05'), 4)).toEqual({ from: '2026-02-20', to: '2026-02-26' })
})

test('a shorter wait is better, more mail is neither, and nothing before makes no share', () => {
  expect(changeOf(90, 100, 'ms', 'down')).toMatchObject({ direction: 'down', isBetter: true })
  expect(changeOf(120, 100, 'count', null)).toMatchObject({ direction: 'up', isBetter: null, by: 0.2 })
  expect(changeOf(0.5, 0.4, 'share', 'up')?.by).toBeCloseTo(0.1)
  expect(changeOf(5, 0, 'count', 'up')).toBeNull()
  expect(changeOf(0, 0, 'count', 'up')).toMatchObject({ direction: 'same', isBetter: null })
  expect(changeOf(null, 3, 'ms', 'down')).toBeNull()
})
