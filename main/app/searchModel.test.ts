import { expect, test } from 'vitest'
import type { EngineStage, ModelUse } from '#contract/model.ts'
import { ModelFailure, type EngineState } from '#main/ports/languageModel.ts'
import type { SearchModel } from '#main/services/knowledgeModelIndex.ts'
import { silentLog } from '#main/testing/shop.ts'
import { followSearchModel } from './searchModel.ts'

function setUp() {
  let inUse: string | null = null
  let state: EngineState = { modelId: null, stage: 'off', problem: null, gpuFailed: false }
  let isBroken = false
  let embeds = 0
  const listeners: ((use: ModelUse, state: EngineState) => void)[] = []
  const given: (SearchModel | null)[] = []
  const follower = followSearchModel({
    engine: {
      state: () => state,
      onState: listener => void listeners.push(listener),
      async embed(texts) {
        embeds += 1
        if (isBroken) throw new ModelFailure('crashed')
        return texts.map(() => new Float32Array([0.6, 0.8, 0]))
      },
    },
    stores: {
      models: {
        inUse: () => inUse,
        get: id => (id === 'gone' ? null : { name: `E5 ${id}`, sha256: id.repeat(32) }),
      },
    },
    knowledge: { useModel: model => void given.push(model) },
    log: silentLog,
  })
  const settle = () => new Promise(resolve => setImmediate(resolve))
  return {
    given,
    embeds: () => embeds,
    breaks: (broken: boolean) => (isBroken = broken),
    async choose(id: string | null) {
      inUse = id
      follower.look()
      await settle()
    },
    async engine(modelId: string | null, stage: EngineStage) {
      state = { ...state, modelId, stage }
      for (const listener of listeners) listener('searching', state)
      await settle()
    },
  }
}

test('a model is given once it is chosen and works, and taken away when it is none any more', async () => {
  const { given, choose, engine } = setUp()
  await engine('a1', 'ready')
  expect(given).toEqual([])
  await choose('a1')
  expect(given).toMatchObject([{ id: 'a1', name: 'E5 a1', embedder: { dimension: 3 } }])
  await engine('a1', 'restarting')
  expect(given[0]?.isReady()).toBe(false)
  await engine('a1', 'ready')
  expect([given[0]?.isReady(), given.length]).toEqual([true, 1])
  await choose(null)
  expect(given.slice(1)).toEqual([null])
})

test('a model that is only tried changes nothing', async () => {
  const { given, choose, engine } = setUp()
  await choose('a1')
  await engine('a1', 'ready')
  await engine('b2', 'ready')
  await engine('b2', 'off')
  expect(given).toMatchObject([{ id: 'a1' }])
  expect(given[0]?.isReady()).toBe(false)
})

test('a model that rests is woken by the question that goes on without it', async () => {
  const { given, choose, engine, embeds } = setUp()
  await choose('a1')
  await engine('a1', 'ready')
  const before = embeds()
  await engine('a1', 'resting')
  expect([given[0]?.isReady(), given[0]?.isReady(), embeds() - before]).toEqual([false, false, 1])
})

test('a model that dies at the first word is tried again when its process is back', async () => {
  const { given, choose, engine, breaks } = setUp()
  breaks(true)
  await engine('a1', 'ready')
  await choose('a1')
  expect(given).toEqual([])
  breaks(false)
  await engine('a1', 'ready')
  expect(given).toMatchObject([{ id: 'a1' }])
})
