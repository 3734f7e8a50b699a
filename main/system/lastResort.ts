import type { Log } from '#main/ports/log.ts'

/**
 * An error in a timer or a socket of a library must not take the inbox down. Going on is safe here: what counts is in
 * the database, written in whole transactions, and a channel that fell silent is dialled again by its watchdog.
 */
export function surviveStrayErrors(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (cause: unknown) => log.error('an error that nobody caught', cause, { event }))
  }
}
