import type { Answer } from '#contract/assistant.ts'
import { withoutPassing } from './facts.ts'
import type { DialogueState } from './state.ts'

export interface Decided {
  action: Answer['action']
  /** What the contact is asked back. */
  asking: DialogueState['asking']
  /** As a procedure left it; null when none was played. */
  procedure: DialogueState | null
  /** Up to and with this turn. */
  failedTurns: number
}

/** What the conversation carries to the next turn. */
export function stateAfter(turn: DialogueState, { action, asking, procedure, failedTurns }: Decided): DialogueState {
  switch (action) {
    case 'silent':
      return turn
    case 'handoff':
      // The owner goes on from here; an old question of the assistant would only confuse.
      return ownerSpeaks(procedure ?? turn)
    case 'reply':
    case 'ask':
      if (procedure !== null) return settled({ ...procedure, failedTurns })
      // An answer in between leaves a running procedure where it was, with its question.
      if (turn.playbook !== null && asking === null) return { ...turn, failedTurns }
      return settled({ ...turn, asking, failedTurns: asking === null ? failedTurns : failedTurns + 1 })
  }
}

/** What the contact told holds, though the assistant has said nothing to it: what it would have asked is not asked yet. */
export function unspoken(before: DialogueState, { facts, identity, moods, promised }: DialogueState): DialogueState {
  return { ...before, facts, identity, moods, promised }
}

/** The owner sends what the assistant proposed: now its question is asked. */
export function spoken(
  now: DialogueState,
  { playbook, asking, failedTurns }: Pick<DialogueState, 'playbook' | 'asking' | 'failedTurns'>,
): DialogueState {
  return { ...now, playbook, asking, failedTurns }
}

/** The owner speaks: an answer to them answers no question of the assistant. */
export function ownerSpeaks(state: DialogueState): DialogueState {
  return settled({ ...state, playbook: null, asking: null, failedTurns: 0 })
}

function settled(state: DialogueState): DialogueState {
  return state.playbook === null ? { ...state, facts: withoutPassing(state.facts) } : state
}
