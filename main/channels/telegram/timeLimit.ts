import type { Clock } from '#main/ports/clock.ts'

/**
 * Runs `work` with a signal that aborts with the given one or after `ms`, whichever comes first. `renew` starts the
 * time again: then it limits the silence and not the whole.
 */
export async function withinTime<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal, renew: () => void) => Promise<T>,
): Promise<T> {
  const late = new AbortController()
  let timer = new AbortController()
  function renew() {
    timer.abort()
    const current = new AbortController()
    timer = current
    void clock.sleep(ms, current.signal).then(() => {
      if (!current.signal.aborted) late.abort()
    })
  }
  renew()
  try {
    return await work(AbortSignal.any([signal, late.signal]), renew)
  } finally {
    timer.abort()
  }
}
