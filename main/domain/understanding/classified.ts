import type { IntentScore, Mood, Risk } from '#contract/understanding.ts'

export interface Scored<Id extends string = string> {
  id: Id
  /** 0 to 1, calibrated. */
  score: number
}

/** What the small models say of a text; the rules of `readTurn` have the last word. */
export interface Classified {
  /** All intents, most likely first; several can hold. `reason` is the words that weighed most. */
  intents: readonly IntentScore[]
  moods: readonly Scored<Mood>[]
  /** 0 to 1: anger, annoyance, disappointment and the like, whatever the mood is called. */
  upset: number
  /** 0 to 1: how likely the text gives the assistant orders. */
  injection: number
  /** A matter that only a person may answer, with the words that weighed most; null where none is likely. */
  risk: { id: Risk; reason: string } | null
  /** 0 to 1: how likely it is no matter of a shop. */
  outOfScope: number
}
