/** "German", "德语": a language by its name in the language of the screen. */
export function languageName(tag: string, screenLanguage: string): string {
  return new Intl.DisplayNames(screenLanguage, { type: 'language' }).of(tag) ?? tag
}
