import type { PlaybookGraph } from '#contract/playbook.ts'

export type Edge = PlaybookGraph['edges'][number]

export interface Layers {
  /** Ids from left to right, the start on top. An id that is no node is a bend of an edge that passes this layer. */
  rows: string[][]
  /** From the upper step to the lower one, each through the bends that stand for it in the rows between. */
  ways: Way[]
}

export interface Way {
  edge: Edge
  through: string[]
  /** It leads down, back up to an earlier step, or both: asked, and with the answer back again. */
  leads: 'down' | 'up' | 'both'
}

const SWEEPS = 12

/** Puts every step below all that lead to it, and orders the rows so that few ways cross. */
export function layersOf({ nodes, edges }: PlaybookGraph): Layers {
  const ids = nodes.map(({ id }) => id)
  const known = new Set(ids)
  const real = edges.filter(({ from, to }) => known.has(from) && known.has(to))
  const found = withoutCircles(ids, real)
  const depths = depthsOf(
    ids,
    found.map(({ upper: from, lower: to, edge: { label } }) => ({ from, to, label })),
  )
  const rows: string[][] = Array.from({ length: Math.max(0, ...depths.values()) + 1 }, () => [])
  for (const id of ids) rows[depths.get(id) ?? 0]?.push(id)
  const ways = found.map(({ edge, upper, lower, leads }, index) => {
    const start = depths.get(upper) ?? 0
    const end = depths.get(lower) ?? 0
    const bends = rows.slice(start + 1, end).map((row, offset) => {
      const bend = `bend ${index} ${start + 1 + offset}`
      row.push(bend)
      return bend
    })
    return { edge, leads, through: [upper, ...bends, lower] }
  })
  return { rows: ordered(rows, neighboursOf(ways)), ways }
}

interface Turned {
  edge: Edge
  upper: string
  lower: string
  leads: Way['leads']
}

/** Follows the ways from the start; one that leads to a step still being followed goes back up. */
function withoutCircles(ids: readonly string[], edges: readonly Edge[]): Turned[] {
  const outgoing = Map.groupBy(edges, ({ from }) => from)
  const down: Edge[] = []
  const up: Edge[] = []
  const state = new Map<string, 'open' | 'done'>()
  const visit = (id: string) => {
    state.set(id, 'open')
    for (const edge of outgoing.get(id) ?? []) {
      const isBack = state.get(edge.to) === 'open'
      if (isBack) up.push(edge)
      else down.push(edge)
      if (!state.has(edge.to)) visit(edge.to)
    }
    state.set(id, 'done')
  }
  for (const id of ids) if (!state.has(id)) visit(id)
  const isReverse = (one: Edge, other: Edge) => one.from === other.to && one.to === other.from
  return [
    ...down.map<Turned>(edge => ({
      edge,
      upper: edge.from,
      lower: edge.to,
      leads: up.some(other => isReverse(edge, other)) ? 'both' : 'down',
    })),
    ...up
      .filter(edge => edge.from !== edge.to && !down.some(other => isReverse(edge, other)))
      .map<Turned>(edge => ({ edge, upper: edge.to, lower: edge.from, leads: 'up' })),
  ]
}

/** The longest way to each node: an answer stands below every question that leads to it. */
function depthsOf(ids: readonly string[], edges: readonly Edge[]): Map<string, number> {
  const incoming = Map.groupBy(edges, ({ to }) => to)
  const depths = new Map<string, number>()
  const depthOf = (id: string): number => {
    const found = depths.get(id)
    if (found !== undefined) return found
    const depth = Math.max(-1, ...(incoming.get(id) ?? []).map(({ from }) => depthOf(from))) + 1
    depths.set(id, depth)
    return depth
  }
  for (const id of ids) depthOf(id)
  return depths
}

export interface Neighbours {
  above: ReadonlyMap<string, readonly string[]>
  below: ReadonlyMap<string, readonly string[]>
}

export function neighboursOf(ways: Layers['ways']): Neighbours {
  const above = new Map<string, string[]>()
  const below = new Map<string, string[]>()
  const add = (map: Map<string, string[]>, key: string, value: string) => map.set(key, [...(map.get(key) ?? []), value])
  for (const { through } of ways) {
    for (const [index, id] of through.entries()) {
      const next = through[index + 1]
      if (next === undefined) continue
      add(below, id, next)
      add(above, next, id)
    }
  }
  return { above, below }
}

/** Moves each row under the middle of what it hangs on, down and up in turn, and keeps the order with the fewest crossings. */
function ordered(rows: readonly string[][], neighbours: Neighbours): string[][] {
  let current = rows.map(row => [...row])
  let best = current
  let fewest = crossings(current, neighbours)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep++) {
    const isDown = sweep % 2 === 0
    const linked = isDown ? neighbours.above : neighbours.below
    const next = current.map(row => [...row])
    const order = isDown ? next.keys() : [...next.keys()].toReversed()
    for (const index of order) {
      const fixed = next[isDown ? index - 1 : index + 1]
      const row = next[index]
      if (fixed === undefined || row === undefined) continue
      const places = new Map(fixed.map((id, place) => [id, place]))
      const middles = new Map(row.map((id, place) => [id, middleOf(linked.get(id) ?? [], places) ?? place]))
      next[index] = row.toSorted((one, other) => (middles.get(one) ?? 0) - (middles.get(other) ?? 0))
    }
    current = next
    const count = crossings(current, neighbours)
    if (count < fewest) {
      fewest = count
      best = current
    }
  }
  return best
}

function middleOf(linked: readonly string[], places: ReadonlyMap<string, number>): number | null {
  const found = linked.map(id => places.get(id)).filter(place => place !== undefined)
  return found.length === 0 ? null : found.reduce((sum, place) => sum + place, 0) / found.length
}

export function crossings(rows: readonly (readonly string[])[], { below }: Neighbours): number {
  let count = 0
  for (const [index, row] of rows.entries()) {
    const places = new Map((rows[index + 1] ?? []).map((id, place) => [id, place]))
    const ends = row.map(id => (below.get(id) ?? []).map(to => places.get(to) ?? 0))
    for (const [left, those] of ends.entries()) {
      for (const right of ends.slice(left + 1)) {
        for (const end of those) count += right.filter(other => other < end).length
      }
    }
  }
  return count
}
