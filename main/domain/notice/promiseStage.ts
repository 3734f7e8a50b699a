/** A promised time is near when so much is left: enough to write an answer. */
export const PROMISE_NEAR_MS = 15 * 60_000

/** 0: there is time; 1: it is near; 2: it has passed. */
export function promiseStage(promisedBy: Date, now: Date): 0 | 1 | 2 {
  const leftMs = promisedBy.getTime() - now.getTime()
  if (leftMs <= 0) return 2
  return leftMs <= PROMISE_NEAR_MS ? 1 : 0
}
