import type { Answer } from '#contract/assistant.ts'

/** What is checked on the way to an answer; the screen explains each as `answerStep.<code>`. */
export const stepCodes = [
  'sender-is-person',
  'has-text',
  'more-than-courtesy',
  'no-request-for-person',
  'not-sensitive',
  'no-orders-to-assistant',
  'nothing-left-out',
  'mood-allows',
  'helped-so-far',
  'code-right',
  'not-the-same-again',
  'within-limits',
  'index-ready',
  'several-questions',
  'found-knowledge',
  'follow-up',
  'said-in-full',
  'picked',
  'one-question-settles-it',
  'sure-enough',
  'every-part-answered',
  'not-said-before',
  'fits-channel',
  'word-for-word',
  'procedure',
  'model-wrote',
  'draft-checked',
] as const
export type StepCode = (typeof stepCodes)[number]

export type Step = Answer['steps'][number]

/** `detail` is data for the curious (a count, a score), never words to translate. */
export function step(code: StepCode, passed: boolean, detail: string | number = ''): Step {
  return { code, passed, detail: String(detail) }
}
