import { expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import { breakOffOn } from './writing.ts'

test('a change to one conversation is looked at there, one to the shop everywhere', () => {
  const looked: (string | null)[] = []
  const look = (id: string | null) => void looked.push(id)
  const counts = { 'needs-me': 0, mine: 0, assistant: 0, suggestions: 0, snoozed: 0, resolved: 0, all: 0 }
  breakOffOn({ seq: 1, body: { type: 'conversationRemoved', conversationId: 'a', counts } }, look)
  breakOffOn({ seq: 2, body: { type: 'settingsChanged', settings: defaultSettings } }, look)
  breakOffOn({ seq: 3, body: { type: 'topicsChanged' } }, look)
  expect(looked).toEqual(['a', null])
})
