import type { Readable, Writable } from 'node:stream'
import { z } from 'zod'
import { PrintFailed } from '#main/ports/printer.ts'

const replySchema = z.object({
  id: z.number().optional(),
  result: z.record(z.string(), z.unknown()).optional(),
  error: z.object({ message: z.string() }).optional(),
})

export interface BrowserPipe {
  /** Throws PrintFailed when the browser refuses or has ended. */
  ask(method: string, params?: Readonly<Record<string, unknown>>, sessionId?: string): Promise<Record<string, unknown>>
  /** Every open question fails. */
  end(reason: string): void
}

/** The DevTools protocol over two pipes: JSON, each message ended by a zero byte. Nothing listens on a port. */
export function createBrowserPipe(toBrowser: Writable, fromBrowser: Readable): BrowserPipe {
  const waiting = new Map<number, { answer(result: Record<string, unknown>): void; fail(error: Error): void }>()
  let lastId = 0
  let ended: string | null = null
  let pieces: Buffer[] = []

  function take(message: string) {
    const { id, result, error } = replySchema.parse(JSON.parse(message))
    const question = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || question === undefined) return
    waiting.delete(id)
    if (error) question.fail(new PrintFailed(error.message))
    else question.answer(result ?? {})
  }

  function end(reason: string) {
    ended ??= reason
    for (const { fail } of waiting.values()) fail(new PrintFailed(reason))
    waiting.clear()
  }

  fromBrowser.on('data', (chunk: Buffer) => {
    let from = 0
    for (let at = chunk.indexOf(0); at !== -1; at = chunk.indexOf(0, from)) {
      pieces.push(chunk.subarray(from, at))
      const message = Buffer.concat(pieces).toString('utf8')
      pieces = []
      from = at + 1
      try {
        take(message)
      } catch {
        return end('The browser gave something that cannot be understood')
      }
    }
    pieces.push(chunk.subarray(from))
  })
  fromBrowser.on('error', () => end('The browser stopped'))
  toBrowser.on('error', () => end('The browser stopped'))

  return {
    ask(method, params = {}, sessionId) {
      if (ended !== null) return Promise.reject(new PrintFailed(ended))
      const id = ++lastId
      return new Promise((answer, fail) => {
        waiting.set(id, { answer, fail })
        toBrowser.write(
          `${JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) })}\0`,
        )
      })
    },
    end,
  }
}
