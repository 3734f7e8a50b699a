import { create } from 'zustand'
import type { Entry } from '#contract/knowledge.ts'

export interface Proposal {
  entry: Pick<Entry, 'id' | 'question'>
  wordings: readonly string[]
}

/** Other ways to ask for many entries, thought of one entry after the other; kept until the owner looked at them. */
export interface WordingsState {
  /** Null while none is being thought of. */
  running: { done: number; total: number } | null
  proposals: readonly Proposal[]
  /** It ended before all were done. */
  isCutOff: boolean
}

export const noWordings: WordingsState = { running: null, proposals: [], isCutOff: false }

export const useWordings = create<WordingsState>(() => noWordings)

export function beginWordings(total: number) {
  useWordings.setState(({ proposals }) => ({ running: { done: 0, total }, proposals, isCutOff: false }))
}

/** One more entry is done; null: nothing fits it. */
export function wordingsDone(proposal: Proposal | null) {
  useWordings.setState(({ running, proposals }) => ({
    running: running && { ...running, done: running.done + 1 },
    proposals:
      proposal === null ? proposals : [...proposals.filter(({ entry }) => entry.id !== proposal.entry.id), proposal],
  }))
}

export function endWordings(isCutOff: boolean) {
  useWordings.setState({ running: null, isCutOff })
}

export function forgetProposal(entryId: string) {
  useWordings.setState(({ proposals }) => ({ proposals: proposals.filter(({ entry }) => entry.id !== entryId) }))
}

export function forgetProposals() {
  useWordings.setState({ proposals: [], isCutOff: false })
}
