import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Log, LogFields } from '#main/ports/log.ts'

const MAX_BYTES = 5 * 1024 * 1024

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}

/** JSON escapes control characters, so a line stays a line. One old file is kept. */
export function createFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'keepdesk.log')
  let bytes = sizeOf(file)

  function write(level: 'info' | 'warn' | 'error', message: string, fields: LogFields | undefined, stack?: string) {
    const line = `${JSON.stringify({ at: new Date().toISOString(), level, message, ...fields, stack })}\n`
    try {
      if (bytes > MAX_BYTES) {
        renameSync(file, `${file}.1`)
        bytes = 0
      }
      appendFileSync(file, line, { mode: 0o600 })
      bytes += Buffer.byteLength(line)
    } catch {
      // A full disk must not stop the inbox; the storage banner already tells the owner.
      bytes = 0
    }
  }

  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, cause, fields) =>
      write('error', message, fields, cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)),
  }
}
