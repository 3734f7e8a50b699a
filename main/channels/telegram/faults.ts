import type { FaultCode } from '#contract/channel.ts'
import { ChannelFault } from '#main/ports/channel.ts'

export interface Refusal {
  status: number
  description: string
  retryAfterSeconds: number | null
}

/** What Telegram said no to. `sending`: the request carried a message to a contact. */
export function refusalFault(refusal: Refusal, sending: boolean): ChannelFault {
  const code = refusalCode(refusal, sending)
  return new ChannelFault(code, refusal.description || `HTTP ${refusal.status}`, {
    ...(refusal.retryAfterSeconds !== null && { retryAfterMs: refusal.retryAfterSeconds * 1000 }),
    maybeDelivered: sending && refusal.status >= 500,
  })
}

function refusalCode({ status, description }: Refusal, sending: boolean): FaultCode {
  if (status === 401 || status === 404) return 'wrong-credentials'
  if (status === 403) return sending ? 'blocked-by-contact' : 'rejected'
  if (status === 409) return 'conflict'
  if (status === 413 || /too (big|long|large)/i.test(description)) return 'too-big'
  if (status === 429) return 'rate-limited'
  if (status >= 500) return 'transient'
  return /(chat|user) not found|PEER_ID_INVALID/i.test(description) ? 'no-such-contact' : 'rejected'
}

const neverLeft = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'EGRESS_DENIED',
])

/** A request that got no readable answer. */
export function networkFault(cause: unknown, sending: boolean): ChannelFault {
  const codes = errorCodes(cause)
  if (codes.some(code => /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ERR_TLS|ERR_SSL/.test(code))) {
    return new ChannelFault('tls-untrusted', codes.join(' '), { cause })
  }
  const left = !codes.some(code => neverLeft.has(code))
  return new ChannelFault(left ? 'transient' : 'unreachable', codes.join(' ') || 'no answer', {
    cause,
    maybeDelivered: sending && left,
  })
}

/** `fetch` hides the reason in the cause, and behind several addresses in an AggregateError. */
function errorCodes(error: unknown): string[] {
  if (!(error instanceof Error)) return []
  const own = 'code' in error && typeof error.code === 'string' ? [error.code] : []
  const parts: unknown[] = error instanceof AggregateError ? error.errors : []
  return [...new Set([...own, ...errorCodes(error.cause), ...parts.flatMap(errorCodes)])]
}
