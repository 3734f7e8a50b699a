import { expect, test } from 'vitest'
import type { PlaybookGraph, PlaybookTestRun } from '#contract/playbook.ts'
import { walkedPath } from './walkedPath.ts'

const graph: PlaybookGraph = {
  nodes: [],
  edges: [
    { from: 'find', to: 'told', label: 'found' },
    { from: 'told', to: 'end', label: '' },
    { from: 'told', to: 'person', label: '' },
  ],
}
const run = (path: string[], outcome: PlaybookTestRun['outcome']): PlaybookTestRun => ({
  turns: [],
  path,
  outcome,
  orderNumber: null,
})

test('a dialogue that is over goes on to the end it came to', () => {
  expect(walkedPath(run(['find', 'told'], 'told'), graph)).toEqual(['find', 'told', 'end'])
  expect(walkedPath(run(['find', 'told'], 'handed-over'), graph)).toEqual(['find', 'told', 'person'])
})

test('a dialogue that waits, or ends where the picture shows no end, stops at its last step', () => {
  expect(walkedPath(run(['find'], 'asked'), graph)).toEqual(['find'])
  expect(walkedPath(run(['find'], 'told'), graph)).toEqual(['find'])
  expect(walkedPath(null, graph)).toEqual([])
})
