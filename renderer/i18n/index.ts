import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language, Settings } from '#contract/settings.ts'
import { defaultSettings } from '#contract/settings.ts'
import { en, zh } from './catalogs.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation'
    resources: { translation: typeof en }
  }
}

export const languages: readonly Language[] = ['en', 'zh-CN']

/** The first of the browser's languages that Keepdesk speaks. */
export function spokenLanguage(tags: readonly string[]): Language {
  const known = tags.map(tag => tag.toLowerCase().split('-')[0]).find(primary => primary === 'zh' || primary === 'en')
  return known === 'zh' ? 'zh-CN' : 'en'
}

/** At start: what the owner chose, or, before anything was chosen, what the browser speaks. */
export function startLanguage(settings: Settings | null, tags: readonly string[]): Language {
  const isChosen =
    settings !== null &&
    (settings.setupDone || settings.shopName !== '' || settings.language !== defaultSettings.language)
  return isChosen ? settings.language : spokenLanguage(tags)
}

export const i18n = i18next.createInstance()

void i18n.use(initReactI18next).init({
  resources: { en: { translation: en }, 'zh-CN': { translation: zh } },
  lng: spokenLanguage(navigator.languages),
  fallbackLng: 'en',
  initAsync: false,
  returnNull: false,
  interpolation: { escapeValue: false }, // React escapes
})

/** Changes every text on screen at once, and the page's own language, which decides fonts and what a screen reader speaks. */
export async function setLanguage(language: Language): Promise<void> {
  await i18n.changeLanguage(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

export function currentLanguage(): Language {
  return i18n.language === 'zh-CN' ? 'zh-CN' : 'en'
}
