import { expect, test } from 'vitest'
import { beginning, firstLines } from './text.ts'

test('a long text is cut at a word, and a short one stays', () => {
  expect(beginning('short', 10)).toBe('short')
  expect(beginning('one two three four', 15)).toBe('one two three')
})

test('text without spaces is cut between letters, never inside an emoji', () => {
  expect(beginning('退'.repeat(50), 10)).toBe('退'.repeat(10))
  expect(beginning('a'.repeat(8) + '👩‍🚀'.repeat(5), 10)).toBe('a'.repeat(8))
})

test('many short lines are cut by their number', () => {
  expect(firstLines('a\nb\nc', 2)).toBe('a\nb')
  expect(firstLines('a\nb', 2)).toBe('a\nb')
})
