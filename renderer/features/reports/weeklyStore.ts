import { create } from 'zustand'
import type { WeeklyState } from '#contract/report.ts'
import type { WeeklyReport } from '#contract/settings.ts'

interface Weekly {
  /** As the owner has them on screen; null until they are read. */
  settings: WeeklyReport | null
  state: WeeklyState | null
}

export const useWeekly = create<Weekly>(() => ({ settings: null, state: null }))

/** What the owner is changing stays as it is. */
export function showWeekly(settings: WeeklyReport, state: WeeklyState) {
  useWeekly.setState(known => ({ settings: known.settings ?? settings, state }))
}

export function setWeeklySettings(settings: WeeklyReport) {
  useWeekly.setState({ settings })
}

export function setWeeklyState(state: WeeklyState) {
  useWeekly.setState({ state })
}

/** The next visit begins with what is kept. */
export function forgetWeekly() {
  useWeekly.setState({ settings: null, state: null })
}
