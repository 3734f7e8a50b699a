import { expect, test } from 'vitest'
import { callsOff } from './callOff.ts'

const returning = { starts: { intents: ['return-item'], words: [] } }
const cancelling = { starts: { intents: ['cancel-order'], words: [] } }

test.each([
  "I'll keep it",
  'never mind, I will keep it',
  'let me think about it',
  'please do not cancel it',
  '我再想想',
  '还是不退了',
])('"%s" calls it off', text => expect(callsOff(text, true, returning)).toBe(true))

test.each([
  'I changed my mind, I would like to exchange it',
  'never mind the exchange, just return it',
  'I want to keep the lamp but return the shade',
  'can I keep it?',
  'no',
  '不想要了，直接退货',
])('"%s" still wants something, or answers', text => expect(callsOff(text, true, returning)).toBe(false))

test('"cancel it" is a word against a return, and none against a cancellation', () => {
  expect(callsOff('actually, cancel it', true, returning)).toBe(true)
  expect(callsOff('yes, cancel it', true, cancelling)).toBe(false)
  expect(callsOff("wait, don't cancel it", true, cancelling)).toBe(true)
})
