import { expect, test } from 'vitest'
import { factText } from './factText.ts'

test('amounts and days are shown as people write them; what is neither stays as it was said', () => {
  expect(factText({ name: 'amount', value: '5000 EUR' }, 'en')).toBe('€50.00')
  expect(factText({ name: 'amount', value: '5000 JPY' }, 'en')).toBe('¥5,000')
  expect(factText({ name: 'amount', value: '50 or so' }, 'en')).toBe('50 or so')
  expect(factText({ name: 'date', value: '2026-03-05' }, 'zh-CN')).toBe('2026年3月5日')
  expect(factText({ name: 'date', value: '2026-99-99' }, 'en')).toBe('2026-99-99')
  expect(factText({ name: 'order-number', value: '5000 EUR' }, 'en')).toBe('5000 EUR')
})
