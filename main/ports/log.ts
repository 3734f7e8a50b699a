export type LogFields = Readonly<Record<string, string | number | boolean | null>>

/** Never message text, names, tokens or addresses. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  /** `cause` is written with its stack. */
  error(message: string, cause: unknown, fields?: LogFields): void
}
