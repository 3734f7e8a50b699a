import type { z } from 'zod'
import type { WorkerProcess } from '#main/ports/platform.ts'

export interface Exchange<Message, Result> {
  request: unknown
  schema: z.ZodType<Message>
  limitMs: number
  /** Takes one piece of the answer; with the last one, the whole. */
  take(message: Message): Result | null
}

/** One question to a reading process. Null when it failed, took too long, or said something unexpected. */
export function exchange<Message, Result>(
  child: WorkerProcess,
  { request, schema, limitMs, take }: Exchange<Message, Result>,
): Promise<Result | null> {
  return new Promise(resolve => {
    const finish = (result: Result | null) => {
      clearTimeout(timer)
      resolve(result)
    }
    const timer = setTimeout(() => finish(null), limitMs)
    child.listen({
      ended: () => finish(null),
      message(message) {
        const reply = schema.safeParse(message)
        if (!reply.success) return finish(null)
        const whole = take(reply.data)
        if (whole !== null) finish(whole)
      },
    })
    child.post(request)
  })
}
