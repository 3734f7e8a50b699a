import type { Helper } from '#contract/help.ts'
import type { Message } from '#contract/message.ts'
import type { Language } from '#contract/settings.ts'
import { isSaid } from '#domain/conversation/said.ts'
import { extractOf } from '#domain/help/extract.ts'
import { namesMissing } from '#domain/help/names.ts'
import { strayValues } from '#domain/help/values.ts'
import { languageOf } from '#domain/text/language.ts'
import { sentences } from '#domain/text/sentences.ts'
import type { LanguageModel } from '#main/ports/languageModel.ts'
import type { Log } from '#main/ports/log.ts'
import type { Stores } from '#main/ports/stores.ts'
import { NoHelp, NotFound } from './errors.ts'
import { cleaned, languageName, type HelpWriting } from './helpWriting.ts'

/** More than a model of a usual size can read at once; its engine leaves out what does not fit. */
const MOST_LINES = 60
const LONGEST_LINE = 1200

export interface HelpSummaryDeps {
  stores: Pick<Stores, 'conversations' | 'messages' | 'dialogues' | 'settings'>
  model: LanguageModel
  writing: HelpWriting
  log: Log
}

/** A long conversation in a few sentences: the model's where it keeps to what was said, else quotes from it. */
export function createHelpSummary({ stores, model, writing, log }: HelpSummaryDeps) {
  async function byModel(spoken: readonly Message[], language: Language, signal: AbortSignal | undefined) {
    const lines = spoken
      .slice(-MOST_LINES)
      .map(({ author, text }) => `${author === 'contact' ? 'Customer' : 'Shop'}: ${text.slice(0, LONGEST_LINE)}`)
    let said = ''
    for await (const token of writing.draft('summary', { lines, language: languageName(language) }, { signal })) {
      said += token
    }
    return kept(cleaned(said), [...lines, stores.settings.get().shopName], language)
  }

  return async (
    conversationId: string,
    language: Language,
    signal?: AbortSignal,
  ): Promise<{ text: string; by: Helper }> => {
    if (stores.conversations.get(conversationId) === null) throw new NotFound()
    const spoken = stores.messages.all(conversationId).filter(message => isSaid(message) && message.text !== '')
    if (spoken.length === 0) throw new NoHelp('nothing-known')
    if (model.current() !== null) {
      try {
        const text = await byModel(spoken, language, signal)
        if (text !== '') return { text, by: 'model' }
      } catch (error) {
        if (!(error instanceof NoHelp)) throw error
        log.warn('the model gave no summary', { reason: error.reason })
      }
    }
    const numbers = stores.dialogues
      .get(conversationId)
      .facts.flatMap(({ name, value }) => (name === 'order-number' ? [value] : []))
    const text = extractOf(spoken, numbers, language)
    if (text === null) throw new NoHelp('nothing-known')
    return { text, by: 'built-in' }
  }
}

/** Sentences that say nothing which was not said; all of them go when it is not even the language that was asked for. */
function kept(text: string, sources: readonly string[], language: Language): string {
  const spoken = languageOf(text)
  if (spoken !== 'und' && spoken !== language.slice(0, 2)) return ''
  const all = sources.join('\n')
  return sentences(text)
    .map(({ text: sentence }) => sentence)
    .filter(sentence => strayValues(sentence, sources).length === 0)
    .filter(sentence => namesMissing(sentence, all, spoken).length === 0)
    .join(language === 'zh-CN' ? '' : ' ')
}
