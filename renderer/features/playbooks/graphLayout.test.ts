import { expect, test } from 'vitest'
import type { PlaybookGraph } from '#contract/playbook.ts'
import { crossings, layersOf, neighboursOf } from './graphLayers.ts'
import { layoutOf, NODE_HEIGHT, NODE_WIDTH } from './graphLayout.ts'

function graph(text: string): PlaybookGraph {
  const edges = text.split(' ').map(pair => {
    const [from = '', to = ''] = pair.split('>')
    return { from, to, label: '' }
  })
  const ids = [...new Set(edges.flatMap(({ from, to }) => [from, to]))]
  return { nodes: ids.map(id => ({ id, kind: 'tell', label: id })), edges }
}

const returns = graph(
  'ask>find find>late find>none late>sorry late>offer offer>label offer>end none>person sorry>person label>end',
)

test('every step stands below all steps that lead to it', () => {
  const { nodes, edges } = layoutOf(returns)
  const yOf = new Map(nodes.map(({ id, y }) => [id, y]))
  for (const { from, to } of edges) expect(yOf.get(to)).toBeGreaterThanOrEqual((yOf.get(from) ?? 0) + NODE_HEIGHT)
})

test('no two steps lie on each other, and all are inside the picture', () => {
  const wide = graph(Array.from({ length: 12 }, (_, index) => `a>b${index} b${index}>end`).join(' '))
  for (const one of [returns, wide]) {
    const { nodes, width, height } = layoutOf(one)
    for (const node of nodes) {
      expect(node.x).toBeGreaterThanOrEqual(0)
      expect(node.x + NODE_WIDTH).toBeLessThanOrEqual(width)
      expect(node.y + NODE_HEIGHT).toBeLessThanOrEqual(height)
      const covering = nodes.filter(
        other => other !== node && Math.abs(other.x - node.x) < NODE_WIDTH && Math.abs(other.y - node.y) < NODE_HEIGHT,
      )
      expect(covering).toEqual([])
    }
  }
})

test('a way back to an earlier question leads up, and does not push that question down', () => {
  const { nodes, edges } = layoutOf(graph('ask>check check>tell tell>ask'))
  const depths = nodes.map(({ y }) => y)
  expect(depths).toEqual(depths.toSorted((one, other) => one - other))
  expect(edges.find(({ from }) => from === 'tell')).toMatchObject({ to: 'ask', leads: 'up' })
})

test('a question and the answer that leads back from it are one way with two heads', () => {
  const { edges } = layoutOf(graph('find>ask ask>find find>tell'))
  expect(edges.map(({ from, to, leads }) => [from, to, leads])).toEqual([
    ['find', 'ask', 'both'],
    ['find', 'tell', 'down'],
  ])
})

test('ways that need not cross do not cross', () => {
  const crossed: PlaybookGraph = graph('a>x a>y x>right y>left right>end left>end')
  const layers = layersOf({ ...crossed, nodes: crossed.nodes.toReversed().toSorted(({ id }) => (id === 'a' ? -1 : 1)) })
  expect(crossings(layers.rows, neighboursOf(layers.ways))).toBe(0)
})

test('a step that goes on to one that is not there is drawn without that way', () => {
  const broken: PlaybookGraph = { ...returns, edges: [...returns.edges, { from: 'ask', to: 'nowhere', label: 'x' }] }
  expect(layoutOf(broken).edges).toHaveLength(returns.edges.length)
})

test('nothing gives an empty picture', () => {
  expect(layoutOf({ nodes: [], edges: [] })).toEqual({ nodes: [], edges: [], width: 0, height: 0 })
})
