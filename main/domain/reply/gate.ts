import type { HandoffReason } from '#contract/assistant.ts'
import type { Automated } from '#contract/message.ts'
import { brokenLimit, repeatsItself, type ReplyCounts } from './loops.ts'
import { contentWords, leansOnEarlier } from './questions.ts'
import { step, type Step } from './steps.ts'
import { courtesyIn } from './wordings/courtesy.ts'
import { looksLikeInjection } from './wordings/injection.ts'
import { asksForPerson } from './wordings/person.ts'
import { risksIn } from './wordings/sensitive.ts'

export interface Turn {
  author: 'contact' | 'assistant' | 'owner'
  text: string
}

export interface GateInput {
  text: string
  /** Oldest first, without the message itself. */
  history: readonly Turn[]
  automated: Automated | null
  hasAttachments: boolean
  counts: ReplyCounts
}

/** What the rules say before anything is looked up. */
export type Verdict =
  | { kind: 'go-on' }
  | { kind: 'silent'; reason: HandoffReason | null }
  | { kind: 'ask' }
  | { kind: 'handoff'; reason: HandoffReason }

/** Decides whether a machine may answer at all. The first rule that objects wins; the steps say how far it came. */
export function gate({ text, history, automated, hasAttachments, counts }: GateInput): {
  verdict: Verdict
  steps: Step[]
} {
  const steps: Step[] = []
  const passes = (next: Step) => {
    steps.push(next)
    return next.passed
  }
  const stop = (verdict: Verdict) => ({ verdict, steps })
  const courtesy = courtesyIn(text)

  if (!passes(step('sender-is-person', automated === null, automated ?? '')))
    return stop({ kind: 'silent', reason: 'automated-sender' })
  if (!passes(step('has-text', isReadable(text, courtesy !== null) && !(hasAttachments && isAboutPicture(text)))))
    return stop({ kind: 'handoff', reason: 'nothing-to-read' })
  if (courtesy === 'thanks') return stopAtCourtesy(steps, courtesy, { kind: 'silent', reason: null })
  if (courtesy === 'nudge') return stopAtCourtesy(steps, courtesy, { kind: 'handoff', reason: 'follow-up-unclear' })
  if (!passes(step('no-request-for-person', !asksForPerson(text))))
    return stop({ kind: 'handoff', reason: 'asked-for-person' })
  const risks = risksIn(text)
  if (!passes(step('not-sensitive', risks.length === 0, risks.join(', '))))
    return stop({ kind: 'handoff', reason: 'sensitive' })
  if (!passes(step('no-orders-to-assistant', !looksLikeInjection(text))))
    return stop({ kind: 'handoff', reason: 'not-sure' })
  const ownWords = history.filter(({ author }) => author === 'contact').map(turn => turn.text)
  if (!passes(step('not-the-same-again', !repeatsItself([...ownWords, text]))))
    return stop({ kind: 'handoff', reason: 'looks-like-robot' })
  const limit = brokenLimit(counts)
  if (!passes(step('within-limits', limit === null, limit ?? '')))
    return stop({ kind: 'handoff', reason: 'too-many-replies' })
  if (courtesy === 'greeting') return stopAtCourtesy(steps, courtesy, { kind: 'ask' })
  steps.push(step('more-than-courtesy', true))
  return stop({ kind: 'go-on' })
}

function isReadable(text: string, isCourtesy: boolean) {
  return isCourtesy || /[\p{L}\p{N}]/u.test(text)
}

/** "Is this the right one?" with a photo: what is meant can only be seen. */
function isAboutPicture(text: string) {
  return contentWords(text).length === 0 || leansOnEarlier(text)
}

function stopAtCourtesy(steps: Step[], courtesy: string, verdict: Verdict) {
  return { verdict, steps: [...steps, step('more-than-courtesy', false, courtesy)] }
}
