import type { Condition } from './conditions.ts'
import { ends, type PlaybookStep, type Texts } from './playbook.ts'
import { isRecordName, placeholdersIn, type RecordName } from './vocabulary.ts'
import type { Path, Report } from './yamlText.ts'

export interface Way {
  to: string
  /** The word in the file that leads there. */
  by: string
  /** Where that stands in the step. */
  at: Path
  /** What is surely known after going it. */
  gives: readonly RecordName[]
}

/** Every way out of a step. */
export function waysFrom(step: PlaybookStep): Way[] {
  const way = (to: string, by: string, ...gives: RecordName[]): Way => ({ to, by, at: [by], gives })
  switch (step.kind) {
    case 'ask':
      return [way(step.next, 'go to')]
    case 'look up': {
      const record = step.record === 'stock' ? 'product' : step.record
      const several = step.record === 'order' ? way(step.several, 'several', 'orders') : way(step.several, 'several')
      return [way(step.found, 'found', record), several, way(step.none, 'none')]
    }
    case 'check':
      return [way(step.yes, 'yes', ...givenBy(step.conditions)), way(step.no, 'no')]
    case 'branch':
      return [
        ...step.cases.map(({ when, goTo }, index) => ({
          ...way(goTo, 'when', ...givenBy(when)),
          at: ['branch', index, 'go to'],
        })),
        way(step.otherwise, 'else'),
      ]
    case 'search':
      return [way(step.found, 'found', 'solution'), way(step.none, 'none')]
    case 'offer':
      return step.what === 'coupon'
        ? [way(step.accepted, 'go to', 'coupon'), way(step.otherwise, 'otherwise')]
        : [way(step.accepted, 'accepted'), way(step.declined, 'declined'), way(step.otherwise, 'otherwise')]
    case 'tell':
      return [way(step.next, 'go to')]
    case 'hand over':
      return []
  }
}

/** "order.status: shipped" can only hold for an order that was found. */
function givenBy(conditions: readonly Condition[]): RecordName[] {
  return conditions.flatMap(condition => {
    const [record = ''] = condition.about.split('.')
    const isKnown = 'oneOf' in condition ? !condition.oneOf.includes('unknown') : condition.comparison !== 'unknown'
    return isKnown && isRecordName(record) ? [record] : []
  })
}

export function waitsForContact(step: PlaybookStep): boolean {
  return step.kind === 'ask' || (step.kind === 'offer' && step.what === 'exchange')
}

/** What can only be seen of the whole: missing, unreachable and endless ways, no way to a person, nothing to fill in. */
export function checkWays(steps: readonly PlaybookStep[], report: Report): void {
  const byId = new Map(steps.map(step => [step.id, step]))
  const place = (step: PlaybookStep) => ['steps', steps.indexOf(step)]
  let isWhole = true
  for (const step of steps) {
    for (const { to, at } of waysFrom(step)) {
      if (byId.has(to) || ends.includes(to)) continue
      report('unknown-target', [...place(step), ...at], to)
      isWhole = false
    }
  }
  const [first] = steps
  if (!isWhole || first === undefined) return
  const known = knownAt(first, byId)
  for (const step of steps) if (!known.has(step.id)) report('unreachable-step', place(step), step.id)
  const reached = steps.filter(step => known.has(step.id))
  const circle = endlessLoop(reached, byId)
  if (circle !== null) report('endless-loop', place(circle[0] ?? first), circle.map(({ id }) => id).join(', '))
  const toPerson = reached.some(step => step.kind === 'hand over' || waysFrom(step).some(({ to }) => to === 'person'))
  if (!toPerson) report('no-person', ['steps'])
  for (const step of reached) checkFilled(step, known.get(step.id) ?? new Set(), [...place(step)], report)
}

/** For each reachable step the records that every way to it has given. */
function knownAt(first: PlaybookStep, byId: ReadonlyMap<string, PlaybookStep>): Map<string, ReadonlySet<RecordName>> {
  const known = new Map<string, ReadonlySet<RecordName>>([[first.id, new Set(['shop'])]])
  const open = [first]
  for (let step = open.pop(); step !== undefined; step = open.pop()) {
    const here = known.get(step.id) ?? new Set()
    for (const { to, gives } of waysFrom(step)) {
      const next = byId.get(to)
      if (next === undefined) continue
      const before = known.get(to)
      const coming = new Set([...here, ...gives])
      const after = before === undefined ? coming : new Set([...coming].filter(record => before.has(record)))
      if (before !== undefined && after.size === before.size) continue
      known.set(to, after)
      open.push(next)
    }
  }
  return known
}

/** Steps that lead to each other with nobody asked in between. */
function endlessLoop(
  steps: readonly PlaybookStep[],
  byId: ReadonlyMap<string, PlaybookStep>,
): readonly PlaybookStep[] | null {
  const done = new Set<string>()
  const walk = (step: PlaybookStep, path: readonly PlaybookStep[]): readonly PlaybookStep[] | null => {
    const again = path.indexOf(step)
    if (again >= 0) return path.slice(again)
    if (done.has(step.id) || waitsForContact(step)) return null
    for (const { to } of waysFrom(step)) {
      const next = byId.get(to)
      const circle = next === undefined ? null : walk(next, [...path, step])
      if (circle !== null) return circle
    }
    done.add(step.id)
    return null
  }
  for (const step of steps) {
    const circle = walk(step, [])
    if (circle !== null) return circle
  }
  return null
}

function checkFilled(
  step: PlaybookStep,
  known: ReadonlySet<RecordName>,
  path: readonly (string | number)[],
  report: Report,
): void {
  const here = step.kind === 'offer' && step.what === 'coupon' ? new Set([...known, 'coupon']) : known
  for (const texts of textsOf(step)) {
    const missing = Object.values(texts)
      .flatMap(text => placeholdersIn(text).known)
      .filter(({ record }) => !here.has(record))
    for (const text of new Set(missing.map(one => one.text))) report('placeholder-not-filled', path, text)
  }
}

export function textsOf(step: PlaybookStep): Texts[] {
  const note = step.kind === 'hand over' ? step.note : null
  return note === null ? toContact(step) : [...toContact(step), note]
}

/** All texts but the owner's notes. */
export function toContact(step: PlaybookStep): Texts[] {
  switch (step.kind) {
    case 'ask':
    case 'offer':
      return [step.text, step.again]
    case 'tell':
      return [step.text]
    case 'hand over':
      return step.text === null ? [] : [step.text]
    case 'look up':
    case 'check':
    case 'branch':
    case 'search':
      return []
  }
}
