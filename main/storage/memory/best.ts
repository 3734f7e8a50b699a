export interface Place {
  place: number
  score: number
}

/** Keeps the places with the highest scores. Offer places in rising order: of equal scores the first ones are kept. */
export function createBest(limit: number) {
  /** A heap: each one is kept no longer than the two below it, at twice its number and one or two more. */
  const places = new Int32Array(Math.max(0, limit))
  const scores = new Float64Array(Math.max(0, limit))
  let count = 0
  let least = limit > 0 ? -Infinity : Infinity

  // No pairs of values here: making them takes longer than all else, as it is done for each of many places.
  function isWorse(one: number, other: number): boolean {
    const difference = (scores[one] ?? 0) - (scores[other] ?? 0)
    return difference === 0 ? (places[one] ?? 0) > (places[other] ?? 0) : difference < 0
  }

  function swap(one: number, other: number): void {
    const place = places[one] ?? 0
    const score = scores[one] ?? 0
    places[one] = places[other] ?? 0
    scores[one] = scores[other] ?? 0
    places[other] = place
    scores[other] = score
  }

  function rise(from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!isWorse(at, above)) return
      swap(at, above)
      at = above
    }
  }

  function sink(): void {
    let at = 0
    let below = 1
    while (below < count) {
      if (below + 1 < count && isWorse(below + 1, below)) below += 1
      if (!isWorse(below, at)) return
      swap(at, below)
      at = below
      below = 2 * at + 1
    }
  }

  return {
    /** Only what scores more is kept. */
    least: () => least,
    /** Returns `least`, as it is now. */
    offer(place: number, score: number): number {
      if (score <= least) return least
      const at = count < limit ? count : 0
      places[at] = place
      scores[at] = score
      if (count < limit) {
        count += 1
        rise(at)
      } else sink()
      if (count === limit) least = scores[0] ?? -Infinity
      return least
    },
    /** Best first. */
    list(): Place[] {
      const found = Array.from({ length: count }, (_, at) => ({ place: places[at] ?? 0, score: scores[at] ?? 0 }))
      return found.toSorted((one, other) => other.score - one.score || one.place - other.place)
    },
  }
}
