import type { Fact, FactName, Mood } from '#contract/understanding.ts'

/** Who may hear what: 0 anybody, 1 the account on the order, 2 whoever holds the code sent to the contact on file, 3 what the owner approved. */
export type IdentityLevel = 0 | 1 | 2 | 3

/** How far the contact has shown who they are, always for single orders. */
export interface Identity {
  /** Order ids proved by a one-time code, with the time the proof ends (ISO). */
  proved: readonly { orderId: string; until: string }[]
  /** A code that was sent and not entered yet. */
  pending: { orderId: string; hash: string; salt: string; until: string; triesLeft: number } | null
}

/** Where a playbook stands between two messages. */
export interface PlaybookPosition {
  playbookId: string
  /** Of the playbook as it was when it started; another one ends it. */
  version: string
  stepId: string
  /** How often each fact was asked for; twice is the most. */
  asked: Partial<Record<FactName, number>>
  /** Results of look-ups that later steps use: ids of records, never their content. */
  found: Readonly<Record<string, string>>
  path: readonly string[]
}

/** Everything a conversation carries from one message to the next. Plain data; saved with each answer. */
export interface DialogueState {
  facts: readonly Fact[]
  identity: Identity
  playbook: PlaybookPosition | null
  /** Turns in a row in which the contact was not helped. */
  failedTurns: number
  /** Of the contact's last turns, oldest first, at most ten. */
  moods: readonly { mood: Mood; intensity: number }[]
  /** What the assistant asked last and the entries it offered, for the answer to it. */
  asking: { kind: 'clarify'; entryIds: readonly string[] } | { kind: 'fact'; name: FactName } | null
  promised: readonly string[]
}

export const freshDialogue: DialogueState = {
  facts: [],
  identity: { proved: [], pending: null },
  playbook: null,
  failedTurns: 0,
  moods: [],
  asking: null,
  promised: [],
}
