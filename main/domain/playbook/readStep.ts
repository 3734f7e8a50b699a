import { z } from 'zod'
import { readCondition, type Condition } from './conditions.ts'
import type { PlaybookStep, StepKind, Texts } from './playbook.ts'
import { stepShapes, wordList } from './shape.ts'
import { askableFacts, handOverReasons, isOneOf, placeholdersIn, proposalCodes } from './vocabulary.ts'
import type { Path, Report } from './yamlText.ts'

const kinds: readonly StepKind[] = ['ask', 'look up', 'check', 'branch', 'search', 'offer', 'tell', 'hand over']
const neededLanguages = ['en', 'zh']

export interface StepReading {
  report: Report
  path: Path
  /** Where it goes on when the step does not say; null after the last one. */
  next: string | null
}

/** Null when it is so wrong that nothing can be made of it; everything wrong is reported. */
export function readStep(row: Readonly<Record<string, unknown>>, { report, path, next }: StepReading) {
  const found = kinds.filter(kind => Object.hasOwn(row, kind))
  const [kind] = found
  if (kind === undefined) {
    const odd = Object.keys(row).find(key => !commonKeys.has(key)) ?? idOf(row)
    report('unknown-kind', path, odd)
    return null
  }
  if (found.length > 1) {
    report('several-kinds', path, found.join(', '))
    return null
  }
  const parsed = stepShapes[kind].safeParse(row)
  if (!parsed.success) {
    reportShape(parsed.error, path, report)
    return null
  }
  let isWhole = true
  const goOn = (given: string | undefined): string => {
    if (given !== undefined) return given
    if (next !== null) return next
    report('no-end', path, idOf(row))
    isWhole = false
    return 'end'
  }
  const step = build(parsed.data, { report, path, goOn })
  return isWhole ? step : null
}

function idOf({ id }: Readonly<Record<string, unknown>>): string {
  return typeof id === 'string' ? id : ''
}

const commonKeys = new Set(['id', 'text', 'again', 'go to', 'found', 'none', 'several', 'yes', 'no', 'else'])

interface Building {
  report: Report
  path: Path
  goOn(given: string | undefined): string
}
type Shape = z.infer<(typeof stepShapes)[StepKind]>

function build(row: Shape, { report, path, goOn }: Building): PlaybookStep | null {
  const { id } = row
  const textsAt = (texts: Texts, ...more: Path) => checkTexts(texts, [...path, ...more], report)
  if ('ask' in row) {
    const fact = row.ask
    if (!isOneOf(askableFacts, fact)) return refuse(report, 'unknown-fact', [...path, 'ask'], fact)
    const choices = Object.entries(row.choices ?? {}).map(([name, words]) => ({ id: name, words: wordList(words) }))
    if (fact === 'choice' && choices.length < 2) return refuse(report, 'no-choices', [...path, 'ask'], id)
    return {
      kind: 'ask',
      id,
      fact,
      text: textsAt(row.text, 'text'),
      again: textsAt(row.again, 'again'),
      choices,
      next: goOn(row['go to']),
    }
  }
  if ('look up' in row) {
    const { 'look up': record, which, proof, found, several, none } = row
    return {
      kind: 'look up',
      id,
      record,
      which,
      isProved: proof !== undefined,
      found: goOn(found),
      several: several ?? none,
      none,
    }
  }
  if ('check' in row) {
    const conditions = readConditions(row.check, [...path, 'check'], report)
    return { kind: 'check', id, conditions, yes: goOn(row.yes), no: row.no }
  }
  if ('branch' in row) {
    const cases = row.branch.map((one, index) => ({
      when: readConditions(one.when, [...path, 'branch', index, 'when'], report),
      goTo: one['go to'],
    }))
    return { kind: 'branch', id, cases, otherwise: goOn(row.else) }
  }
  if ('search' in row) return { kind: 'search', id, minimum: row.minimum, found: goOn(row.found), none: row.none }
  if ('offer' in row) {
    const text = textsAt(row.text, 'text')
    const again = row.again === undefined ? text : textsAt(row.again, 'again')
    if (row.offer === 'exchange' && row.again === undefined) report('missing-text', [...path, 'offer'], 'again')
    const accepted = goOn(row.accepted ?? row['go to'])
    const declined = row.declined ?? accepted
    return {
      kind: 'offer',
      id,
      what: row.offer,
      text,
      again,
      accepted,
      declined,
      otherwise: row.otherwise ?? declined,
    }
  }
  if ('tell' in row) return { kind: 'tell', id, text: textsAt(row.tell, 'tell'), next: goOn(row['go to']) }
  const { 'hand over': reason, proposal } = row
  if (!isOneOf(handOverReasons, reason)) return refuse(report, 'unknown-reason', [...path, 'hand over'], reason)
  if (proposal !== undefined && !isOneOf(proposalCodes, proposal))
    return refuse(report, 'unknown-proposal', [...path, 'proposal'], proposal)
  return {
    kind: 'hand over',
    id,
    reason,
    text: row.text === undefined ? null : textsAt(row.text, 'text'),
    proposal: proposal ?? null,
    note: row.note === undefined ? null : textsAt(row.note, 'note'),
  }
}

function refuse(report: Report, problem: string, path: Path, detail: string): null {
  report(problem, path, detail)
  return null
}

function readConditions(when: Readonly<Record<string, unknown>>, path: Path, report: Report): Condition[] {
  const conditions: Condition[] = []
  for (const [about, value] of Object.entries(when)) {
    const condition = readCondition(about, value)
    if ('problem' in condition) report(condition.problem, [...path, about], condition.detail)
    else conditions.push(condition)
  }
  return conditions
}

export function checkTexts(texts: Texts, path: Path, report: Report): Texts {
  for (const language of neededLanguages) {
    if ((texts[language] ?? '').trim() === '') report('missing-text', path, language)
  }
  for (const [language, text] of Object.entries(texts)) {
    for (const odd of placeholdersIn(text).unknown) report('unknown-placeholder', [...path, language], odd)
  }
  return texts
}

export function reportShape(error: z.ZodError, path: Path, report: Report): void {
  for (const issue of error.issues) {
    const place = [...path, ...issue.path.filter(part => typeof part !== 'symbol')]
    if (issue.code === 'unrecognized_keys') for (const key of issue.keys) report('unknown-field', [...place, key], key)
    else report('wrong-shape', place, place.slice(path.length).join('.') || issue.message)
  }
}
