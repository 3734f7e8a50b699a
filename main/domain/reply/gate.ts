import type { HandoffReason } from '#contract/assistant.ts'
import type { Automated } from '#contract/message.ts'
import type { Reading } from '#contract/understanding.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import { saysUnhelped } from '#domain/dialogue/unhelped.ts'
import { moodNeedsPerson } from '#domain/handover/mood.ts'
import { intentOf } from '#domain/understanding/intents.ts'
import { brokenLimit, repeatsItself, type ReplyCounts } from './loops.ts'
import { contentWords, leansOnEarlier, questionsIn } from './questions.ts'
import { step, type Step } from './steps.ts'
import { courtesyIn, givesThanks } from './wordings/courtesy.ts'

export interface Turn {
  author: 'contact' | 'assistant' | 'owner'
  text: string
}

export interface GateInput {
  text: string
  reading: Reading
  /** Oldest first, without the message itself. */
  history: readonly Turn[]
  automated: Automated | null
  hasAttachments: boolean
  counts: ReplyCounts
  /** Before this turn, except for `moods`: those end with this turn's. */
  state: DialogueState
  /** The text is nothing but orders to the assistant. */
  isOrders: boolean
}

/** What the rules say before anything is looked up. */
export type Verdict =
  | { kind: 'go-on' }
  | { kind: 'silent'; reason: HandoffReason | null }
  | { kind: 'ask' }
  | { kind: 'handoff'; reason: HandoffReason }

/** From here on a forced topic is taken to be one, where it is the likeliest of all. */
const FORCED_FROM = 0.5
/** Beside a likelier intent the model must be surer: "I am a bit disappointed. How much is it?" is no complaint. */
const FORCED_BESIDE = 0.9
/** Turns in a row without help before a person takes over. */
export const MOST_FAILED = 2

/** Decides whether a machine may answer at all. The first rule that objects wins; the steps say how far it came. */
export function gate({ text, reading, history, automated, hasAttachments, counts, state, isOrders }: GateInput): {
  verdict: Verdict
  steps: Step[]
} {
  const steps: Step[] = []
  const passes = (next: Step) => {
    steps.push(next)
    return next.passed
  }
  const stop = (verdict: Verdict) => ({ verdict, steps })
  const isAsked = state.asking !== null || state.playbook !== null
  const isSerious = reading.risks.length > 0 || reading.wantsPerson !== null
  const isAnswer = isAsked && !isOnlyThanks(text, reading, state)
  const courtesy = isAnswer || isSerious ? null : reading.courtesy

  // A person on holiday may say so and still ask something.
  const machine = automated ?? (questionsIn(text).length === 0 ? (reading.robot ?? null) : null)

  if (!passes(step('sender-is-person', machine === null, machine ?? '')))
    return stop({ kind: 'silent', reason: 'automated-sender' })
  if (
    !passes(step('has-text', isReadable(text, reading.courtesy !== null) && !isUnseen(text, hasAttachments, isAsked)))
  )
    return stop({ kind: 'handoff', reason: 'nothing-to-read' })
  if (courtesy === 'thanks') return stopAtCourtesy(steps, courtesy, { kind: 'silent', reason: null })
  if (courtesy === 'nudge') return stopAtCourtesy(steps, courtesy, { kind: 'handoff', reason: 'follow-up-unclear' })
  if (!passes(step('no-request-for-person', !wantsPerson(reading), reading.wantsPerson ?? '')))
    return stop({ kind: 'handoff', reason: 'asked-for-person' })
  const forced = forcedTopics(reading)
  if (!passes(step('not-sensitive', forced.length === 0, forced.join(', '))))
    return stop({ kind: 'handoff', reason: 'sensitive' })
  if (!passes(step('no-orders-to-assistant', !isOrders))) return stop({ kind: 'handoff', reason: 'not-sure' })
  const mood = moodNeedsPerson(state.moods)
  if (!passes(step('mood-allows', mood === null, mood ?? ''))) return stop({ kind: 'handoff', reason: 'upset' })
  const failed = failedTurns(text, history, state)
  if (!passes(step('helped-so-far', failed < MOST_FAILED, failed)))
    return stop({ kind: 'handoff', reason: 'failed-turns' })
  const ownWords = history.filter(({ author }) => author === 'contact').map(turn => turn.text)
  if (!passes(step('not-the-same-again', !repeatsItself([...ownWords, text]))))
    return stop({ kind: 'handoff', reason: 'looks-like-robot' })
  const limit = brokenLimit(counts)
  if (!passes(step('within-limits', limit === null, limit ?? '')))
    return stop({ kind: 'handoff', reason: 'too-many-replies' })
  if (courtesy === 'greeting') {
    // Asked what it is about, and told no more: a third time would not help.
    const before = ownWords.slice(-MOST_FAILED).filter(words => courtesyIn(words) === 'greeting').length
    const isAskedOften = before >= MOST_FAILED
    return stopAtCourtesy(steps, courtesy, isAskedOften ? { kind: 'handoff', reason: 'failed-turns' } : { kind: 'ask' })
  }
  steps.push(step('more-than-courtesy', true))
  return stop({ kind: 'go-on' })
}

/** Thanks for what was said before, and no answer: "no thanks" is one only to a question that can be answered with no. */
function isOnlyThanks(text: string, { courtesy }: Reading, { asking }: DialogueState): boolean {
  const isForMore = asking?.kind === 'fact' && asking.name !== 'confirmation' && asking.name !== 'choice'
  return courtesy === 'thanks' && isForMore && givesThanks(text)
}

/** Matters that always go to the owner: every risk, and the forced intents. There is no setting for it. */
export function forcedTopics({ risks, intents }: Pick<Reading, 'risks' | 'intents'>): string[] {
  const named = intents
    .filter((intent, place) => intentOf(intent.id)?.kind === 'forced' && isMeant(intent, place))
    .map(({ id }) => id)
    .filter(id => id !== 'talk-to-person')
  return [...new Set([...risks.map(({ risk }) => risk), ...named])]
}

/** Intents come with the likeliest first. */
function isMeant({ score }: Reading['intents'][number], place: number): boolean {
  return score >= (place === 0 ? FORCED_FROM : FORCED_BESIDE)
}

/** Turns without help in a row, with this one when it says that the last answer was none. */
export function failedTurns(text: string, history: readonly Turn[], { failedTurns: before }: DialogueState): number {
  const answered = history.at(-1)?.author === 'assistant'
  return before + (answered && saysUnhelped(text) ? 1 : 0)
}

function wantsPerson({ wantsPerson: words, intents }: Reading): boolean {
  return words !== null || intents.some((intent, place) => intent.id === 'talk-to-person' && isMeant(intent, place))
}

function isReadable(text: string, isCourtesy: boolean) {
  return isCourtesy || /[\p{L}\p{N}]/u.test(text)
}

/** "Is this the right one?" with a photo: what is meant can only be seen. Asked for, a photo needs few words. */
function isUnseen(text: string, hasAttachments: boolean, isAsked: boolean) {
  return hasAttachments && !isAsked && (contentWords(text).length === 0 || leansOnEarlier(text))
}

function stopAtCourtesy(steps: Step[], courtesy: string, verdict: Verdict) {
  return { verdict, steps: [...steps, step('more-than-courtesy', false, courtesy)] }
}
