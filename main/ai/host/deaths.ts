import type { HostLimits } from './limits.ts'

type DeathLimits = Pick<HostLimits, 'deathsWindowMs' | 'mostDeaths' | 'firstRestartMs' | 'longestRestartMs'>

/** The deaths of the process in the last minutes, and what follows from them. */
export function createDeaths({ deathsWindowMs, mostDeaths, firstRestartMs, longestRestartMs }: DeathLimits) {
  let times: number[] = []

  function recent(now: Date) {
    times = times.filter(time => now.getTime() - time < deathsWindowMs)
    return times.length
  }

  return {
    note(now: Date) {
      recent(now)
      times.push(now.getTime())
    },
    /** Milliseconds until it may start again: at once after the first death, then twice as long each time. */
    delayMs(now: Date): number {
      const count = recent(now)
      return count < 2 ? 0 : Math.min(longestRestartMs, firstRestartMs * 2 ** (count - 2))
    },
    isTooMany: (now: Date) => recent(now) >= mostDeaths,
    forget() {
      times = []
    },
  }
}
export type Deaths = ReturnType<typeof createDeaths>
