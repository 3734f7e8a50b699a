import type { Replay, Writing } from '#contract/assistant.ts'
import { fillParts, fillPrefix, type Prompt } from '#domain/prompt/prompt.ts'
import { readable, styleFor, type Assignment } from '#domain/reply/assignment.ts'
import { checkDraft } from '#domain/reply/grounding/draft.ts'
import type { Turn } from '#domain/reply/gate.ts'
import type { Clock } from '#main/ports/clock.ts'
import { ModelFailure, type LanguageModel, type Urgency } from '#main/ports/languageModel.ts'

const LIMIT_MS = 60_000
/** Of an earlier message, as far as its words may be taken up. */
const LONGEST_SAID = 1000

export interface WritingDeps {
  model: Pick<LanguageModel, 'current' | 'draft' | 'prepare'>
  prompt(name: string): Prompt
  /** SHA-256 of a text, hex. */
  digest(text: string): string
  settings(): { shopName: string }
  clock: Clock
}

export interface ToWrite {
  assignment: Assignment
  /** The whole reply as it is without a model. */
  builtIn: string
  message: string
  /** Oldest first. */
  history: readonly Turn[]
  contactName: string
  maxLength: number
  /** The id of the message; null when it is only tried. */
  key: string | null
  urgency: Urgency
  signal: AbortSignal | undefined
  /** The draft as it comes, not checked yet. */
  onText?: ((text: string) => void) | undefined
}

const languages: Readonly<Record<string, string>> = { en: 'English', zh: 'Simplified Chinese' }

/** Puts a reply into words with the language model and holds each sentence against what it rests on. */
export function createWriting({ model, prompt, digest, settings, clock }: WritingDeps) {
  /** The shop's fixed part: the same for all conversations. */
  function prefixOf(reply: Prompt): string {
    return fillPrefix(reply, { shop: settings().shopName.trim() || 'our shop' })
  }

  async function draftOf(request: Parameters<LanguageModel['draft']>[0], onText?: (text: string) => void) {
    let draft = ''
    for await (const piece of model.draft(request)) {
      draft += piece
      onText?.(piece)
    }
    return draft
  }

  return {
    isThere: () => model.current() !== null,

    /** The shop's fixed part is evaluated before the first message needs it. */
    prepare: () => model.prepare(prefixOf(prompt('reply'))),

    /** The body of a reply, null when the built-in one must be used. Throws ModelFailure, or the signal's reason. */
    async write(task: ToWrite): Promise<{ body: string | null; writing: Writing }> {
      const { assignment, builtIn, message, history, contactName, maxLength, key, urgency, signal, onText } = task
      const { sources, core, language } = assignment
      const started = clock.now()
      const reply = prompt('reply')
      const { temperature, seed, maxTokens } = reply
      const prefix = prefixOf(reply)
      const seen = readable(message, history)
      const parts = fillParts(reply, {
        facts: sources.map(({ text }) => text).join('\n\n'),
        history: seen.history,
        message: seen.message,
        language: languages[language] ?? language,
        style: styleFor(maxLength),
      })
      const chosen = model.current()
      const settled = { prefix, parts, temperature, seed, maxTokens, urgency, limitMs: LIMIT_MS }
      const draft = await draftOf({ ...settled, ...(key !== null && { key }), ...(signal && { signal }) }, onText)
      signal?.throwIfAborted()
      const said = history.filter(({ author }) => author === 'contact').map(({ text }) => text.slice(0, LONGEST_SAID))
      const grounds = {
        sources,
        said: [...said, seen.message],
        names: [contactName, settings().shopName],
        links: [],
        language,
      }
      const { text, sentences, used } = checkDraft(draft, grounds, core)
      return {
        body: text,
        writing: {
          model: { id: chosen?.id ?? '', name: chosen?.name ?? '', sha256: chosen?.sha256 ?? '' },
          prompt: reply.id,
          temperature,
          seed,
          maxTokens,
          prefixSha256: digest(prefix),
          input: parts.map(part => part.text).join(''),
          draft,
          sentences: sentences.map(one => ({ ...one, sources: [...one.sources] })),
          used,
          builtIn,
          ms: Math.max(0, clock.now().getTime() - started.getTime()),
        },
      }
    },

    /** The same once more, from what was kept. Throws the signal's reason. */
    async replay(kept: Writing | null, signal?: AbortSignal): Promise<Replay> {
      if (kept === null) return { done: false, problem: 'not-written' }
      const chosen = model.current()
      if (chosen === null) return { done: false, problem: 'no-model' }
      if (chosen.sha256 !== kept.model.sha256) return { done: false, problem: 'other-model' }
      const reply = prompt('reply')
      if (reply.id !== kept.prompt) return { done: false, problem: 'other-instructions' }
      const prefix = prefixOf(reply)
      if (digest(prefix) !== kept.prefixSha256) return { done: false, problem: 'other-shop' }
      const { temperature, seed, maxTokens, input } = kept
      const parts = [{ text: input, needed: Infinity }]
      const asked = { prefix, parts, temperature, seed, maxTokens, urgency: 'owner' as const, limitMs: LIMIT_MS }
      try {
        const draft = await draftOf({ ...asked, ...(signal && { signal }) })
        return { done: true, draft, same: draft === kept.draft }
      } catch (error) {
        if (error instanceof ModelFailure) return { done: false, problem: 'failed' }
        throw error
      }
    },
  }
}
export type WritingService = ReturnType<typeof createWriting>
