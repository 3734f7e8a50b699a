import type { Clock } from '#main/ports/clock.ts'

/** Timers of Node hold at most this many milliseconds. */
const LONGEST_MS = 2 ** 31 - 1

export const systemClock: Clock = {
  now: () => new Date(),
  sleep(ms, signal) {
    return new Promise(resolve => {
      if (signal.aborted) {
        resolve()
        return
      }
      const done = () => {
        clearTimeout(timer)
        signal.removeEventListener('abort', done)
        resolve()
      }
      const timer = setTimeout(done, Math.min(Math.max(0, ms), LONGEST_MS))
      signal.addEventListener('abort', done)
    })
  },
}
