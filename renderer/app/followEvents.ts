import type { AppEvent, AppEventBody } from '#contract/events.ts'

export interface FollowEventsDeps {
  subscribe: (signal: AbortSignal) => Promise<AsyncIterable<AppEvent>>
  apply: (body: AppEventBody) => void
  /** Events may have been missed: every open view reads again. */
  readAgain: () => void
  sleep: (ms: number) => Promise<void>
  signal: AbortSignal
}

const RETRY_MS = 1000

/** Follows the one stream of events until `signal` aborts; a gap in the numbers or a broken stream makes the views read again. */
export async function followEvents({ subscribe, apply, readAgain, sleep, signal }: FollowEventsDeps): Promise<void> {
  while (!signal.aborted) {
    try {
      const events = await subscribe(signal)
      // Only what is read from here on is followed by events.
      readAgain()
      let lastSeq: number | null = null
      for await (const { seq, body } of events) {
        if (signal.aborted) return
        if (lastSeq !== null && seq !== lastSeq + 1) readAgain()
        lastSeq = seq
        apply(body)
      }
    } catch (error) {
      if (!(error instanceof Error)) throw error
    }
    if (!signal.aborted) await sleep(RETRY_MS)
  }
}
