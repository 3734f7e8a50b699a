import { create } from 'zustand'
import type { Settings } from '#contract/settings.ts'
import type { SetupFacts, StepId } from './setupSteps.ts'
import { nextStep } from './setupSteps.ts'

export interface SetupState {
  status: 'loading' | 'ready' | 'failed'
  facts: SetupFacts | null
  /** The open step; null when all are closed. */
  current: StepId | null
  skipped: ReadonlySet<StepId>
  hasTried: boolean
}

export const emptySetup: SetupState = {
  status: 'loading',
  facts: null,
  current: null,
  skipped: new Set(),
  hasTried: false,
}

export const useSetup = create<SetupState>(() => emptySetup)

/** The first reading opens the first step that is still to do; later ones leave the owner where they are. */
export function setFacts(facts: SetupFacts) {
  useSetup.setState(({ facts: before }) => {
    if (before) return { status: 'ready', facts }
    const { skipped: put, tried: hasTried } = facts.settings.setupSteps
    const skipped = new Set(put)
    return { status: 'ready', facts, skipped, hasTried, current: nextStep(facts, hasTried, skipped) }
  })
}

/** What is kept for the next time. */
export function keptSteps({ skipped, hasTried }: SetupState): Settings['setupSteps'] {
  return { skipped: [...skipped], tried: hasTried }
}

export function setupFailed() {
  useSetup.setState(({ facts }) => ({ status: facts ? 'ready' : 'failed' }))
}

export function setupLoading() {
  useSetup.setState(({ facts }) => ({ status: facts ? 'ready' : 'loading' }))
}

export function openStep(step: StepId | null) {
  useSetup.setState({ current: step })
}

export function skipStep(step: StepId) {
  useSetup.setState(({ facts, hasTried, skipped: before }) => {
    const skipped = new Set(before).add(step)
    return { skipped, current: facts && nextStep(facts, hasTried, skipped) }
  })
}

/** On to the first step that is still to do. */
export function goOn() {
  useSetup.setState(({ facts, hasTried, skipped }) => ({ current: facts && nextStep(facts, hasTried, skipped) }))
}

export function markTried() {
  useSetup.setState({ hasTried: true })
}
