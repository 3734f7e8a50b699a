import type { AppEvent, AppEventBody } from '#contract/events.ts'
import type { Log } from '#main/ports/log.ts'

/** A screen that falls this far behind misses events, sees the gap in `seq` and reads its views again. */
const MAX_WAITING = 5000

export type Publish = (body: AppEventBody) => void

/** One stream of everything that changed, for every open screen. */
export function createEvents({ log }: { log: Log }) {
  let seq = 0
  const listeners = new Set<(event: AppEvent) => void>()

  /** Never throws: what changed is committed already, whoever cannot hear of it. */
  const publish: Publish = body => {
    seq += 1
    for (const listener of listeners) {
      try {
        listener({ seq, body })
      } catch (cause) {
        log.error('a listener failed', cause, { event: body.type })
      }
    }
  }

  /** `first` comes before everything else: what a screen that opens now must know. */
  async function* subscribe(
    signal: AbortSignal | undefined,
    first: readonly AppEventBody[] = [],
  ): AsyncGenerator<AppEvent> {
    let waiting: AppEvent[] = first.map(body => ({ seq, body }))
    let wake: () => void = () => {}
    const listener = (event: AppEvent) => {
      if (waiting.length < MAX_WAITING) waiting.push(event)
      wake()
    }
    const onAbort = () => wake()
    listeners.add(listener)
    signal?.addEventListener('abort', onAbort)
    try {
      while (!signal?.aborted) {
        const batch = waiting
        waiting = []
        yield* batch
        if (waiting.length === 0 && !signal?.aborted) {
          await new Promise<void>(resolve => {
            wake = resolve
          })
        }
      }
    } finally {
      listeners.delete(listener)
      signal?.removeEventListener('abort', onAbort)
    }
  }

  return {
    publish,
    subscribe,
    /** For parts of the main process, such as a tray count. Returns the way to stop. */
    listen(listener: (event: AppEvent) => void): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
export type Events = ReturnType<typeof createEvents>
