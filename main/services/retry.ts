import type { FaultCode } from '#contract/channel.ts'
import { assertNever } from '#domain/assertNever.ts'

const FIRST_MS = 5000
const LAST_MS = 30 * 60_000
const GIVE_UP_AFTER_MS = 24 * 60 * 60_000

/** Milliseconds until a refused message may be tried again; null when trying again cannot help or took a day already. */
export function retryAfterMs(code: FaultCode, attempts: number, ageMs: number, wishedMs: number | null): number | null {
  switch (code) {
    case 'blocked-by-contact':
    case 'no-such-contact':
    case 'too-big':
    case 'rejected':
    case 'bug':
      return null
    case 'wrong-credentials':
    case 'needs-owner':
    case 'rate-limited':
    case 'unreachable':
    case 'transient':
    case 'tls-untrusted':
    case 'conflict':
    case 'cursor-lost':
    case 'disk-full':
      if (ageMs > GIVE_UP_AFTER_MS) return null
      return Math.max(wishedMs ?? 0, Math.min(LAST_MS, FIRST_MS * 2 ** Math.min(attempts, 12)))
    default:
      return assertNever(code)
  }
}
