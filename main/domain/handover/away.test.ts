import { expect, test } from 'vitest'
import { awayTextFor, fillAway, unknownPlaceholders } from './away.ts'

const awayText = { en: 'We are closed.', 'zh-CN': '已打烊。' }

test('a contact gets the text in their own language, and none in a language that the owner did not write in', () => {
  expect(awayTextFor(awayText, 'en')).toBe('We are closed.')
  expect(awayTextFor(awayText, 'zh')).toBe('已打烊。')
  expect(awayTextFor(awayText, 'zh-Hant')).toBe('已打烊。')
  expect(awayTextFor(awayText, 'de')).toBeNull()
  expect(awayTextFor({ ...awayText, en: '  ' }, 'en')).toBeNull()
})

test('the promised time is put in wherever it is wanted; without one no sentence is left with a hole', () => {
  expect(fillAway('Back {time}, really {time}.', 'by 9:00')).toBe('Back by 9:00, really by 9:00.')
  expect(fillAway('Back {time}.', null)).toBeNull()
  expect(fillAway('We are closed.', null)).toBe('We are closed.')
  expect(fillAway('Back {time}.', '$& by 9:00')).toBe('Back $& by 9:00.')
})

test('marks that mean nothing are found before a customer reads them', () => {
  expect(unknownPlaceholders('{time} {name} {name} {} {Time}')).toEqual(['{name}', '{}', '{Time}'])
  expect(unknownPlaceholders('We {really} are closed { sometimes')).toEqual(['{really}'])
})
