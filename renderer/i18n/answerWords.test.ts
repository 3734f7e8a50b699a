import { beforeEach, expect, test } from 'vitest'
import { answerWords } from './answerWords.ts'
import { setLanguage } from './index.ts'

beforeEach(() => setLanguage('en'))

test('what was copied from a row is shown as people write it', () => {
  expect(answerWords.value('status', 'shipped')).toBe('On its way')
  expect(answerWords.value('expectedAt', '2026-11-24')).toBe('Nov 24, 2026')
  expect(answerWords.value('total', '1999 EUR')).toBe('€19.99')
  expect(answerWords.value('trackingNumber', '1999 EURO')).toBe('1999 EURO')
})

test('the second item of an order is told from the first', () => {
  expect(answerWords.field('item.2')).toBe('Item 2')
  expect(answerWords.field('carrier')).toBe('Carrier')
})

test("a topic of the shop's own keeps the name the shop gave it", () => {
  expect(answerWords.intent('own:gift wrapping')).toBe('gift wrapping')
})
