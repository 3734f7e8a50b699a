export interface Place {
  place: number
  score: number
}

/** Keeps the places with the highest scores, best first; of equal ones those that were offered first. */
export function createBest(limit: number) {
  const places: number[] = []
  const scores: number[] = []
  let least = -Infinity

  return {
    offer(place: number, score: number): void {
      if (score <= least || limit <= 0) return
      let at = scores.length < limit ? scores.length : limit - 1
      while (at > 0 && (scores[at - 1] ?? 0) < score) {
        scores[at] = scores[at - 1] ?? 0
        places[at] = places[at - 1] ?? 0
        at -= 1
      }
      scores[at] = score
      places[at] = place
      if (scores.length === limit) least = scores[limit - 1] ?? -Infinity
    },
    list: (): Place[] => places.map((place, index) => ({ place, score: scores[index] ?? 0 })),
  }
}
