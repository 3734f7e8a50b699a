import { expect, test } from 'vitest'
import { mayBeOffered } from './offering.ts'

const calm = { mood: 'calm', intensity: 0 } as const
const angry = { mood: 'angry', intensity: 3 } as const
const annoyed = { mood: 'frustrated', intensity: 1 } as const

test('whoever was clearly upset in one of the last turns is offered nothing, though calm now', () => {
  expect(mayBeOffered([calm, calm])).toBe(true)
  expect(mayBeOffered([calm, angry])).toBe(false)
  expect(mayBeOffered([angry, calm, calm])).toBe(false)
  expect(mayBeOffered([angry, calm, calm, calm, calm])).toBe(true)
})

test('a mood that was slightly bad twice is falling; once is not', () => {
  expect(mayBeOffered([calm, annoyed, calm])).toBe(true)
  expect(mayBeOffered([annoyed, { mood: 'disappointed', intensity: 1 }, calm])).toBe(false)
})

test('nothing is sold to the anxious', () => {
  expect(mayBeOffered([{ mood: 'anxious', intensity: 1 }])).toBe(false)
})
