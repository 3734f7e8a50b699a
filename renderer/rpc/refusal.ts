import { ORPCError } from '@orpc/client'

/** An expected failure as the main process sends it; for tests of what is done about one. */
export function refusal(code: string, data: unknown): Error {
  return new ORPCError(code, { defined: true, data })
}
