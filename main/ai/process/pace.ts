/** Rounds of each kind that are looked at before one of them is preferred. */
const trials = 3
/** So often another one than the best is looked at again, as a computer gets busy and free. */
const lookAgainEvery = 64
/** How much a new look counts. */
const share = { writing: 0.2, reading: 0.5 }
/** All together are preferred to some of them until these are so much faster in total: one measurement is not the next. */
const clearlyBetter = 1.1
/**
 * Milliseconds that one stretch of a prompt should take: nobody else gets a token meanwhile, and nobody can stop it. A
 * large model takes some time even for one token, and a few of these make reading much more worth it.
 */
const stretchMs = { alone: 150, amongOthers: 90, most: 400 }
const tokensWorth = 3
/** In tokens. The first one is short, as nobody knows yet how slow the model is. */
const stretch = { first: 16, least: 16 }

/**
 * Learns how this model runs on this computer: how many conversations side by side give the most tokens in total (on a
 * processor two to four often give less than one after the other), and how many tokens of a prompt are read in one go.
 */
export function createPace(mostTokens: number) {
  const writing = new Map<number, { ms: number; looks: number }>()
  let readPerMs: number | null = null
  let asked = 0

  function perMs(width: number) {
    const known = writing.get(width)
    return known === undefined ? 0 : width / known.ms
  }

  return {
    /** How many of those that want to write do so in the next round. */
    width(wanting: number): number {
      const choices = [wanting, 1, 2, 4, 8, 16, 32].filter((width, at) => at === 0 || width < wanting)
      const untried = choices.find(width => (writing.get(width)?.looks ?? 0) < trials)
      if (untried !== undefined) return untried
      asked += 1
      if (asked % lookAgainEvery === 0) return choices[(asked / lookAgainEvery) % choices.length] ?? wanting
      const best = choices.reduce((a, b) => (perMs(b) > perMs(a) ? b : a))
      return perMs(best) > perMs(wanting) * clearlyBetter ? best : wanting
    },
    wrote(width: number, ms: number) {
      const known = writing.get(width)
      if (known === undefined) writing.set(width, { ms, looks: 1 })
      else if (known.looks < trials) writing.set(width, { ms: Math.min(known.ms, ms), looks: known.looks + 1 })
      else writing.set(width, { ms: known.ms + share.writing * (ms - known.ms), looks: known.looks })
    },
    /** Tokens of a prompt in one go. */
    stretch(amongOthers: boolean): number {
      const oneTokenMs = writing.get(1)?.ms ?? 0
      const wanted = amongOthers ? stretchMs.amongOthers : stretchMs.alone
      const ms = Math.min(Math.max(wanted, tokensWorth * oneTokenMs), stretchMs.most)
      const tokens = readPerMs === null ? stretch.first : Math.round(readPerMs * ms)
      return Math.max(stretch.least, Math.min(tokens, mostTokens))
    },
    read(tokens: number, ms: number) {
      // A few tokens cost as much as one: they say nothing about speed.
      if (tokens < stretch.least) return
      const now = tokens / Math.max(ms, 0.01)
      readPerMs = readPerMs === null ? now : readPerMs + share.reading * (now - readPerMs)
    },
  }
}

export type Pace = ReturnType<typeof createPace>
