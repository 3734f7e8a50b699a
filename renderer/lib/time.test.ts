import { expect, test } from 'vitest'
import { dayLabel, daysBetween, listTime, waitingText } from './time.ts'

const now = new Date(2026, 10, 22, 15, 30) // a Sunday

test('a list says the hour today, the weekday this week, the date before, the year when it is another', () => {
  expect(listTime(new Date(2026, 10, 22, 0, 5), now, 'en')).toBe('00:05')
  expect(listTime(new Date(2026, 10, 21, 23, 59), now, 'en')).toBe('Sat')
  expect(listTime(new Date(2026, 10, 15, 9), now, 'en')).toBe('Nov 15')
  expect(listTime(new Date(2025, 10, 22, 9), now, 'en')).toBe('11/22/25')
  expect(listTime(new Date(2026, 10, 21, 9), now, 'zh-CN')).toBe('周六')
})

test('the line between days names today and yesterday by the calendar, not by 24 hours', () => {
  expect(dayLabel(new Date(2026, 10, 22, 0, 1), now, 'en')).toBe('Today')
  expect(dayLabel(new Date(2026, 10, 21, 23, 59), now, 'en')).toBe('Yesterday')
  expect(dayLabel(new Date(2026, 10, 20, 12), now, 'en')).toBe('Friday, November 20')
  expect(dayLabel(new Date(2026, 10, 21), now, 'zh-CN')).toBe('昨天')
})

test('days are counted right over the hour that a clock change takes', () => {
  expect(daysBetween(new Date(2026, 2, 28, 23), new Date(2026, 2, 30, 1))).toBe(2)
})

test('waiting never says zero and never rounds up', () => {
  expect(waitingText(now, now, 'en')).toBe('1 min')
  expect(waitingText(new Date(now.getTime() - 119 * 60_000), now, 'en')).toBe('1 hr')
  expect(waitingText(new Date(now.getTime() - 47 * 3_600_000), now, 'en')).toBe('1 day')
  expect(waitingText(new Date(now.getTime() - 5 * 60_000), now, 'zh-CN')).toBe('5分钟')
})
