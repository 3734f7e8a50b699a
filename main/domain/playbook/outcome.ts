import type { Evidence, HandoffReason, PlaybookStand } from '#contract/assistant.ts'
import type { Brief } from '#contract/handover.ts'
import type { Reading } from '#contract/understanding.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { OrderDesk } from '#domain/orders/desk.ts'
import type { Step } from '#domain/reply/steps.ts'

export interface PlaybookTurn {
  text: string
  reading: Reading
  state: DialogueState
  desk: OrderDesk
  /** BCP 47 primary tag to write in: the contact's language, else the shop's. */
  language: string
  /** The shop's settings that procedures may use; `timeZone` is an IANA name. */
  shop: { name: string; couponLimitPercent: number; timeZone: string }
  hasAttachments: boolean
  /** What the contact was told before this turn; empty when nothing was. */
  lastSaid: string
  now: Date
}

/** What a procedure decided for one turn. `body` has no greeting and no closing; the assistant adds them. */
export interface PlaybookOutcome {
  action: 'reply' | 'ask' | 'handoff'
  body: string | null
  /** BCP 47 primary tag of the body: the turn's, or English where the procedure does not speak it. */
  language: string
  reason: HandoffReason | null
  evidence: readonly Evidence[]
  /** Set when a one-time code must go out with this reply. */
  codeFor: string | null
  /** For the owner: what they alone may do, prepared. */
  proposal: Brief['proposal']
  stand: PlaybookStand
  state: DialogueState
  steps: readonly Step[]
}
