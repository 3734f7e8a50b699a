import { expect, test } from 'vitest'
import { initials } from './initials.ts'

test('a face gets first and last letter, one character in Chinese, and never half an accent', () => {
  expect(initials('Maria del Carmen')).toBe('MC')
  expect(initials('王小明')).toBe('王')
  expect(initials('e\u0301lise')).toBe('E\u0301')
  expect(initials('anna@example.org')).toBe('AO')
  expect(initials('  🙂 ')).toBe('?')
  expect(initials('')).toBe('?')
})
