import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { currentLanguage, i18n, setLanguage, startLanguage } from './index.ts'
import { textAt } from './textAt.ts'
import { spokenLanguage } from './texts.ts'

test('any Chinese browser starts in Chinese, any other in English', () => {
  expect(spokenLanguage(['zh-TW', 'en'])).toBe('zh-CN')
  expect(spokenLanguage(['fr', 'ZH-Hans-CN'])).toBe('zh-CN')
  expect(spokenLanguage(['de-DE', 'en-GB'])).toBe('en')
  expect(spokenLanguage([])).toBe('en')
})

test('before anything was chosen the browser decides, afterwards the owner', () => {
  expect(startLanguage(null, 'zh-CN')).toBe('zh-CN')
  expect(startLanguage(defaultSettings, 'zh-CN')).toBe('zh-CN')
  expect(startLanguage({ ...defaultSettings, setupDone: true }, 'zh-CN')).toBe('en')
  expect(startLanguage({ ...defaultSettings, language: 'zh-CN' }, 'en')).toBe('zh-CN')
})

test('changing the language changes the words at once', async () => {
  await setLanguage('zh-CN')
  expect(currentLanguage()).toBe('zh-CN')
  expect(i18n.t('common.save')).toBe('保存')
  await setLanguage('en')
  expect(i18n.t('common.save')).toBe('Save')
})

test('of two changes the later one counts, however long the first takes to be fetched', async () => {
  await Promise.all([setLanguage('zh-CN'), setLanguage('en')])
  expect(currentLanguage()).toBe('en')
})

test('a text whose key is only known at run time is found, or null', async () => {
  await setLanguage('en')
  expect(textAt(['channelForm', 'telegram', 'botToken', 'label'])).toBe('Bot token')
  expect(textAt(['channelForm', 'telegram'])).toBeNull()
  expect(textAt(['channelForm', 'pigeon', 'loft', 'label'])).toBeNull()
})
