import type { DraftPiece, RewriteHow } from '#contract/help.ts'
import { namesMissing } from '#domain/help/names.ts'
import { piecesOf, weightOf } from '#domain/help/pieces.ts'
import { stanceChange } from '#domain/help/stance.ts'
import { valueChange } from '#domain/help/values.ts'
import { fillParts, fillPrefix, type Prompt, type Slots } from '#domain/prompt/prompt.ts'
import { hash } from '#domain/text/hash.ts'
import { languageOf } from '#domain/text/language.ts'
import { assertNever } from '#domain/assertNever.ts'
import { ModelFailure, type LanguageModel } from '#main/ports/languageModel.ts'
import { NoHelp } from './errors.ts'

/** Longer texts would keep the owner waiting for minutes. */
const MOST_PIECES = 8
/** The owner sees it come and can stop it, so a slow computer may take its time. */
const LIMIT_MS = 180_000
/** Another language needs more tokens for the same. */
const MOST_GROWTH = 3
const LEAST_TOKENS = 48

export interface HelpWritingDeps {
  model: LanguageModel
  prompt(name: string): Prompt
}

interface Reworded {
  prompt: string
  slots: Slots
  /** Names must stay as well: the language does. */
  keepsNames: boolean
  /** BCP 47 primary tag that the new text must be in. */
  language: string
}

/** What the language model writes for the owner. Every failure is a NoHelp. */
export function createHelpWriting({ model, prompt }: HelpWritingDeps) {
  /** One call, as it comes. */
  async function* draft(
    name: string,
    slots: Slots,
    { maxTokens, signal }: { maxTokens?: number; signal: AbortSignal | undefined },
  ): AsyncGenerator<string> {
    const { maxTokens: most, temperature, seed, ...rest } = prompt(name)
    const filled = { temperature, seed, maxTokens: most, ...rest }
    const parts = fillParts(filled, slots)
    const key = `help:${hash(parts.map(({ text }) => text).join('\n')).toString(16)}`
    const request = { prefix: fillPrefix(filled, {}), parts, temperature, seed, key, signal, limitMs: LIMIT_MS }
    try {
      yield* model.draft({ ...request, maxTokens: Math.min(most, maxTokens ?? most), urgency: 'owner' })
    } catch (error) {
      throw error instanceof ModelFailure ? new NoHelp(reasonOf(error), { cause: error }) : error
    }
  }

  /** The whole text in other words, piece by piece; what it says is held against the text it was made of. */
  async function* reworded(
    text: string,
    { prompt: name, slots, keepsNames, language }: Reworded,
    signal: AbortSignal | undefined,
  ): AsyncGenerator<DraftPiece> {
    if (model.current() === null) throw new NoHelp('no-model')
    const pieces = piecesOf(text)
    if (pieces.length > MOST_PIECES) throw new NoHelp('too-long')
    let whole = ''
    for (const { text: before, gap } of pieces) {
      let after = ''
      const maxTokens = Math.max(LEAST_TOKENS, weightOf(before) * MOST_GROWTH)
      for await (const token of draft(name, { ...slots, text: before }, { maxTokens, signal })) {
        after += token
        yield { type: 'text', text: token }
      }
      const said = cleaned(after)
      check(before, said, { keepsNames, language })
      whole += said + gap
      if (gap !== '') yield { type: 'text', text: gap }
    }
    yield { type: 'done', text: whole.trim(), by: 'model', citations: [], leftOut: [] }
  }

  return {
    draft,

    /** The owner's own words, said otherwise in the same language. */
    rewrite(text: string, how: RewriteHow, signal?: AbortSignal): AsyncGenerator<DraftPiece> {
      const language = languageOf(text)
      return reworded(text, { prompt: `rewrite-${how}`, slots: {}, keepsNames: true, language }, signal)
    },

    /** `to`: BCP 47 primary tag. */
    translate(text: string, to: string, signal?: AbortSignal): AsyncGenerator<DraftPiece> {
      const slots = { language: languageName(to) }
      return reworded(text, { prompt: 'translate', slots, keepsNames: false, language: to.slice(0, 2) }, signal)
    },
  }
}
export type HelpWriting = ReturnType<typeof createHelpWriting>

/** As instructions name it; simplified Chinese, because that is the one the screen speaks. */
export function languageName(tag: string): string {
  const primary = tag.slice(0, 2)
  return primary === 'zh'
    ? 'Simplified Chinese'
    : (new Intl.DisplayNames('en', { type: 'language' }).of(primary) ?? tag)
}

/** Without the marks of our own prompt that a small model may copy. */
export function cleaned(text: string): string {
  return text.replace(/<\/?data>/gu, '').trim()
}

/** Throws NoHelp when the new text must not take the place of the other. */
function check(before: string, after: string, { keepsNames, language }: Pick<Reworded, 'keepsNames' | 'language'>) {
  if (after === '') throw new NoHelp('failed')
  const { lost, added } = valueChange(before, after)
  const wrong = [...lost, ...(keepsNames ? namesMissing(before, after, language) : [])]
  const invented = [...added, ...(keepsNames ? namesMissing(after, before, language) : [])]
  const facts = wrong.length > 0 ? wrong : invented
  const values = new Set(facts.length > 0 ? facts : stanceChange(before, after))
  if (values.size > 0) throw new NoHelp('values-changed', { values: [...values] })
  const spoken = languageOf(after)
  if (language !== 'und' && spoken !== 'und' && spoken !== language) throw new NoHelp('other-language')
}

function reasonOf({ reason }: ModelFailure) {
  switch (reason) {
    case 'none':
      return 'no-model'
    case 'busy':
    case 'too-long':
      return reason
    case 'time':
    case 'crashed':
    case 'refused':
    case 'garbage':
      return 'failed'
    default:
      return assertNever(reason)
  }
}
