import { assertNever } from '#domain/assertNever.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { WorkerProcess } from '#main/ports/platform.ts'
import { modelReplySchema, type ModelCall, type ModelReply } from '../modelCalls.ts'
import type { HostLimits } from './limits.ts'

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never
export type CallBody = WithoutId<Exclude<ModelCall, { type: 'cancel' | 'beat' }>>
export type Final = Extract<ModelReply, { type: 'done' | 'failed' }>
export type Value = Extract<ModelReply, { type: 'done' }>['value']
/** Why the process is no more. */
export type EndReason = 'exit' | 'hung' | 'slow' | 'garbage' | 'memory' | 'closed'

interface Listener {
  text(text: string): void
  end(reply: Final): void
}

/** One life of the process with the models: its calls in flight, its signs of life, its end. */
export function createModelProcess({
  worker,
  clock,
  limits,
  threads,
  memoryCap,
  onEnd,
}: {
  worker: WorkerProcess
  clock: Clock
  limits: HostLimits
  /** What it may compute with now. */
  threads(): number
  /** In bytes; beyond it, it is ended. */
  memoryCap(): number
  /** Once; nothing more comes from it. */
  onEnd(why: EndReason): void
}) {
  const ended = new AbortController()
  const open = new Map<number, Listener>()
  const { promise: ready, resolve: becomeReady } = Promise.withResolvers<boolean>()
  let lastId = 0
  let unanswered = 0
  let asking = 0

  function end(why: EndReason) {
    if (ended.signal.aborted) return
    ended.abort()
    open.clear()
    worker.kill()
    becomeReady(false)
    onEnd(why)
  }

  async function endUnlessReady() {
    const waiting = new AbortController()
    void ready.then(() => waiting.abort())
    await clock.sleep(limits.startMs, waiting.signal)
    if (!waiting.signal.aborted) end('hung')
  }

  async function watch() {
    if (!(await ready)) return
    for (;;) {
      await clock.sleep(limits.beatMs, ended.signal)
      if (ended.signal.aborted) return
      // Opening a file can take it a while, and has a limit of its own.
      if (asking > 0) unanswered = 0
      if (unanswered >= 2) return end('hung')
      unanswered += 1
      worker.post({ id: (lastId += 1), type: 'beat', threads: threads() } satisfies ModelCall)
    }
  }

  function hear(message: unknown) {
    const parsed = modelReplySchema.safeParse(message)
    if (!parsed.success) return end('garbage')
    const reply = parsed.data
    switch (reply.type) {
      case 'ready':
        return becomeReady(true)
      case 'beat':
        unanswered = 0
        if (reply.memoryBytes > memoryCap()) end('memory')
        return
      case 'text':
        return listenerOf(reply.id)?.text(reply.text)
      case 'done':
      case 'failed':
        return finish(reply)
      default:
        return assertNever(reply)
    }
  }

  /** Of a call that was never made nothing can be heard; of one that has ended something may be on its way. */
  function listenerOf(id: number): Listener | undefined {
    if (id > lastId) end('garbage')
    return open.get(id)
  }

  function finish(reply: Final) {
    const listener = listenerOf(reply.id)
    open.delete(reply.id)
    listener?.end(reply)
  }

  function send(body: CallBody, listener: Listener): number {
    lastId += 1
    open.set(lastId, listener)
    worker.post({ id: lastId, ...body })
    return lastId
  }

  async function endUnlessFinished(id: number, ms: number, why: EndReason) {
    await clock.sleep(ms, ended.signal)
    if (open.has(id)) end(why)
  }

  worker.listen({ message: hear, ended: () => end('exit') })
  void endUnlessReady()
  void watch()
  return {
    /** False: it ended before it said a word. */
    ready,
    end,
    send,
    /** It has to say soon that the call is over. */
    cancel(id: number) {
      if (!open.has(id)) return
      worker.post({ id, type: 'cancel' } satisfies ModelCall)
      void endUnlessFinished(id, limits.cancelMs, 'hung')
    },
    /** Null: it ended over it, or was too slow and had to. */
    ask(body: CallBody, limitMs: number): Promise<Final | null> {
      asking += 1
      return new Promise(resolve => {
        const id = send(body, {
          text: () => end('garbage'),
          end(reply) {
            asking -= 1
            resolve(reply)
          },
        })
        ended.signal.addEventListener('abort', () => resolve(null))
        void endUnlessFinished(id, limitMs, 'slow')
      })
    },
  }
}
export type ModelProcess = ReturnType<typeof createModelProcess>
