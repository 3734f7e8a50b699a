import { loadProblemSchema, type LoadProblem } from '#contract/model.ts'
import type { ModelFailureReason } from '#main/ports/languageModel.ts'
import type { Final } from './process.ts'

type Reason = Extract<Final, { type: 'failed' }>['reason']

/** What the caller hears when the process could not do its call. */
export function failureOf(reason: Reason): ModelFailureReason {
  if (reason === 'too-long') return reason
  return reason === 'none' || reason === 'cancelled' ? 'none' : 'garbage'
}

/** What the owner hears when it could not load the file. */
export function problemOf(reason: Reason): LoadProblem {
  return loadProblemSchema.options.find(problem => problem === reason) ?? 'damaged'
}
