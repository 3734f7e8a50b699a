import { expect, test } from 'vitest'
import { spanWords } from './spanWords.ts'

test('a span is said in the largest unit that fits', () => {
  expect(spanWords(30, 'en')).toBe('30 minutes')
  expect(spanWords(60, 'en')).toBe('1 hour')
  expect(spanWords(90, 'en')).toBe('90 minutes')
  expect(spanWords(48 * 60, 'en')).toBe('2 days')
  expect(spanWords(240, 'zh-CN')).toMatch(/^4\s?小时$/)
})
