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
  | 'EMPTY'
  | 'NO_ATTACHMENTS'
  | 'CHANNEL_REMOVED'
  | 'TOO_LATE'
  | 'PREVIEW_EXPIRED'

/** What was asked is not possible now; the screen says why. */
export class Refused extends Error {
  override readonly name = 'Refused'
  readonly code: RefusalCode

  constructor(code: RefusalCode) {
    super(code)
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
