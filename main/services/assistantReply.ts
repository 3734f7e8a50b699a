import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import {
  composeAsk,
  composeBody,
  composeBodyWith,
  composeReply,
  composeWhich,
  isWordForWord,
  type Composed,
  type Part,
  type Voice,
} from '#domain/reply/compose.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import type { Recalled } from './assistantRecall.ts'
import type { AssistantQuestion } from './assistantTurn.ts'

/** One decision, before it becomes a record. */
export interface Outcome {
  action: Answer['action']
  reason: HandoffReason | null
  reply: Composed | null
  recalled: Recalled | null
  procedure: PlaybookOutcome | null
  /** What the contact is asked, for the turn after. */
  asking: DialogueState['asking']
  steps: readonly Step[]
}

const nothing: Outcome = {
  action: 'silent',
  reason: null,
  reply: null,
  recalled: null,
  procedure: null,
  asking: null,
  steps: [],
}

export function staySilent(reason: HandoffReason | null): Outcome {
  return { ...nothing, reason }
}

export function passOn(reason: HandoffReason, more: Partial<Outcome> = {}): Outcome {
  return { ...nothing, ...more, action: 'handoff', reason, reply: null }
}

export function askWhat(voice: Voice): Outcome {
  return { ...nothing, action: 'ask', reply: plain(composeAsk(voice)) }
}

/** Answers with the entries that were found. */
export function replyWith(
  recalled: Recalled,
  { question, voice, sourceName }: { question: AssistantQuestion; voice: Voice; sourceName(id: string): string },
): Outcome {
  const { parts } = recalled
  const steps: Step[] = []
  const end = (outcome: Partial<Outcome> & { reason: HandoffReason | null }): Outcome =>
    outcome.reason === null ? { ...nothing, recalled, ...outcome, steps } : passOn(outcome.reason, { recalled, steps })
  const reply = composeReply(parts, voice, { maxLength: question.maxTextLength, sourceName })
  steps.push(step('fits-channel', reply !== null, `${reply?.text.length ?? 0} / ${question.maxTextLength}`))
  if (reply === null) return end({ reason: 'not-sure' })
  // Asked again after this very answer: saying it once more would not help.
  const lastReply = question.history.findLast(({ author }) => author !== 'contact')?.text ?? ''
  const isSaid = reply.citations.every(({ quote }) => lastReply.includes(quote))
  steps.push(step('not-said-before', !isSaid))
  if (isSaid) return end({ reason: 'follow-up-unclear' })
  const isFaithful = isWordForWord(reply, parts)
  steps.push(step('word-for-word', isFaithful, reply.citations.length))
  return isFaithful ? end({ action: 'reply', reason: null, reply }) : end({ reason: 'failed' })
}

/** One question back, when it would settle which of two is meant. */
export function askWhich(recalled: Recalled, voice: Voice, maxLength: number): Outcome | null {
  if (recalled.either === null) return null
  const [first, second] = recalled.either
  const text = composeWhich(first.question, second.question, voice, maxLength)
  if (text === null) return null
  return {
    ...nothing,
    action: 'ask',
    reply: plain(text),
    recalled,
    asking: { kind: 'clarify', entryIds: [first.id, second.id] },
    steps: [step('one-question-settles-it', true)],
  }
}

export interface ProcedureSaid {
  maxLength: number
  sourceName(id: string): string
  recalled: Recalled | null
  /** Answers to what else was asked. */
  besides: readonly Part[]
}

/** What a procedure decided. */
export function sayProcedure(
  procedure: PlaybookOutcome,
  voice: Voice,
  { maxLength, sourceName, recalled, besides }: ProcedureSaid,
): Outcome {
  const more = { procedure, recalled, steps: [step('procedure', true, procedure.stand.id), ...procedure.steps] }
  if (procedure.action === 'handoff' || procedure.body === null) return passOn(procedure.reason ?? 'procedure', more)
  const said = { body: procedure.body, isQuestion: procedure.action === 'ask' }
  const both = besides.length === 0 ? null : composeBodyWith(said, besides, voice, { maxLength, sourceName })
  if (both !== null && isWordForWord(both, besides))
    return { ...nothing, ...more, action: procedure.action, reply: both, asking: procedure.state.asking }
  const text = composeBody(procedure.body, voice, maxLength)
  if (text === null) return passOn('procedure', more)
  return { ...nothing, ...more, action: procedure.action, reply: plain(text), asking: procedure.state.asking }
}

function plain(text: string): Composed {
  return { text, citations: [] }
}
