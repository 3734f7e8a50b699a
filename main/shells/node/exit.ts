/** Ends the program with one plain sentence for the owner. Exit codes: 1 refused, 2 wrong usage. */
export class Exit extends Error {
  readonly exitCode: 1 | 2

  constructor(exitCode: 1 | 2, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'Exit'
    this.exitCode = exitCode
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}
