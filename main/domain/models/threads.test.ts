import { expect, test } from 'vitest'
import { threadsFor } from './threads.ts'

test('one core is left to the rest of the program', () => {
  expect(threadsFor({ cores: 8, load: 0, own: 0 })).toBe(7)
  expect(threadsFor({ cores: 2, load: 0.2, own: 0 })).toBe(1)
  expect(threadsFor({ cores: 1, load: 0, own: 0 })).toBe(1)
})

test('cores that other programs keep busy are left to them, and one is always taken', () => {
  expect(threadsFor({ cores: 8, load: 4, own: 0 })).toBe(4)
  expect(threadsFor({ cores: 8, load: 30, own: 0 })).toBe(1)
})

test('what the model itself keeps busy does not count as others', () => {
  expect(threadsFor({ cores: 8, load: 7, own: 7 })).toBe(7)
  expect(threadsFor({ cores: 8, load: 9, own: 5 })).toBe(4)
})
