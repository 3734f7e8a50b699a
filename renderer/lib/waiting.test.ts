import { expect, test } from 'vitest'
import { waitingOf } from './waiting.ts'

const now = new Date(2026, 10, 22, 12, 0)
const at = (hour: number) => new Date(2026, 10, 22, hour)
const open = { waitingSince: at(11), promisedBy: null, status: 'open' }

test('somebody waits, is promised a time, must be answered soon, and is let down once it has passed', () => {
  expect(waitingOf(open, now)).toEqual({ state: 'waits', since: at(11) })
  expect(waitingOf({ ...open, promisedBy: at(14) }, now)).toEqual({ state: 'promised', since: at(11), until: at(14) })
  expect(waitingOf({ ...open, promisedBy: new Date(2026, 10, 22, 12, 15) }, now)?.state).toBe('soon')
  expect(waitingOf({ ...open, promisedBy: at(10) }, now)).toEqual({ state: 'late', until: at(10) })
})

test('nobody waits for a conversation that is put away or answered', () => {
  expect(waitingOf({ ...open, promisedBy: at(10), status: 'resolved' }, now)).toBeNull()
  expect(waitingOf({ ...open, waitingSince: null }, now)).toBeNull()
})
