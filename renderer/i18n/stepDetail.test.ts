import { beforeEach, expect, test } from 'vitest'
import { setLanguage } from './index.ts'
import { stepDetail } from './stepDetail.ts'

beforeEach(() => setLanguage('en'))

test('codes of the assistant are told in words, in the language of the screen', async () => {
  expect(stepDetail({ code: 'not-sensitive', detail: 'legal, complaint' })).toBe('law · a complaint')
  await setLanguage('zh-CN')
  expect(stepDetail({ code: 'not-sensitive', detail: 'legal, complaint' })).toBe('法律 · 投诉')
  await setLanguage('en')
})

test('a code that says nothing to a person is left out, and what is no code stays', () => {
  expect(stepDetail({ code: 'index-ready', detail: 'index' })).toBe('')
  expect(stepDetail({ code: 'helped-so-far', detail: '0' })).toBe('')
  expect(stepDetail({ code: 'follow-up', detail: 'words' })).toBe('words')
})
