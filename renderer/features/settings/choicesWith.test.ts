import { expect, test } from 'vitest'
import { choicesWith } from './choicesWith.ts'

test('a value set elsewhere can be seen and kept', () => {
  expect(choicesWith([0, 60, 240], 90)).toEqual([0, 60, 90, 240])
  expect(choicesWith([0, 60], 60)).toEqual([0, 60])
})
