const MOST_CRASHES = 3
const MOST_KEPT = 500

/** Which messages the process died over. Kept in memory only; the oldest are forgotten first. */
export function createSuspects() {
  /** Crashes with nothing else in flight; with 0 it was there with others. */
  const crashes = new Map<string, number>()

  return {
    /** These were in flight when it died. With a single one it is known which. */
    blame(keys: readonly (string | null)[]) {
      const [first] = keys
      const isAlone = keys.length === 1
      for (const key of keys) {
        if (key === null) continue
        const before = crashes.get(key) ?? 0
        crashes.delete(key)
        crashes.set(key, before + (isAlone && key === first ? 1 : 0))
      }
      for (const key of crashes.keys()) {
        if (crashes.size <= MOST_KEPT) break
        crashes.delete(key)
      }
    },
    /** It was worked through: one that was only there with others is innocent. */
    clear(key: string) {
      if (crashes.get(key) === 0) crashes.delete(key)
    },
    /** It has to run with nothing beside it. */
    isSuspect: (key: string | null) => key !== null && crashes.has(key),
    isRefused: (key: string | null) => key !== null && (crashes.get(key) ?? 0) >= MOST_CRASHES,
  }
}
export type Suspects = ReturnType<typeof createSuspects>
