import { expect, test } from 'vitest'
import { faceOf, initials } from './initials.ts'

test('a face gets first and last letter, one character in Chinese, and never half an accent', () => {
  expect(initials('Maria del Carmen')).toBe('MC')
  expect(initials('王小明')).toBe('王')
  expect(initials('e\u0301lise')).toBe('E\u0301')
  expect(initials('anna@example.org')).toBe('AO')
  expect(initials('  🙂 ')).toBe('?')
  expect(initials('')).toBe('?')
})

test('a name keeps its colour, and different names do not all get the same one', () => {
  const names = ['Mia Larsen', '王静', 'Tom Becker', 'Oliver Grant', 'نور الهاشمي', '陈雨桐', '']
  const faces = names.map(name => faceOf(name, 6))
  expect(faces).toEqual(names.map(name => faceOf(name, 6)))
  expect(faces.every(face => Number.isInteger(face) && face >= 0 && face < 6)).toBe(true)
  expect(new Set(faces).size).toBeGreaterThan(2)
})
