import type { HandoffReason } from '#contract/assistant.ts'
import type { FactName } from '#contract/understanding.ts'
import type { Condition } from './conditions.ts'
import type { ProposalCode, RecordKind } from './vocabulary.ts'

/** By BCP 47 primary tag; English and Chinese are always there. */
export type Texts = Readonly<Record<string, string>>

/**
 * Where to go on: a step, or one of three ends. `end`: all is said. `person`: the owner takes over.
 * `knowledge`: this was no matter for a procedure, so it is answered from the shop's knowledge.
 */
export type Target = string
export const ends: readonly string[] = ['end', 'person', 'knowledge']

export interface Choice {
  id: string
  /** Words of the contact that mean it, in any language. */
  words: readonly string[]
}

interface Named {
  id: string
}

export interface AskStep extends Named {
  kind: 'ask'
  fact: FactName
  text: Texts
  /** Said instead of `text` when the first answer did not help. There is no third time. */
  again: Texts
  choices: readonly Choice[]
  next: Target
}

/** Which of the contact's own orders can be meant when no number was given. */
export type Which = 'open' | 'delivered' | 'any'

export interface LookUpStep extends Named {
  kind: 'look up'
  record: RecordKind
  which: Which
  /** Of an order only what its code proved counts, also for whoever writes from its account. */
  isProved: boolean
  found: Target
  several: Target
  none: Target
}

export interface CheckStep extends Named {
  kind: 'check'
  /** All of them must hold. */
  conditions: readonly Condition[]
  yes: Target
  no: Target
}

export interface BranchStep extends Named {
  kind: 'branch'
  /** The first whose conditions hold is taken. */
  cases: readonly { when: readonly Condition[]; goTo: Target }[]
  otherwise: Target
}

export interface SearchStep extends Named {
  kind: 'search'
  /** 0 to 1: how alike the symptom of a solution must be. */
  minimum: number
  found: Target
  none: Target
}

/** Skipped to `otherwise` for an upset contact, and where there is nothing to offer. */
export interface OfferStep extends Named {
  kind: 'offer'
  /** A coupon is given with the text; an exchange is asked about and waits for yes or no. */
  what: 'coupon' | 'exchange'
  text: Texts
  again: Texts
  accepted: Target
  declined: Target
  otherwise: Target
}

export interface TellStep extends Named {
  kind: 'tell'
  text: Texts
  next: Target
}

export interface HandOverStep extends Named {
  kind: 'hand over'
  reason: HandoffReason
  /** What the contact is told; null leaves the words to the assistant. */
  text: Texts | null
  proposal: ProposalCode | null
  /** For the owner. */
  note: Texts | null
}

export type PlaybookStep =
  AskStep | LookUpStep | CheckStep | BranchStep | SearchStep | OfferStep | TellStep | HandOverStep
export type StepKind = PlaybookStep['kind']

export type Need = 'orders' | 'products' | 'solutions'

export interface Playbook {
  id: string
  name: Texts
  starts: { intents: readonly string[]; words: readonly string[] }
  needs: readonly Need[]
  /** Never empty; the first one is where it begins. */
  steps: readonly PlaybookStep[]
}

/** The text in this language, else in English. */
export function textIn(texts: Texts, language: string): string {
  return (Object.hasOwn(texts, language) ? texts[language] : texts.en) ?? ''
}
