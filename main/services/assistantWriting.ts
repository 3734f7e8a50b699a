import type { Citation, Writing } from '#contract/assistant.ts'
import type { Entry } from '#contract/knowledge.ts'
import { assignmentOf } from '#domain/reply/assignment.ts'
import { composeWritten, type Voice } from '#domain/reply/compose.ts'
import { step, type Step } from '#domain/reply/steps.ts'
import { ModelFailure, type ModelFailureReason } from '#main/ports/languageModel.ts'
import { passOn, withSteps, type Outcome } from './assistantReply.ts'
import type { PreparedTurn } from './assistantTurn.ts'
import type { WritingService } from './writing.ts'

/** Kept with each answer, so that an old one can be told from one of a later version. */
const ASSISTANT = 'built-in/2'
/** How often one message may bring the model down. */
const MOST_TRIES = 3

interface Worded {
  outcome: Outcome
  writing: Writing | null
}

/** Lets the model put a decided reply into words. The decision stays; without a model, or when it fails, so do the words. */
export function createWording({ writing, entry }: { writing: WritingService | null; entry(id: string): Entry | null }) {
  const languageOf = ({ entryId }: Citation) => entry(entryId)?.language ?? 'und'

  function assignmentFor({ reply, procedure, recalled }: Outcome, { matter, language }: PreparedTurn) {
    if (reply === null) return null
    const known = new Map(recalled?.parts.map(part => [part.entry.id, part.entry.language]))
    const body =
      procedure?.body == null
        ? null
        : { text: procedure.body, language: procedure.language, name: procedure.evidence[0]?.ref ?? procedure.stand.id }
    const citations = reply.citations.map(one => ({ ...one, language: known.get(one.entryId) ?? languageOf(one) }))
    return assignmentOf({ body, citations, matter }, language)
  }

  async function tried(turn: PreparedTurn, outcome: Outcome, voice: Voice): Promise<Worded> {
    const { question } = turn
    const builtIn = { outcome, writing: null }
    // What goes out with a one-time code is said in words that never change.
    const isFixed = outcome.action !== 'reply' || (outcome.procedure?.codeFor ?? null) !== null
    if (isFixed || question.model === null || writing === null || !writing.isThere()) return builtIn
    const assignment = assignmentFor(outcome, turn)
    if (assignment === null) return builtIn
    question.model?.onModel?.()
    const { body, writing: written } = await writing.write({
      assignment,
      builtIn: outcome.reply?.text ?? '',
      message: turn.matter,
      history: question.history,
      contactName: question.contactName,
      maxLength: question.maxTextLength,
      key: question.messageId,
      urgency: question.model?.urgency ?? (question.messageId === null ? 'background' : 'contact'),
      signal: question.model?.signal,
      onText: question.model?.onDraft,
    })
    const text = body === null ? null : composeWritten(body, voice, assignment.language, question.maxTextLength)
    const record: Writing = text === null ? { ...written, used: 'not' } : written
    return { outcome: saying(outcome, text, record), writing: record }
  }

  /** Failures of the model change who words the reply, never what is decided; except that it keeps dying over this one. */
  return async function inWords(turn: PreparedTurn, outcome: Outcome, voice: Voice): Promise<Worded> {
    const { triesBefore } = turn.question.model ?? {}
    for (let tries = (triesBefore ?? 0) + 1; ; tries += 1) {
      try {
        return await tried(turn, outcome, voice)
      } catch (error) {
        if (!(error instanceof ModelFailure)) throw error
        const failed = withStep(outcome, step('model-wrote', false, error.reason))
        const isLast = error.reason === 'refused' || tries >= MOST_TRIES
        if (!isCrash(error.reason)) return { outcome: failed, writing: null }
        if (isLast)
          return {
            outcome: withSteps(failed.steps, passOn('model-crashed', { recalled: outcome.recalled })),
            writing: null,
          }
        if (triesBefore !== undefined) throw error
      }
    }
  }
}

function isCrash(reason: ModelFailureReason): boolean {
  return reason === 'crashed' || reason === 'refused'
}

/** Cites what the words rest on. */
function saying(outcome: Outcome, text: string | null, { sentences, used }: Writing): Outcome {
  const kept = sentences.filter(({ problem }) => problem === null)
  const checked = step('draft-checked', used === 'whole', `${kept.length} / ${sentences.length}`)
  if (text === null || outcome.reply === null) return withStep(outcome, checked)
  const named = new Set(kept.flatMap(({ sources }) => sources))
  const citations = outcome.reply.citations.filter(({ entry }) => named.has(entry))
  return withStep({ ...outcome, reply: { text, citations } }, checked)
}

function withStep(outcome: Outcome, added: Step): Outcome {
  return { ...outcome, steps: [...outcome.steps, added] }
}

/** Who answered: the built-in assistant, alone or with the words of a model. */
export function assistantWith(writing: Writing | null): string {
  return writing === null || writing.used === 'not' ? ASSISTANT : `${ASSISTANT}+${writing.model.name}`
}
