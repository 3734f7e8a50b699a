import { z } from 'zod'
import { errorCode, errorData } from '#renderer/rpc/errors.ts'

const refusalSchema = z.object({ fields: z.array(z.string()) })

/** The fields that the channel itself refused; null for any other error. */
export function refusedFields(error: unknown): readonly string[] | null {
  if (errorCode(error) !== 'BAD_SETTINGS') return null
  return refusalSchema.parse(errorData(error)).fields
}
