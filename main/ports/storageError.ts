export type StorageErrorCode =
  'wrong-key' | 'not-keepdesk' | 'damaged' | 'newer-version' | 'disk-full' | 'not-writable' | 'in-use'

/** The data folder cannot be used as it is. `message` is a plain sentence for the owner. */
export class StorageError extends Error {
  readonly code: StorageErrorCode

  constructor(code: StorageErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StorageError'
    this.code = code
  }
}

export function isDiskFull(error: unknown): boolean {
  return error instanceof StorageError && error.code === 'disk-full'
}
