import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language, Settings } from '#contract/settings.ts'
import { defaultSettings } from '#contract/settings.ts'
import type { en } from './en/catalog.ts'
import { rememberLanguage, textsOf } from './texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export const languages: readonly Language[] = ['en', 'zh-CN']

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  resources: {},
  lng: 'en',
  fallbackLng: 'en',
  initAsync: false,
  returnNull: false,
  interpolation: { escapeValue: false }, // React escapes
})

/** Makes a language's texts ready without showing them. Rejects when they cannot be fetched. */
export async function loadLanguage(language: Language): Promise<void> {
  if (!i18n.hasResourceBundle(language, 'translation'))
    i18n.addResourceBundle(language, 'translation', await textsOf(language))
}

let wanted: Language | null = null

/**
 * Changes every text on screen at once, and the page's own language, which decides fonts and what a screen reader
 * speaks. When it is called again before the texts are there, the later call counts.
 */
export async function setLanguage(language: Language): Promise<void> {
  wanted = language
  await loadLanguage(language)
  if (wanted !== language) return
  await i18n.changeLanguage(language)
  rememberLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

/** What the owner chose, or, before anything was chosen, what the browser speaks. */
export function startLanguage(settings: Settings | null, spoken: Language): Language {
  const isChosen =
    settings !== null &&
    (settings.setupDone || settings.shopName !== '' || settings.language !== defaultSettings.language)
  return isChosen ? settings.language : spoken
}

export function currentLanguage(): Language {
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
}
