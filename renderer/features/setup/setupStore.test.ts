import { beforeEach, expect, test } from 'vitest'
import { defaultSettings } from '#contract/settings.ts'
import type { SetupFacts } from './setupSteps.ts'
import { doneCount } from './setupSteps.ts'
import {
  emptySetup,
  goOn,
  keptSteps,
  markTried,
  openStep,
  setFacts,
  setupFailed,
  skipStep,
  useSetup,
} from './setupStore.ts'

const nothing: SetupFacts = { settings: defaultSettings, entryCount: 0, channelNames: [] }
const named: SetupFacts = { ...nothing, settings: { ...defaultSettings, shopName: 'Flora' } }
const current = () => useSetup.getState().current

beforeEach(() => useSetup.setState(emptySetup, true))

test('a fresh shop starts at the first step', () => {
  setFacts(nothing)
  expect(current()).toBe('shop')
})

test('setup is picked up where the data says it was left', () => {
  setFacts({ ...named, entryCount: 12 })
  expect(current()).toBe('channel')
})

test('new facts do not move the owner away from the step that is open', () => {
  setFacts(nothing)
  openStep('knowledge')
  setFacts({ ...named, entryCount: 3 })
  expect(current()).toBe('knowledge')
})

test('going on skips what is done and what was put aside', () => {
  setFacts({ ...named, channelNames: ['shop@flora.shop'] })
  expect(current()).toBe('knowledge')
  skipStep('knowledge')
  expect(current()).toBe('tryout')
})

test('what was put aside and tried is still so after a restart', () => {
  setFacts(named)
  skipStep('knowledge')
  markTried()
  const settings = { ...named.settings, setupSteps: keptSteps(useSetup.getState()) }
  useSetup.setState(emptySetup, true)
  setFacts({ ...named, settings })
  expect(current()).toBe('channel')
  skipStep('channel')
  expect(current()).toBeNull()
})

test('when nothing is left, all steps are closed', () => {
  setFacts({ ...named, entryCount: 3, channelNames: ['a'] })
  markTried()
  goOn()
  expect(current()).toBeNull()
})

test('a shop name of spaces does not count as done', () => {
  expect(doneCount({ ...nothing, settings: { ...defaultSettings, shopName: '  ' } }, false)).toBe(0)
  expect(doneCount({ ...named, entryCount: 1, channelNames: ['a'] }, true)).toBe(4)
})

test('a failed reading is told only when there is nothing to show', () => {
  setupFailed()
  expect(useSetup.getState().status).toBe('failed')
  setFacts(nothing)
  setupFailed()
  expect(useSetup.getState().status).toBe('ready')
})
