/** Time comes in from outside so that rules can be tested at any hour. */
export interface Clock {
  now(): Date
  /** Resolves after `ms`, or at once when the signal aborts. Never rejects. */
  sleep(ms: number, signal: AbortSignal): Promise<void>
}
