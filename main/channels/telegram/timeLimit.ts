import type { Clock } from '#main/ports/clock.ts'

/** Runs `work` with a signal that aborts with the given one or after `ms`, whichever comes first. */
export async function withinTime<T>(
  clock: Clock,
  ms: number,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const finished = new AbortController()
  const late = new AbortController()
  void clock.sleep(ms, finished.signal).then(() => late.abort())
  try {
    return await work(AbortSignal.any([signal, late.signal]))
  } finally {
    finished.abort()
  }
}
