import type { PlaybookGraph } from '#contract/playbook.ts'
import { layersOf, neighboursOf } from './graphLayers.ts'
import type { Edge, Layers, Way } from './graphLayers.ts'

export const NODE_WIDTH = 176
export const NODE_HEIGHT = 66
const GAP_X = 22
const GAP_Y = 76
const BEND_WIDTH = 26
const MARGIN = 14
const SETTLING = 24

export interface Point {
  x: number
  y: number
}

export type PlacedNode = PlaybookGraph['nodes'][number] & {
  /** The upper left corner. */
  x: number
  y: number
}

export type PlacedEdge = Edge & {
  /** SVG path data. */
  path: string
  labelX: number
  labelY: number
  /** For a second line of the label, above the first. */
  hasRoom: boolean
  leads: Way['leads']
  /** Where it leaves the upper step and reaches the lower one. */
  top: Point
  bottom: Point
}

export interface GraphLayout {
  nodes: PlacedNode[]
  edges: PlacedEdge[]
  width: number
  height: number
}

/** A picture of a procedure from top to bottom; the same graph always gives the same picture. */
export function layoutOf(graph: PlaybookGraph): GraphLayout {
  if (graph.nodes.length === 0) return { nodes: [], edges: [], width: 0, height: 0 }
  const layers = layersOf(graph)
  const isNode = new Set(graph.nodes.map(({ id }) => id))
  const widthOf = (id: string) => (isNode.has(id) ? NODE_WIDTH : BEND_WIDTH)
  const middles = middlesOf(layers, widthOf)
  const left = Math.min(...[...middles].map(([id, x]) => x - widthOf(id) / 2))
  const xOf = (id: string) => (middles.get(id) ?? 0) - left + MARGIN
  const rowOf = new Map(layers.rows.flatMap((row, index) => row.map(id => [id, index] as const)))
  const yOf = (id: string) => MARGIN + (rowOf.get(id) ?? 0) * (NODE_HEIGHT + GAP_Y)
  const right = Math.max(...[...middles.keys()].map(id => xOf(id) + widthOf(id) / 2))
  const exits = placesBelow(layers.ways, xOf)
  const arrivals = Map.groupBy(layers.ways, ({ through }) => through.at(-1))
  return {
    nodes: graph.nodes.map(node => ({ ...node, x: xOf(node.id) - NODE_WIDTH / 2, y: yOf(node.id) })),
    edges: layers.ways.map(way =>
      drawn(way, {
        xOf,
        yOf,
        exit: exits.get(way) ?? 0,
        isOnlyOne: (arrivals.get(way.through.at(-1)) ?? []).length === 1,
      }),
    ),
    width: right + MARGIN,
    height: layers.rows.length * (NODE_HEIGHT + GAP_Y) - GAP_Y + 2 * MARGIN,
  }
}

/** Where each id stands: near what it hangs on, never over another one. */
function middlesOf(layers: Layers, widthOf: (id: string) => number): Map<string, number> {
  const { above, below } = neighboursOf(layers.ways)
  const middles = new Map<string, number>()
  for (const row of layers.rows) {
    let x = 0
    for (const id of row) {
      middles.set(id, x + widthOf(id) / 2)
      x += widthOf(id) + GAP_X
    }
    for (const id of row) middles.set(id, (middles.get(id) ?? 0) - (x - GAP_X) / 2)
  }
  for (let round = 0; round < SETTLING; round++) {
    const linked = round % 2 === 0 ? above : below
    const order = round % 2 === 0 ? layers.rows : layers.rows.toReversed()
    for (const row of order) settle(row, linked, middles, widthOf)
  }
  return middles
}

function settle(
  row: readonly string[],
  linked: ReadonlyMap<string, readonly string[]>,
  middles: Map<string, number>,
  widthOf: (id: string) => number,
) {
  const wished = row.map(id => {
    const others = (linked.get(id) ?? []).map(other => middles.get(other) ?? 0)
    return others.length === 0 ? (middles.get(id) ?? 0) : others.reduce((sum, x) => sum + x, 0) / others.length
  })
  const spaces = row.map((id, index) => {
    const before = row[index - 1]
    return before === undefined ? 0 : (widthOf(before) + widthOf(id)) / 2 + GAP_X
  })
  // Pushed apart once to the right and once to the left; the middle of both is fair to either side.
  const toRight = [...wished]
  for (let index = 1; index < row.length; index++) {
    toRight[index] = Math.max(toRight[index] ?? 0, (toRight[index - 1] ?? 0) + (spaces[index] ?? 0))
  }
  const toLeft = [...wished]
  for (let index = row.length - 2; index >= 0; index--) {
    toLeft[index] = Math.min(toLeft[index] ?? 0, (toLeft[index + 1] ?? 0) - (spaces[index + 1] ?? 0))
  }
  for (const [index, id] of row.entries()) middles.set(id, ((toRight[index] ?? 0) + (toLeft[index] ?? 0)) / 2)
}

/** Several ways below one step leave it side by side. */
function placesBelow(ways: readonly Way[], xOf: (id: string) => number): Map<Way, number> {
  const places = new Map<Way, number>()
  for (const group of Map.groupBy(ways, ({ through }) => through[0]).values()) {
    const sorted = group.toSorted((one, other) => xOf(one.through[1] ?? '') - xOf(other.through[1] ?? ''))
    const room = NODE_WIDTH * 0.7
    for (const [index, way] of sorted.entries()) {
      places.set(way, sorted.length === 1 ? 0 : (index / (sorted.length - 1) - 0.5) * room)
    }
  }
  return places
}

interface Places {
  xOf: (id: string) => number
  yOf: (id: string) => number
  /** How far from the middle of the upper step it begins. */
  exit: number
  /** No other way reaches the lower step, so there is room above that for a label. */
  isOnlyOne: boolean
}

function drawn({ edge, through, leads }: Way, { xOf, yOf, exit, isOnlyOne }: Places): PlacedEdge {
  const points = through.map<Point>((id, index) => {
    const isTop = index === 0
    const isBottom = index === through.length - 1
    const y = yOf(id) + (isTop ? NODE_HEIGHT : isBottom ? 0 : NODE_HEIGHT / 2)
    return { x: xOf(id) + (isTop ? exit : 0), y }
  })
  const [top = { x: 0, y: 0 }, ...rest] = points
  const [next = top] = rest
  const bottom = points.at(-1) ?? top
  const curves = rest.map((point, index) => {
    const before = points[index] ?? top
    const middle = (before.y + point.y) / 2
    return `C ${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`
  })
  return {
    ...edge,
    leads,
    path: [`M ${top.x} ${top.y}`, ...curves].join(' '),
    top,
    bottom,
    hasRoom: isOnlyOne,
    labelX: isOnlyOne ? bottom.x : top.x + (next.x - top.x) * 0.16,
    labelY: isOnlyOne ? bottom.y - 13 : top.y + GAP_Y * 0.32,
  }
}
