/** The same numbers on every run: xorshift of 32 bits. */
export function createRandom(seed: number) {
  let state = seed | 0 || 1
  /** 0 up to 1. */
  function next(): number {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  /** A whole number below `end`. */
  const below = (end: number): number => Math.floor(next() * end)

  function shuffled<T>(values: readonly T[]): T[] {
    const result = [...values]
    for (let last = result.length - 1; last > 0; last--) {
      const other = below(last + 1)
      const [one, two] = [result[last], result[other]]
      if (one !== undefined && two !== undefined) [result[last], result[other]] = [two, one]
    }
    return result
  }
  return { next, below, shuffled }
}
export type Random = ReturnType<typeof createRandom>
