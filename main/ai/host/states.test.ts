import { expect, test } from 'vitest'
import type { EngineStage } from '#contract/model.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { createStates } from './states.ts'

test('the first change is told at once, of those right after it only the newest', async () => {
  const clock = createManualClock()
  let stage: EngineStage = 'loading'
  const states = createStates({
    stateOf: () => ({ modelId: 'a', stage, problem: null, gpuFailed: false }),
    clock,
    everyMs: 200,
  })
  const heard: string[] = []
  states.listen((use, state) => void heard.push(`${use} ${state.stage}`))
  states.changed('writing')
  stage = 'ready'
  states.changed('writing')
  stage = 'restarting'
  states.changed('writing')
  states.changed('searching')
  expect(heard).toEqual(['writing loading', 'searching restarting'])
  await clock.advance(200)
  expect(heard.slice(2)).toEqual(['writing restarting'])
  states.changed('writing')
  states.close()
  await clock.advance(1000)
  expect(heard).toHaveLength(3)
})
