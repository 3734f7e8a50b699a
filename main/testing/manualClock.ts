import type { Clock } from '#main/ports/clock.ts'

interface Sleeper {
  dueMs: number
  wake(): void
}

/** Time that moves only when a test says so. */
export function createManualClock(start = new Date('2026-03-02T09:00:00Z')) {
  let nowMs = start.getTime()
  const sleepers = new Set<Sleeper>()

  /** Lets everything that can run now run. */
  async function settle() {
    for (let turn = 0; turn < 20; turn += 1) await new Promise(resolve => setImmediate(resolve))
  }

  const clock: Clock = {
    now: () => new Date(nowMs),
    sleep(ms, signal) {
      return new Promise(resolve => {
        if (signal.aborted) {
          resolve()
          return
        }
        const sleeper: Sleeper = {
          dueMs: nowMs + ms,
          wake() {
            sleepers.delete(sleeper)
            resolve()
          },
        }
        sleepers.add(sleeper)
        signal.addEventListener('abort', () => sleeper.wake())
      })
    },
  }
  return {
    ...clock,
    settle,
    async advance(ms: number) {
      nowMs += ms
      for (const sleeper of sleepers) if (sleeper.dueMs <= nowMs) sleeper.wake()
      await settle()
    },
  }
}
export type ManualClock = ReturnType<typeof createManualClock>
