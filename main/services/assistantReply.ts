import type { Answer, HandoffReason } from '#contract/assistant.ts'
import type { DialogueState } from '#domain/dialogue/state.ts'
import type { PlaybookOutcome } from '#domain/playbook/outcome.ts'
import { passedOn, together } from '#domain/playbook/together.ts'
import {
  composeAsk,
  composeBody,
  composeBodyWith,
  composeReply,
  composeTold,
  composeWhich,
  composeWhichProduct,
  isWordForWord,
  type Composed,
  type Part,
  type Voice,
} from '#domain/reply/compose.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import type { Several } from './assistantBesides.ts'
import type { Recalled } from './assistantRecall.ts'
import type { AssistantQuestion } from './assistantTurn.ts'

/** One decision, before it becomes a record. */
export interface Outcome {
  action: Answer['action']
  reason: HandoffReason | null
  reply: Composed | null
  recalled: Recalled | null
  procedure: PlaybookOutcome | null
  /** What the contact is told at a handoff, before the word that a person goes on. */
  said: (Composed & { isRest: boolean }) | null
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
  said: null,
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

/** "It" could be any product of the shop. Null when the question does not fit the channel. */
export function askProduct(recalled: Recalled, voice: Voice, maxLength: number): Outcome | null {
  const text = composeWhichProduct(voice, maxLength)
  if (text === null) return null
  const steps = [step('one-question-settles-it', true)]
  return { ...nothing, action: 'ask', reply: plain(text), recalled, asking: { kind: 'fact', name: 'product' }, steps }
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
  /** What nobody but a person can answer, word for word. */
  open: readonly string[]
}

/** What a procedure decided, and what is known beside it. What is left open goes to a person, with all that could be told. */
export function sayProcedure(
  decided: PlaybookOutcome,
  voice: Voice,
  { maxLength, sourceName, recalled, besides, open }: ProcedureSaid,
): Outcome {
  const procedure = open.length === 0 ? decided : passedOn(decided)
  const played = [step('procedure', true, procedure.stand.id), ...procedure.steps]
  const steps = open.length === 0 ? played : [...played, step('every-part-answered', false, open.join(' '))]
  const more = { procedure, recalled, steps }
  if (procedure.action === 'handoff' || procedure.body === null) {
    const told = composeTold(procedure.body, besides, { maxLength, sourceName })
    const said = told && { ...told, isRest: open.length > 0 }
    return passOn(procedure.reason ?? 'procedure', { ...more, said })
  }
  const body = { body: procedure.body, isQuestion: procedure.action === 'ask' }
  const both = besides.length === 0 ? null : composeBodyWith(body, besides, voice, { maxLength, sourceName })
  if (both !== null && isWordForWord(both, besides))
    return { ...nothing, ...more, action: procedure.action, reply: both, asking: procedure.state.asking }
  const text = composeBody(procedure.body, voice, maxLength)
  if (text === null) return passOn('procedure', more)
  return { ...nothing, ...more, action: procedure.action, reply: plain(text), asking: procedure.state.asking }
}

/** Everything a message wanted: by procedures, from the knowledge, and what is left for a person. */
export function saySeveral(
  { procedures, parts, open }: Several,
  voice: Voice,
  { maxLength, sourceName }: Pick<ProcedureSaid, 'maxLength' | 'sourceName'>,
): Outcome {
  const [first] = procedures
  if (first === undefined) {
    const told = composeTold(null, parts, { maxLength, sourceName })
    const said = told && { ...told, isRest: true }
    return passOn('not-sure', { said, steps: [step('every-part-answered', false, open.join(' '))] })
  }
  const all = together(procedures)
  const said = { maxLength, sourceName, recalled: null, besides: parts, open }
  return sayProcedure(all ?? passedOn(first), voice, said)
}

export function withSteps(before: readonly Step[], outcome: Outcome): Outcome {
  return { ...outcome, steps: [...before, ...outcome.steps] }
}

function plain(text: string): Composed {
  return { text, citations: [] }
}
