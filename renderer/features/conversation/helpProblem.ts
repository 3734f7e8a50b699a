import { noHelpSchema } from '#contract/help.ts'
import { errorCode, errorData, isConnectionLost } from '#renderer/rpc/errors.ts'
import type { HelpProblem } from './helpStore.ts'

/** Why no help came, as the screen says it. */
export function problemOf(error: unknown): HelpProblem {
  if (isConnectionLost(error)) return { reason: 'offline', values: [] }
  const told = errorCode(error) === 'NO_HELP' ? noHelpSchema.safeParse(errorData(error)) : null
  return told?.success === true ? told.data : { reason: 'failed', values: [] }
}
