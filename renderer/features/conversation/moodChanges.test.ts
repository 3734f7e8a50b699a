import { expect, test } from 'vitest'
import { moodChanges } from './moodChanges.ts'

test('a mood that stays is named once, and what nobody could tell is left out', () => {
  expect(moodChanges(['calm', 'calm', 'unsure', 'frustrated', 'frustrated', 'angry'])).toEqual([
    'calm',
    'frustrated',
    'angry',
  ])
})

test('of a long way only the end is shown', () => {
  expect(moodChanges(['calm', 'angry', 'calm', 'angry', 'calm', 'angry'])).toEqual(['calm', 'angry', 'calm', 'angry'])
})

test('when nothing could be told, that is said', () => {
  expect(moodChanges(['unsure', 'unsure'])).toEqual(['unsure'])
})
