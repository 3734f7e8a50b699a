export interface Place {
  place: number
  score: number
}

/** Keeps the places with the highest scores, best first; of equal ones those that were offered first. */
export function createBest(limit: number) {
  const places: number[] = []
  const scores: number[] = []
  let least = limit > 0 ? -Infinity : Infinity

  return {
    /** Only what scores more is kept. */
    least: () => least,
    /** Returns `least`, as it is now. */
    offer(place: number, score: number): number {
      if (score <= least) return least
      let at = scores.length < limit ? scores.length : limit - 1
      while (at > 0 && (scores[at - 1] ?? 0) < score) {
        scores[at] = scores[at - 1] ?? 0
        places[at] = places[at - 1] ?? 0
        at -= 1
      }
      scores[at] = score
      places[at] = place
      if (scores.length === limit) least = scores[limit - 1] ?? -Infinity
      return least
    },
    list: (): Place[] => places.map((place, index) => ({ place, score: scores[index] ?? 0 })),
  }
}
