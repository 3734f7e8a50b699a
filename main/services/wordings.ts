import { z } from 'zod'
import type { Helper } from '#contract/help.ts'
import type { Entry } from '#contract/knowledge.ts'
import { MOST_WORDINGS, sameKey, soundWordings, type Asked } from '#domain/help/otherWordings.ts'
import { fillParts, fillPrefix, type Prompt } from '#domain/prompt/prompt.ts'
import { languageOf } from '#domain/text/language.ts'
import { ModelFailure, type LanguageModel } from '#main/ports/languageModel.ts'
import { NoHelp } from './errors.ts'
import { languageName } from './helpWriting.ts'
import type { SearchKnowledge } from './searchOnce.ts'

const LIMIT_MS = 60_000
const LIMIT_IN_BACKGROUND_MS = 300_000
const LONGEST_ANSWER = 1_500
const LOOK_AT = 5
/** What another entry answers like this belongs to that one. */
const OTHER_ENTRY_FROM = 0.5

const proposalSchema = z.object({ wordings: z.array(z.string().min(2).max(200)).min(1).max(8) })

interface Wanted extends Asked {
  /** Nobody waits for it: everything else goes first. */
  inBackground?: boolean
}

export interface WordingsDeps {
  model: Pick<LanguageModel, 'current' | 'complete'>
  prompt(name: string): Prompt
  search: SearchKnowledge
}

/**
 * Other ways to ask what an entry answers, for the owner to take or leave. What the knowledge would answer with another entry
 * is not proposed. Every failure is a NoHelp.
 */
export function createWordings({ model, prompt, search }: WordingsDeps) {
  async function proposed(
    { question, answer, inBackground }: Wanted,
    signal: AbortSignal | undefined,
  ): Promise<string[]> {
    const { temperature, seed, maxTokens, ...rest } = prompt('wordings')
    const filled = { temperature, seed, maxTokens, ...rest }
    const language = languageOf(question)
    const slots = {
      question,
      answer: answer.slice(0, LONGEST_ANSWER),
      language: language === 'und' ? 'the language of the question' : languageName(language),
    }
    try {
      const { wordings } = await model.complete({
        prefix: fillPrefix(filled, {}),
        parts: fillParts(filled, slots),
        temperature,
        seed,
        maxTokens,
        urgency: inBackground ? 'background' : 'owner',
        limitMs: inBackground ? LIMIT_IN_BACKGROUND_MS : LIMIT_MS,
        schema: proposalSchema,
        ...(signal && { signal }),
      })
      return wordings
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      const reason = error.reason === 'none' ? 'no-model' : error.reason === 'busy' ? 'busy' : 'failed'
      throw new NoHelp(reason, { cause: error })
    }
  }

  /** It is nearest to this entry; of one that is not saved yet, nothing else may be near. */
  async function leadsHere(wording: string, asked: Asked): Promise<boolean> {
    const { ranked, confidence } = await search(wording, LOOK_AT)
    const others = ranked.filter(({ entry }) => !isThis(entry, asked))
    if (
      others.some(({ entry }) => [entry.question, ...entry.wordings].some(text => sameKey(text) === sameKey(wording)))
    )
      return false
    const [first] = ranked
    if (first === undefined || isThis(first.entry, asked)) return true
    return others.length === ranked.length && confidence < OTHER_ENTRY_FROM
  }

  return async (asked: Wanted, signal?: AbortSignal): Promise<{ wordings: string[]; by: Helper }> => {
    if (model.current() === null) throw new NoHelp('no-model')
    const wordings: string[] = []
    for (const wording of soundWordings(await proposed(asked, signal), asked)) {
      signal?.throwIfAborted()
      if (wordings.length < MOST_WORDINGS && (await leadsHere(wording, asked))) wordings.push(wording)
    }
    if (wordings.length === 0) throw new NoHelp('nothing-known')
    return { wordings, by: 'model' }
  }
}

/** The owner may have changed its question or its answer just now. */
function isThis({ question, answer }: Pick<Entry, 'question' | 'answer'>, asked: Asked): boolean {
  return sameKey(question) === sameKey(asked.question) || answer.trim() === asked.answer.trim()
}
