import type { Message } from '#contract/message.ts'
import { languageOf } from '#domain/text/language.ts'

/** What the contact writes in, as their latest words show it; `und` when none of them does. */
export function contactLanguage(messages: readonly Message[]): string {
  const said = messages.filter(({ kind, author, text }) => kind === 'message' && author === 'contact' && text !== '')
  for (const { text } of said.toReversed()) {
    const language = languageOf(text)
    if (language !== 'und') return language
  }
  return 'und'
}

/** "German", "德语": a language by its name in the language of the screen. */
export function languageName(tag: string, screenLanguage: string): string {
  return new Intl.DisplayNames(screenLanguage, { type: 'language' }).of(tag) ?? tag
}

/** The text is in another language than the screen; not when that cannot be told. */
export function isForeign(text: string, screenLanguage: string): boolean {
  const language = languageOf(text)
  return language !== 'und' && language !== screenLanguage.slice(0, 2)
}
