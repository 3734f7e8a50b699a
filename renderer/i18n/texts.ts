import type { Language } from '#contract/settings.ts'

const KEY = 'keepdesk.language'

/** A language's texts, fetched when they are first needed: hardly any page shows both. */
export async function textsOf(language: Language): Promise<object> {
  if (language === 'zh-CN') return (await import('./zh/catalog.ts')).zh
  return (await import('./en/catalog.ts')).en
}

/** The first of the browser's languages that Keepdesk speaks. */
export function spokenLanguage(tags: readonly string[]): Language {
  const known = tags.map(tag => tag.toLowerCase().split('-')[0]).find(primary => primary === 'zh' || primary === 'en')
  return known === 'zh' ? 'zh-CN' : 'en'
}

/** What this page spoke last: its texts are fetched before the owner's settings are read, and are nearly always right. */
export function likelyLanguage(): Language {
  try {
    const kept = localStorage.getItem(KEY)
    if (kept === 'zh-CN' || kept === 'en') return kept
  } catch {
    // A browser that keeps nothing: then what it speaks.
  }
  return spokenLanguage(navigator.languages)
}

export function rememberLanguage(language: Language) {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing: then the next start fetches what the browser speaks first.
  }
}
