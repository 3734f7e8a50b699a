import { expect, test } from 'vitest'
import { formatMoney } from './money.ts'

test('an amount has the places of its currency, so that yen are not a hundred times too small', () => {
  expect(formatMoney({ minor: 123_456, currency: 'EUR' }, 'en')).toBe('€1,234.56')
  expect(formatMoney({ minor: 128_000, currency: 'CNY' }, 'zh-CN')).toBe('¥1,280.00')
  expect(formatMoney({ minor: 1980, currency: 'JPY' }, 'en')).toBe('¥1,980')
  expect(formatMoney({ minor: 1500, currency: 'KWD' }, 'en')).toContain('1.500')
})

test('a currency nobody knows is shown as it stands instead of breaking the page', () => {
  expect(formatMoney({ minor: 1999, currency: '???' }, 'en')).toBe('??? 19.99')
})
