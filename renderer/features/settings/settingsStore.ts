import { create } from 'zustand'
import type { About, Settings } from '#contract/settings.ts'
import { setShopZone } from '#renderer/lib/shopToday.ts'

export type Section = 'shop' | 'look' | 'assistant' | 'promises' | 'hours' | 'away' | 'notices' | 'quiet'

export interface SettingsState {
  status: 'loading' | 'ready' | 'failed'
  /** As the main process has them; null until they are read. */
  settings: Settings | null
  about: About | null
  /** How the last change went, shown at the section it was made in. */
  saving: { section: Section; state: 'saving' | 'saved' | 'failed' } | null
}

export const emptySettings: SettingsState = { status: 'loading', settings: null, about: null, saving: null }

export const useSettings = create<SettingsState>(() => emptySettings)

export function applySettings(settings: Settings) {
  setShopZone(settings.timeZone)
  useSettings.setState({ status: 'ready', settings })
}

export function settingsFailed() {
  useSettings.setState(({ settings }) => ({ status: settings ? 'ready' : 'failed' }))
}

export function settingsLoading() {
  useSettings.setState(({ settings }) => ({ status: settings ? 'ready' : 'loading' }))
}

export function setAbout(about: About) {
  useSettings.setState({ about })
}

export function markSaving(section: Section, state: 'saving' | 'saved' | 'failed') {
  useSettings.setState({ saving: { section, state } })
}

/** Older marks say nothing about what is on screen now. */
export function forgetSaving() {
  useSettings.setState({ saving: null })
}

export function savingOf({ saving }: Pick<SettingsState, 'saving'>, section: Section) {
  return saving?.section === section ? saving.state : null
}
