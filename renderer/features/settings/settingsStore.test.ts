import { beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import {
  applySettings,
  emptySettings,
  forgetSaving,
  markSaving,
  savingOf,
  settingsFailed,
  settingsLoading,
  useSettings,
} from './settingsStore.ts'

beforeEach(() => useSettings.setState(emptySettings, true))

test('the mark of the last change stands at its own section only', () => {
  markSaving('shop', 'saved')
  expect(savingOf(useSettings.getState(), 'shop')).toBe('saved')
  expect(savingOf(useSettings.getState(), 'look')).toBeNull()
  forgetSaving()
  expect(savingOf(useSettings.getState(), 'shop')).toBeNull()
})

test('settings that came with an event count as read', () => {
  applySettings({ ...defaultSettings, shopName: 'Flora' })
  expect(useSettings.getState()).toMatchObject({ status: 'ready', settings: { shopName: 'Flora' } })
})

test('a failed reading is told only when there is nothing to show', () => {
  settingsFailed()
  expect(useSettings.getState().status).toBe('failed')
  applySettings(defaultSettings)
  settingsLoading()
  settingsFailed()
  expect(useSettings.getState().status).toBe('ready')
})
