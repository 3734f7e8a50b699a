import { expect, test } from 'vitest'
import { formatBytes, formatMemory, formatMoment, formatPercent, formatShortDate, formatWait } from './format.ts'

test('a wait is rounded up, so that it never promises too early', () => {
  expect(formatWait(400, 'en')).toBe('1 sec')
  expect(formatWait(61_000, 'en')).toBe('2 min')
  expect(formatWait(120_000, 'zh-CN')).toBe('2分钟')
  expect(formatWait(3_900_000, 'en')).toBe('1 hr 5 min')
  expect(formatWait(-5000, 'en')).toBe('0 sec')
})

test('today shows the hour alone, another day names the day', () => {
  const now = new Date(2026, 10, 22, 18, 0)
  expect(formatMoment(new Date(2026, 10, 22, 10, 42), now, 'zh-CN')).toBe('10:42')
  expect(formatMoment(new Date(2026, 10, 21, 10, 42), now, 'en')).toContain('Nov 21')
})

test('the year is told only where it is another one', () => {
  const now = new Date(2026, 10, 22)
  expect(formatShortDate(new Date(2026, 2, 5), now, 'en')).toBe('Mar 5')
  expect(formatShortDate(new Date(2025, 2, 5), now, 'en')).toBe('Mar 5, 2025')
})

test('sizes and shares read as people write them', () => {
  expect(formatBytes(61_400_000, 'en')).toBe('61 MB')
  expect(formatBytes(500, 'en')).toBe('1 kB')
  expect(formatBytes(2_496_000_000, 'en')).toBe('2.5 GB')
  expect(formatMemory(16 * 2 ** 30, 'en')).toBe('16 GB')
  expect(formatMemory(640 * 2 ** 20, 'zh-CN')).toBe('640 MB')
  expect(formatPercent(0.864, 'en')).toBe('86%')
})
