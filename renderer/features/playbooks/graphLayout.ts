import type { PlaybookGraph } from '#contract/playbook.ts'
import { layersOf, neighboursOf } from './graphLayers.ts'
import type { Edge, Layers } from './graphLayers.ts'

export const NODE_WIDTH = 176
export const NODE_HEIGHT = 58
const GAP_X = 22
const GAP_Y = 62
const BEND_WIDTH = 26
const MARGIN = 14
/** Between two ways that lead back, on the right of everything. */
const BACK_GAP = 16
const SETTLING = 24

export interface PlacedNode {
  id: string
  kind: string
  label: string
  /** The upper left corner. */
  x: number
  y: number
}

export interface PlacedEdge extends Edge {
  /** SVG path data. */
  path: string
  labelX: number
  labelY: number
  /** Where the head of the arrow touches the step. */
  endX: number
  endY: number
  /** It comes from above, or, leading back, from the right. */
  comesFrom: 'above' | 'right'
}

export interface GraphLayout {
  nodes: PlacedNode[]
  edges: PlacedEdge[]
  width: number
  height: number
}

interface Point {
  x: number
  y: number
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
  const exits = placesAlong(graph.edges, 'from', xOf)
  const down = layers.ways.map(({ edge, through }) => downward(edge, through, { xOf, yOf, exits }))
  const back = layers.back.map((edge, index) => backward(edge, right + (index + 1) * BACK_GAP, { xOf, yOf }))
  return {
    nodes: graph.nodes.map(node => ({ ...node, x: xOf(node.id) - NODE_WIDTH / 2, y: yOf(node.id) })),
    edges: [...down, ...back],
    width: right + MARGIN + (layers.back.length > 0 ? layers.back.length * BACK_GAP + MARGIN : 0),
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

interface Places {
  xOf: (id: string) => number
  yOf: (id: string) => number
}

/** Several ways out of one step leave it side by side, so that their labels do not lie on each other. */
function placesAlong(edges: readonly Edge[], end: 'from' | 'to', xOf: (id: string) => number): Map<Edge, number> {
  const places = new Map<Edge, number>()
  for (const group of Map.groupBy(edges, edge => edge[end]).values()) {
    const sorted = group.toSorted((one, other) => xOf(one.to) - xOf(other.to))
    const room = NODE_WIDTH * 0.7
    for (const [index, edge] of sorted.entries()) {
      places.set(edge, sorted.length === 1 ? 0 : (index / (sorted.length - 1) - 0.5) * room)
    }
  }
  return places
}

function downward(
  edge: Edge,
  through: readonly string[],
  at: Places & { exits: ReadonlyMap<Edge, number> },
): PlacedEdge {
  const points = through.map<Point>((id, index) => {
    const isStart = index === 0
    const isEnd = index === through.length - 1
    const y = at.yOf(id) + (isStart ? NODE_HEIGHT : isEnd ? 0 : NODE_HEIGHT / 2)
    return { x: at.xOf(id) + (isStart ? (at.exits.get(edge) ?? 0) : 0), y }
  })
  const [start = { x: 0, y: 0 }, ...rest] = points
  const [next = start] = rest
  const curves = rest.map((point, index) => {
    const before = points[index] ?? start
    const middle = (before.y + point.y) / 2
    return `C ${before.x} ${middle} ${point.x} ${middle} ${point.x} ${point.y}`
  })
  return {
    ...edge,
    path: [`M ${start.x} ${start.y}`, ...curves].join(' '),
    labelX: start.x + (next.x - start.x) * 0.16,
    labelY: start.y + GAP_Y * 0.32,
    endX: points.at(-1)?.x ?? 0,
    endY: points.at(-1)?.y ?? 0,
    comesFrom: 'above',
  }
}

/** Out on the right, up past everything, and in again from the right. */
function backward(edge: Edge, lane: number, at: Places): PlacedEdge {
  const start = { x: at.xOf(edge.from) + NODE_WIDTH / 2, y: at.yOf(edge.from) + NODE_HEIGHT / 2 }
  const end = { x: at.xOf(edge.to) + NODE_WIDTH / 2, y: at.yOf(edge.to) + NODE_HEIGHT / 2 }
  const path = `M ${start.x} ${start.y} H ${lane - 8} Q ${lane} ${start.y} ${lane} ${start.y - 8} V ${end.y + 8} Q ${lane} ${end.y} ${lane - 8} ${end.y} H ${end.x}`
  return { ...edge, path, labelX: start.x + 6, labelY: start.y - 6, endX: end.x, endY: end.y, comesFrom: 'right' }
}
