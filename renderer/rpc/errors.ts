import { ORPCError } from '@orpc/client'

/** The connection is gone and did not come back in time: nothing is known about the call. */
export class ConnectionLostError extends Error {
  override name = 'ConnectionLostError'
}

/** The main process refused this page: the link was used up or is too old. */
export class SessionRefusedError extends Error {
  override name = 'SessionRefusedError'
}

/** The contract's code of an expected failure, or null for anything else. */
export function errorCode(error: unknown): string | null {
  return error instanceof ORPCError && error.defined ? String(error.code) : null
}

/** What the contract sends along with an expected failure. */
export function errorData(error: unknown): unknown {
  return error instanceof ORPCError && error.defined ? error.data : undefined
}

export function isConnectionLost(error: unknown): boolean {
  return error instanceof ConnectionLostError || (error instanceof Error && error.name === 'AbortError')
}
