import { expect, test } from 'vitest'
import { createSessions } from './sessions.ts'

test('a code opens one session and is used up', () => {
  const sessions = createSessions()
  const code = sessions.newCode(60_000)
  const token = sessions.exchange(code)
  expect(token).not.toBeNull()
  expect(sessions.isToken(token ?? '')).toBe(true)
  expect(sessions.exchange(code)).toBeNull()
})

test('a code that waited too long is refused', () => {
  let now = 0
  const sessions = createSessions(() => now)
  const code = sessions.newCode(60_000)
  now = 60_001
  expect(sessions.exchange(code)).toBeNull()
})

test('ten wrong tries lock everything for a minute, also for the right code', () => {
  let now = 0
  const sessions = createSessions(() => now)
  const code = sessions.newCode(10 * 60_000)
  for (let tries = 0; tries < 10; tries += 1) sessions.exchange(`wrong-${tries}`)
  expect(sessions.locked()).toBe(true)
  expect(sessions.exchange(code)).toBeNull()
  now = 60_001
  expect(sessions.exchange(code)).not.toBeNull()
})

test('a code is not a token and a guess is neither', () => {
  const sessions = createSessions()
  const code = sessions.newCode(60_000)
  expect(sessions.isToken(code)).toBe(false)
  expect(sessions.isToken('')).toBe(false)
})
