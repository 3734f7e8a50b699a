import { i18n } from './index.ts'

/**
 * For texts whose key is only known at run time, such as a channel's form fields. Null where the catalog has none.
 * Read it in a component that calls `useTranslation`, so that it follows a change of language.
 */
export function textAt(path: readonly string[], values: Readonly<Record<string, string>> = {}): string | null {
  for (const language of [i18n.language, 'en']) {
    const found: unknown = i18n.getResource(language, 'translation', path.join('.'))
    if (typeof found === 'string' && found !== '') {
      return found.replaceAll(/\{\{(\w+)\}\}/g, (whole, name: string) => values[name] ?? whole)
    }
  }
  return null
}
