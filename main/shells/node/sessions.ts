import { randomBytes, timingSafeEqual } from 'node:crypto'

const MAX_WRONG = 10
const LOCKOUT_MS = 60_000

/** In constant time. */
export function equal(a: string, b: string): boolean {
  const left = Buffer.from(a)
  const right = Buffer.from(b)
  return left.length === right.length && timingSafeEqual(left, right)
}

/** One-time codes that open the page, and the session tokens they are exchanged for. Ten wrong tries lock for a minute. */
export function createSessions(nowMs: () => number = Date.now) {
  const codes = new Map<string, number>()
  const tokens = new Set<string>()
  let wrong = 0
  let lockedUntil = 0

  function failed(): null {
    wrong += 1
    if (wrong >= MAX_WRONG) {
      lockedUntil = nowMs() + LOCKOUT_MS
      wrong = 0
    }
    return null
  }

  return {
    /** A 128-bit code, good once and for `lifeMs`. */
    newCode(lifeMs: number): string {
      const code = randomBytes(16).toString('base64url')
      codes.set(code, nowMs() + lifeMs)
      return code
    },
    locked: () => nowMs() < lockedUntil,
    /** The session token, or null when the code is unknown, used or too old. */
    exchange(given: string): string | null {
      if (nowMs() < lockedUntil) return null
      const found = [...codes].find(([code]) => equal(code, given))
      if (!found) return failed()
      codes.delete(found[0])
      if (nowMs() > found[1]) return failed()
      wrong = 0
      const token = randomBytes(32).toString('base64url')
      tokens.add(token)
      return token
    },
    isToken(given: string): boolean {
      if (nowMs() < lockedUntil) return false
      if ([...tokens].some(token => equal(token, given))) return true
      failed()
      return false
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
