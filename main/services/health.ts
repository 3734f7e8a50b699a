import type { Fault, FaultCode, Health } from '#contract/channel.ts'
import { ChannelFault } from '#main/ports/channel.ts'
import { isDiskFull } from '#main/ports/storageError.ts'

const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 5 * 60_000

export function initialHealth(now: Date, enabled: boolean): Health {
  return {
    state: enabled ? 'connecting' : 'off',
    since: now,
    lastProofAt: null,
    nextTryAt: null,
    attempts: 0,
    fault: null,
  }
}

/** Trying again by itself would not help, or could lock the account. */
export function needsOwner(code: FaultCode): boolean {
  return code === 'wrong-credentials' || code === 'tls-untrusted' || code === 'needs-owner'
}

/** Full jitter between one second and five minutes. `random` is in [0, 1). */
export function retryDelayMs(attempts: number, random: number): number {
  const ceiling = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 20))
  return Math.max(FIRST_RETRY_MS, Math.round(ceiling * random))
}

export function faultOf(error: unknown): Fault {
  if (error instanceof ChannelFault) return { code: error.code, detail: error.message }
  if (isDiskFull(error)) return { code: 'disk-full', detail: '' }
  return { code: 'bug', detail: '' }
}
