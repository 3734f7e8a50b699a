import { implement, ORPCError } from '@orpc/server'
import { contract } from '#contract/index.ts'
import {
  BadQuestionLine,
  BadSettings,
  BrokenPlaybook,
  NoHelp,
  NoPrinter,
  NotFound,
  NotReachable,
  OutOfOrder,
  PrintFailed,
  Refused,
  ShopRefused,
  TooBig,
  TooLong,
  TooMany,
  Unusable,
} from '#main/services/errors.ts'

/**
 * Expected failures become the contract's errors here and nowhere else. The status is left to the contract: with
 * another one oRPC takes the error for an undefined one.
 */
export function known(error: unknown): unknown {
  if (error instanceof NotFound) return new ORPCError('NOT_FOUND', { defined: true })
  if (error instanceof NoPrinter) return new ORPCError('NO_PRINTER', { defined: true })
  if (error instanceof PrintFailed) return new ORPCError('PRINT_FAILED', { defined: true })
  if (error instanceof Refused) return new ORPCError(error.code, { defined: true })
  if (error instanceof TooLong) {
    return new ORPCError('TOO_LONG', { defined: true, data: { max: error.max } })
  }
  if (error instanceof TooBig) {
    const data = { name: error.file, maxBytes: error.maxBytes }
    return new ORPCError('TOO_BIG', { defined: true, data })
  }
  if (error instanceof TooMany) {
    return new ORPCError('TOO_MANY', { defined: true, data: { max: error.max } })
  }
  if (error instanceof NotReachable) {
    return new ORPCError('NOT_REACHABLE', { defined: true, data: { detail: error.detail } })
  }
  if (error instanceof BadQuestionLine) {
    const { line, reason, field } = error
    return new ORPCError('BAD_LINE', { defined: true, data: { line, reason, field } })
  }
  if (error instanceof BrokenPlaybook) {
    return new ORPCError('BROKEN', { defined: true, data: { problems: [...error.problems] } })
  }
  if (error instanceof ShopRefused) {
    return new ORPCError('REFUSED', { defined: true, data: { fault: error.fault } })
  }
  if (error instanceof NoHelp) {
    const { reason, values } = error
    return new ORPCError('NO_HELP', { defined: true, data: { reason, values: [...values] } })
  }
  if (error instanceof Unusable) {
    const { problem, neededBytes } = error
    return new ORPCError('UNUSABLE', { defined: true, data: { problem, neededBytes } })
  }
  if (error instanceof OutOfOrder) {
    return new ORPCError('OUT_OF_ORDER', { defined: true, data: { receivedBytes: error.receivedBytes } })
  }
  if (error instanceof BadSettings) {
    return new ORPCError('BAD_SETTINGS', { defined: true, data: { fields: [...error.fields] } })
  }
  return error
}

export const os = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    throw known(error)
  }
})
