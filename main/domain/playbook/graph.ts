import type { PlaybookGraph } from '#contract/playbook.ts'
import { conditionText } from './conditions.ts'
import { ends, textIn, type PlaybookStep } from './playbook.ts'
import { textsOf, waysFrom } from './ways.ts'

const LONGEST_LABEL = 60

/** The steps and the ways between them, for a picture; ends that are used are nodes of their own. */
export function graphOf(steps: readonly PlaybookStep[], language: string): PlaybookGraph {
  const known = new Set([...steps.map(({ id }) => id), ...ends])
  const edges = steps.flatMap(step => {
    const ways = waysFrom(step).filter(({ to }) => known.has(to))
    // Ways to the same place are drawn once.
    return [...new Set(ways.map(({ to }) => to))].map(to => ({
      from: step.id,
      to,
      label: ways
        .filter(way => way.to === to && way.by !== 'go to')
        .map(({ by }) => by)
        .join(' / '),
    }))
  })
  const used = ends.filter(end => edges.some(({ to }) => to === end))
  return {
    nodes: [
      ...steps.map(step => ({ id: step.id, kind: step.kind, label: labelOf(step, language) })),
      ...used.map(id => ({ id, kind: id, label: '' })),
    ],
    edges,
  }
}

function labelOf(step: PlaybookStep, language: string): string {
  const [texts] = textsOf(step)
  const text = texts === undefined ? detailOf(step) : textIn(texts, language)
  const line = text.trim().split('\n', 1)[0] ?? ''
  return line.length <= LONGEST_LABEL ? line : `${line.slice(0, LONGEST_LABEL - 1)}…`
}

function detailOf(step: PlaybookStep): string {
  if (step.kind === 'check') return step.conditions.map(conditionText).join(', ')
  if (step.kind === 'look up') return step.record
  return step.kind === 'hand over' ? step.reason : ''
}
