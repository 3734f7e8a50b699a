import type { Settings } from '#contract/settings.ts'
import type { Page } from '#renderer/lib/route.ts'

/** What the owner decides; how far the first steps have come is no decision to explain. */
export type SettingName = Exclude<keyof Settings, 'setupDone' | 'setupSteps'>

/** Where each setting is: a new one does not compile before its help is written. */
export const placeOfSetting: Readonly<Record<SettingName, readonly [page: Page, tab: string | null]>> = {
  shopName: ['settings', 'general'],
  language: ['settings', 'general'],
  theme: ['settings', 'general'],
  signature: ['settings', 'assistant'],
  sayAssistant: ['settings', 'assistant'],
  assistantPaused: ['settings', 'assistant'],
  promiseMinutes: ['settings', 'assistant'],
  couponLimitPercent: ['settings', 'assistant'],
  minutesPerReply: ['settings', 'assistant'],
  chatPauseSeconds: ['settings', 'assistant'],
  timeZone: ['settings', 'hours'],
  openingHours: ['settings', 'hours'],
  closedDays: ['settings', 'hours'],
  awayText: ['settings', 'hours'],
  notify: ['settings', 'notifications'],
  notifyHideContent: ['settings', 'notifications'],
  notifySound: ['settings', 'notifications'],
  quietHours: ['settings', 'notifications'],
  escalateMinutes: ['settings', 'notifications'],
  startAtLogin: ['settings', 'notifications'],
  weeklyReport: ['reports', null],
  modelMirror: ['models', null],
}
