import { z } from 'zod'
import type { Turn } from '#domain/reply/gate.ts'
import { fillParts, fillPrefix, type Prompt } from '#domain/prompt/prompt.ts'
import { ModelFailure, type LanguageModel } from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { ModelAccess } from './modelAccess.ts'

/** A contact waits for the answer that comes after it. */
const LIMIT_MS = 8_000
/** Who has to look back further writes no follow-up. */
const MOST_TURNS = 6
const LONGEST_TURN = 400

const wholeSchema = z.object({ question: z.string().min(1).max(300) })

export interface QuestionInFullDeps {
  model: Pick<LanguageModel, 'current' | 'complete'>
  prompt(name: string): Prompt
  log: Log
}

/** What a message that leans on the ones before asks, said in full and unchecked; null when there is no saying. Throws only the signal's reason. */
export type QuestionInFull = (asked: {
  message: string
  /** Oldest first. */
  history: readonly Turn[]
  /** The id of the message; null when it is only tried. */
  messageId: string | null
  /** Null: it must not be used. */
  use: ModelAccess | null | undefined
}) => Promise<string | null>

export function createQuestionInFull({ model, prompt, log }: QuestionInFullDeps): QuestionInFull {
  return async ({ message, history, messageId, use }) => {
    if (use === null || model.current() === null) return null
    use?.onModel?.()
    const lines = history
      .slice(-MOST_TURNS)
      .map(({ author, text }) => `${author === 'contact' ? 'Customer' : 'Shop'}: ${text.slice(0, LONGEST_TURN)}`)
    try {
      const filled = prompt('follow-up')
      const { temperature, seed, maxTokens } = filled
      const { question } = await model.complete({
        prefix: fillPrefix(filled, {}),
        parts: fillParts(filled, { lines, message }),
        temperature,
        seed,
        maxTokens,
        urgency: 'contact',
        limitMs: LIMIT_MS,
        schema: wholeSchema,
        ...(messageId === null ? {} : { key: messageId }),
        ...(use?.signal && { signal: use.signal }),
      })
      return question.trim()
    } catch (error) {
      if (use?.signal?.aborted === true) throw error
      if (!(error instanceof ModelFailure)) log.error('a follow-up could not be said in full', error)
      return null
    }
  }
}
