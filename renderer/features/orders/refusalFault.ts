import { z } from 'zod'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'

const refusal = z.object({ fault: z.string() })

/** Why a shop refused, as a code; null for any other failure. */
export function refusalFault(error: unknown): string | null {
  if (errorCode(error) !== 'REFUSED') return null
  const parsed = refusal.safeParse(errorData(error))
  return parsed.success ? parsed.data.fault : null
}
