import type { PlaybookProblem } from '#contract/playbook.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import { checkWays } from './ways.ts'
import type { Playbook, PlaybookStep } from './playbook.ts'
import { checkTexts, readStep, reportShape } from './readStep.ts'
import { playbookShape, wordList } from './shape.ts'
import { readYaml, type Report } from './yamlText.ts'

export const mostSteps = 60
const usableId = /^[a-z0-9][a-z0-9-]{0,59}$/

export interface PlaybookReading {
  /** Null when it cannot be used; then there is at least one problem. */
  playbook: Playbook | null
  problems: PlaybookProblem[]
  /** What could be made of the steps, for a picture of a procedure that is not finished. */
  steps: readonly PlaybookStep[]
}

export function readPlaybook(text: string): PlaybookReading {
  const { data, problems, report } = readYaml(text)
  if (problems.length > 0) return { playbook: null, problems, steps: [] }
  const parsed = playbookShape.safeParse(data)
  if (!parsed.success) {
    reportShape(parsed.error, [], report)
    return { playbook: null, problems, steps: [] }
  }
  const { id, name, starts, needs, steps: rows } = parsed.data
  if (!usableId.test(id)) report('no-id', ['id'], id)
  checkTexts(name, ['name'], report)
  for (const [index, intent] of starts.intents.entries())
    if (intentOf(intent) === null) report('unknown-intent', ['starts', 'intents', index], intent)
  const words = wordList(starts.words).filter(word => word.trim() !== '')
  if (starts.intents.length === 0 && words.length === 0) report('no-start', ['starts'])
  const steps = readSteps(rows, report)
  if (problems.length === 0) checkWays(steps, report)
  problems.sort((one, other) => (one.line ?? 0) - (other.line ?? 0))
  const playbook = { id, name, starts: { intents: starts.intents, words }, needs, steps }
  return { playbook: problems.length === 0 ? playbook : null, problems, steps }
}

function readSteps(rows: readonly Readonly<Record<string, unknown>>[], report: Report): PlaybookStep[] {
  if (rows.length === 0) report('no-steps', ['steps'])
  if (rows.length > mostSteps) report('too-many-steps', ['steps'], String(rows.length))
  const idOf = (row: Readonly<Record<string, unknown>> | undefined) => (typeof row?.id === 'string' ? row.id : null)
  const seen = new Set<string>()
  const steps: PlaybookStep[] = []
  for (const [index, row] of rows.entries()) {
    const path = ['steps', index]
    const id = idOf(row)
    if (id === null || !usableId.test(id) || reserved.has(id)) report('no-id', [...path, 'id'], id ?? '')
    else if (seen.has(id)) report('duplicate-id', [...path, 'id'], id)
    else seen.add(id)
    const step = readStep(row, { report, path, next: idOf(rows[index + 1]) })
    if (step !== null) steps.push(step)
  }
  return steps
}

const reserved = new Set(['end', 'person', 'knowledge'])
