import type { FactName } from '#contract/understanding.ts'
import type { AskStep, LookUpStep, OfferStep } from './playbook.ts'

export function factOf(step: AskStep | OfferStep): FactName {
  return step.kind === 'ask' ? step.fact : 'confirmation'
}

/** Under which a run keeps the answer to a step. */
export function answerKey(step: AskStep | OfferStep): string {
  return `answer:${step.id}`
}

/** What an offer of a coupon looks for. */
export const couponLookUp = {
  kind: 'look up',
  record: 'coupon',
  which: 'any',
  isProved: false,
  found: 'end',
  several: 'end',
  none: 'end',
} as const satisfies Omit<LookUpStep, 'id'>
