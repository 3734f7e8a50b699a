import type { NoHelpReason } from '#contract/help.ts'
import type { ModelProblem } from '#contract/model.ts'
import type { PlaybookProblem } from '#contract/playbook.ts'

/** Expected failures; rpc turns each into the contract's error of the same name. */
export class NotFound extends Error {
  override readonly name = 'NotFound'
}

export class BadSettings extends Error {
  override readonly name = 'BadSettings'
  readonly fields: readonly string[]

  constructor(fields: readonly string[]) {
    super(`Settings are missing or wrong: ${fields.join(', ')}`)
    this.fields = fields
  }
}

export type RefusalCode =
  | 'ALREADY_CONNECTED'
  | 'SAME_CONTACT'
  | 'ONLY_HANDLE'
  | 'INSEPARABLE'
  | 'EMPTY'
  | 'NO_ATTACHMENTS'
  | 'CHANNEL_REMOVED'
  | 'TOO_LATE'
  | 'COUPON_GONE'
  | 'PREVIEW_EXPIRED'
  | 'BUSY'
  | 'OTHER_SET'
  | 'FORCED'
  | 'BAD_TIME'
  | 'GONE'
  | 'NOT_ALLOWED'
  | 'NAME_TAKEN'
  | 'SHORTCUT_TAKEN'

/** What was asked is not possible now; the screen says why. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

export class TooLong extends Error {
  override readonly name = 'TooLong'
  readonly max: number

  constructor(max: number) {
    super(`Longer than ${max} characters`)
    this.max = max
  }
}

export class TooBig extends Error {
  override readonly name = 'TooBig'
  readonly file: string
  readonly maxBytes: number

  constructor(file: string, maxBytes: number) {
    super(`Bigger than ${maxBytes} bytes`)
    this.file = file
    this.maxBytes = maxBytes
  }
}

export class TooMany extends Error {
  override readonly name = 'TooMany'
  readonly max: number

  constructor(max: number) {
    super(`More than ${max}`)
    this.max = max
  }
}

/** A remote side that was asked for something did not give it; `detail` may be shown. */
export class NotReachable extends Error {
  override readonly name = 'NotReachable'
  readonly detail: string

  constructor(detail: string, cause: unknown) {
    super(detail, { cause })
    this.detail = detail
  }
}

/** A line of a file of questions that cannot be used. */
export class BadQuestionLine extends Error {
  override readonly name = 'BadQuestionLine'
  readonly line: number
  readonly reason: 'not-json' | 'no-text' | 'wrong-field'
  /** The field that is wrong. */
  readonly field: string

  constructor(line: number, reason: BadQuestionLine['reason'], field = '') {
    super(`Line ${line}: ${reason} ${field}`)
    this.line = line
    this.reason = reason
    this.field = field
  }
}

export class BrokenPlaybook extends Error {
  override readonly name = 'BrokenPlaybook'
  readonly problems: readonly PlaybookProblem[]

  constructor(problems: readonly PlaybookProblem[]) {
    super(`A procedure has ${problems.length} problems`)
    this.problems = problems
  }
}

/** A web shop did not let itself be connected; `fault` is a key under `orders.fault.`. */
export class ShopRefused extends Error {
  override readonly name = 'ShopRefused'
  readonly fault: string

  constructor(fault: string, cause: unknown) {
    super(fault, { cause })
    this.fault = fault
  }
}

/** What the owner asked for while writing cannot be given; their text stays as it is. */
export class NoHelp extends Error {
  override readonly name = 'NoHelp'
  readonly reason: NoHelpReason
  /** What the new text left out or changed; where it did not, what it added. */
  readonly values: readonly string[]

  constructor(reason: NoHelpReason, { values = [], cause }: { values?: readonly string[]; cause?: unknown } = {}) {
    super(reason, { cause })
    this.reason = reason
    this.values = values
  }
}

/** A model that cannot be had or used; the screen says why and what can be done. */
export class Unusable extends Error {
  override readonly name = 'Unusable'
  readonly problem: ModelProblem
  /** Of disk or memory, when that is what lacks. */
  readonly neededBytes: number | undefined

  constructor(problem: ModelProblem, { neededBytes, cause }: { neededBytes?: number; cause?: unknown } = {}) {
    super(problem, { cause })
    this.problem = problem
    this.neededBytes = neededBytes
  }
}

/** A piece of a file that does not follow the one before it. */
export class OutOfOrder extends Error {
  override readonly name = 'OutOfOrder'
  readonly receivedBytes: number

  constructor(receivedBytes: number) {
    super(`${receivedBytes} bytes are here`)
    this.receivedBytes = receivedBytes
  }
}

export { NoPrinter, PrintFailed } from '#main/ports/printer.ts'
