import { expect, test } from 'vitest'
import { isSaidInFull, wordsOutside } from './inFull.ts'

const things = ['kettle', 'grinder', 'teapot', '水壶', '磨豆机']
const namesThing = (text: string) => things.find(thing => text.toLowerCase().includes(thing)) ?? null
const kettle = ['Do you have the red kettle in stock?', 'Yes, the red kettle is in stock.']

test.each([
  ['Do you have the blue kettle in stock?', 'what about the blue one?', kettle],
  ['How long is the warranty for the kettle?', 'and how long is the warranty?', kettle],
  ['Is the blue kettle in stock for 20 people?', 'and the blue for 20 people?', kettle],
  ['你们的蓝色水壶有货吗？', '那蓝色的呢？', ['你们的红色水壶有货吗？', '有货。']],
])('“%s” is what “%s” stands for', (whole, message, earlier) => {
  expect(isSaidInFull(whole, { message, earlier }, namesThing)).toBe(true)
})

test.each([
  ['a word that nobody said', 'Do you have the blue kettle with free shipping?', 'what about the blue one?', kettle],
  ['the word that matters is gone', 'Do you have the red kettle in stock?', 'what about the blue one?', kettle],
  ['a number nobody said', 'Do you have 3 blue kettle in stock?', 'what about the blue one?', kettle],
  ['a number is gone', 'Is the kettle in stock?', 'and 20 of them?', kettle],
  ['a denial is gone', 'Is the kettle in stock?', 'and if it is not in stock?', kettle],
  ['a denial is new', "Don't you have the blue kettle in stock?", 'what about the blue one?', kettle],
  [
    'another thing than the one spoken of last',
    'Is the kettle in stock in blue?',
    'in blue?',
    [...kettle, 'And the grinder?', 'The grinder is in stock in red.'],
  ],
  ['another thing than the message names', 'Is the red kettle in stock?', 'is the teapot in stock?', kettle],
  ['several lines', 'Do you have the blue kettle\nin stock?', 'what about the blue one?', kettle],
  ['nothing', ' ', 'what about the blue one?', kettle],
  ['没人说过的词', '蓝色水壶可以退货吗？', '那蓝色的呢？', ['你们的红色水壶有货吗？', '有货。']],
  ['否定没了', '蓝色水壶有货吗？', '那蓝色的没有货呢？', ['你们的红色水壶有货吗？', '有货。']],
])('it is not, when there is %s', (_, whole, message, earlier) => {
  expect(isSaidInFull(whole, { message, earlier }, namesThing)).toBe(false)
})

test('a question with two choices denies nothing', () => {
  const earlier = ['红色水壶有没有货？', '有货。']
  expect(isSaidInFull('蓝色水壶有没有货？', { message: '蓝色的呢？', earlier }, namesThing)).toBe(true)
})

test('words count in every form, small ones always', () => {
  expect(wordsOutside('How do the kettles ship to you?', ['shipping a kettle'])).toEqual([])
  expect(wordsOutside('How do lanterns ship?', ['shipping a kettle'])).toEqual(['lanterns'])
})
