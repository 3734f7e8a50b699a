import type { GraphCondition, PlaybookGraph } from '#contract/playbook.ts'
import type { Condition } from './conditions.ts'
import { ends, textIn, type PlaybookStep } from './playbook.ts'
import { textsOf, waysFrom } from './ways.ts'

const LONGEST_LABEL = 60

/** The steps and the ways between them, for a picture; ends that are used are nodes of their own. */
export function graphOf(steps: readonly PlaybookStep[], language: string): PlaybookGraph {
  const known = new Set([...steps.map(({ id }) => id), ...ends])
  const edges = steps.flatMap(step => {
    const ways = waysFrom(step).filter(({ to }) => known.has(to))
    // Ways to the same place are drawn once.
    return [...new Set(ways.map(({ to }) => to))].map(to => {
      const words = ways.filter(way => way.to === to && way.by !== 'go to' && way.by !== 'when').map(({ by }) => by)
      const cases = step.kind === 'branch' ? step.cases.filter(({ goTo }) => goTo === to) : []
      return {
        from: step.id,
        to,
        label: words.join(' / '),
        ...(cases.length > 0 && { cases: cases.map(({ when }) => when.map(shown)) }),
      }
    })
  })
  const used = ends.filter(end => edges.some(({ to }) => to === end))
  return {
    nodes: [
      ...steps.map(step => ({
        id: step.id,
        kind: step.kind,
        label: labelOf(step, language),
        ...(step.kind === 'check' && { conditions: step.conditions.map(shown) }),
      })),
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
  if (step.kind === 'look up') return step.record
  return step.kind === 'hand over' ? step.reason : ''
}

function shown(condition: Condition): GraphCondition {
  if ('oneOf' in condition) return { about: condition.about, comparison: 'one of', values: [...condition.oneOf] }
  const { about, comparison, amount } = condition
  return { about, comparison, values: comparison === 'unknown' ? [] : [String(amount)] }
}
