import type { Clock } from '#main/ports/clock.ts'
import type { Log } from '#main/ports/log.ts'

const AFTER_FAILURE_MS = 5000

/**
 * Runs `step` until stopped. `step` returns how long to rest in milliseconds, or null to rest until woken.
 * A failing step is logged and tried again after five seconds.
 */
export function createLoop({
  name,
  clock,
  log,
  step,
}: {
  name: string
  clock: Clock
  log: Log
  step: (signal: AbortSignal) => Promise<number | null>
}) {
  const stopping = new AbortController()
  let resting: AbortController | null = null
  let woken = false
  let running: Promise<void> = Promise.resolve()

  async function rest(ms: number | null) {
    if (woken || stopping.signal.aborted) return
    resting = new AbortController()
    await clock.sleep(ms ?? 2 ** 31 - 1, AbortSignal.any([resting.signal, stopping.signal]))
    resting = null
  }

  async function run() {
    while (!stopping.signal.aborted) {
      woken = false
      let ms: number | null
      try {
        ms = await step(stopping.signal)
      } catch (cause) {
        log.error(`${name} failed`, cause)
        ms = AFTER_FAILURE_MS
      }
      await rest(ms)
    }
  }

  return {
    start() {
      running = run()
    },
    /** Ends the present rest, or makes the next one end at once. */
    wake() {
      woken = true
      resting?.abort()
    },
    async stop() {
      stopping.abort()
      await running
    },
  }
}
