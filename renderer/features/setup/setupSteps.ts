import type { Settings, SetupStep } from '#contract/settings.ts'
import { assertNever } from '#domain/assertNever.ts'

export type StepId = SetupStep
export const stepIds: readonly StepId[] = ['shop', 'knowledge', 'channel', 'tryout']

/** What is there already; progress follows from it, so setup can be left and picked up anywhere. */
export interface SetupFacts {
  settings: Settings
  entryCount: number
  channelNames: readonly string[]
}

export function isDone(step: StepId, facts: SetupFacts, hasTried: boolean): boolean {
  switch (step) {
    case 'shop':
      return facts.settings.shopName.trim() !== ''
    case 'knowledge':
      return facts.entryCount > 0
    case 'channel':
      return facts.channelNames.length > 0
    case 'tryout':
      return hasTried
    default:
      return assertNever(step)
  }
}

export function doneCount(facts: SetupFacts, hasTried: boolean): number {
  return stepIds.filter(step => isDone(step, facts, hasTried)).length
}

/** The first step that is neither done nor put aside; null when none is left. */
export function nextStep(facts: SetupFacts, hasTried: boolean, skipped: ReadonlySet<StepId>): StepId | null {
  return stepIds.find(step => !isDone(step, facts, hasTried) && !skipped.has(step)) ?? null
}
