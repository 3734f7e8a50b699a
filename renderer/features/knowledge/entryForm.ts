import type { Entry, EntryDraft } from '#contract/knowledge.ts'

/** As typed: wordings one per line, tags with commas between them. */
export interface EntryForm {
  question: string
  answer: string
  wordings: string
  tags: string
}

export const MAX_LENGTH = { question: 2000, answer: 20_000, wording: 2000, wordings: 100, tag: 80, tags: 30 }

export type EntryProblem = { kind: 'missing' } | { kind: 'too-long'; max: number } | { kind: 'too-many'; max: number }
export type EntryProblems = Partial<Record<keyof EntryForm, EntryProblem>>

export const emptyEntryForm: EntryForm = { question: '', answer: '', wordings: '', tags: '' }

export function formOf(entry: Entry): EntryForm {
  return {
    question: entry.question,
    answer: entry.answer,
    wordings: entry.wordings.join('\n'),
    tags: entry.tags.join(', '),
  }
}

export function draftOf(form: EntryForm): EntryDraft {
  return {
    question: form.question.trim(),
    answer: form.answer.trim(),
    wordings: parts(form.wordings, /\r?\n/),
    tags: parts(form.tags, /[,，、;；\n]/),
  }
}

/** With one more line at the end, whatever blank lines were typed there. */
export function withLine(lines: string, line: string): string {
  return [...(lines.trim() === '' ? [] : [lines.trimEnd()]), line].join('\n')
}

function parts(text: string, separator: RegExp): string[] {
  const found = text.split(separator).map(part => part.trim())
  return [...new Set(found.filter(part => part !== ''))]
}

export function entryProblems(form: EntryForm): EntryProblems {
  const draft = draftOf(form)
  const problems: EntryProblems = {}
  const put = (field: keyof EntryForm, problem: EntryProblem | null) => {
    if (problem) problems[field] = problem
  }
  put('question', textProblem(draft.question, MAX_LENGTH.question))
  put('answer', textProblem(draft.answer, MAX_LENGTH.answer))
  put('wordings', listProblem(draft.wordings, MAX_LENGTH.wordings, MAX_LENGTH.wording))
  put('tags', listProblem(draft.tags, MAX_LENGTH.tags, MAX_LENGTH.tag))
  return problems
}

function textProblem(text: string, max: number): EntryProblem | null {
  if (text === '') return { kind: 'missing' }
  return text.length > max ? { kind: 'too-long', max } : null
}

function listProblem(items: readonly string[], maxItems: number, max: number): EntryProblem | null {
  if (items.length > maxItems) return { kind: 'too-many', max: maxItems }
  return items.some(item => item.length > max) ? { kind: 'too-long', max } : null
}
