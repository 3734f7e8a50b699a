import { expect, test } from 'vitest'
import { fitParts } from './fitParts.ts'

const rules = { text: 'rules', needed: Infinity }
const old = { text: 'the day before', needed: 1 }
const newer = { text: 'this morning', needed: 1 }
const cited = { text: 'a passage', needed: 5 }

function size(parts: readonly { text: string }[]) {
  return parts.map(({ text }) => text.length)
}

test('everything stays in its order when it fits', () => {
  const parts = [old, rules, cited]
  expect(fitParts(parts, size(parts), 28)).toEqual(parts)
})

test('the least needed goes first, of equals the earlier one', () => {
  const parts = [cited, old, newer, rules]
  expect(fitParts(parts, size(parts), 39)).toEqual([cited, newer, rules])
  expect(fitParts(parts, size(parts), 14)).toEqual([cited, rules])
  expect(fitParts(parts, size(parts), 13)).toEqual([rules])
})

test('what must stay is never left out', () => {
  const parts = [old, rules]
  expect(fitParts(parts, size(parts), 5)).toEqual([rules])
  expect(fitParts(parts, size(parts), 4)).toBeNull()
  expect(fitParts([], [], -1)).toBeNull()
})
