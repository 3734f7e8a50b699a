import { appendFileSync, renameSync, statSync } from 'node:fs'
import { inspect } from 'node:util'
import type { Clock } from '#main/ports/clock.ts'
import type { Log, LogFields } from '#main/ports/log.ts'

const largestBytes = 5 * 1024 * 1024

/** One JSON object a line, so that control characters arrive escaped. One older file is kept. Never leaves the computer. */
export function createFileLog(file: string, clock: Clock): Log {
  function write(level: 'info' | 'warn' | 'error', message: string, fields: LogFields): void {
    const line = JSON.stringify({ at: clock.now().toISOString(), level, message, ...fields })
    try {
      if (sizeOf(file) > largestBytes) renameSync(file, `${file}.old`)
      appendFileSync(file, `${line}\n`, { mode: 0o600 })
    } catch (cause) {
      // A full disk must not stop the shop because of a log line; the console is all that is left.
      process.stderr.write(`${line}\n${inspect(cause)}\n`)
    }
  }
  return {
    info: (message, fields = {}) => write('info', message, fields),
    warn: (message, fields = {}) => write('warn', message, fields),
    error: (message, cause, fields = {}) => write('error', message, { ...fields, cause: inspect(cause) }),
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
