import { expect, test } from 'vitest'
import type { Fit, ModelsState } from '#contract/model.ts'
import { firstOffers, offersFor, stateOf } from './offers.ts'
import type { OfferedModel } from './offers.ts'

function offer(id: string, fit: Fit, parameters: number, recommended = false, languages = ['en']): OfferedModel {
  return {
    model: {
      id,
      name: id,
      maker: '',
      use: 'writing',
      parameters,
      quantization: '',
      bytes: 1,
      memoryBytes: 1,
      contextTokens: 1,
      languages,
      licence: { name: '', url: '' },
      url: '',
      sha256: '',
    },
    fit,
    answerSeconds: null,
    recommended,
  }
}

const off = { modelId: null, stage: 'off', problem: null, gpuFailed: false } as const
const none: ModelsState = { installed: [], transfers: [], engine: { writing: off, searching: off } }
const idsOf = (offers: readonly OfferedModel[]) => offers.map(({ model }) => model.id)

test('the recommended one comes first, then what fits best, and of equals what knows the language and is larger', () => {
  const offers = [
    offer('huge', 'too-big', 8),
    offer('small', 'good', 1),
    offer('slow', 'slow', 7),
    offer('big', 'good', 4),
    offer('best', 'good', 3, true),
    offer('other language', 'good', 6, false, ['zh']),
  ]
  expect(idsOf(offersFor(offers, 'writing', 'en'))).toEqual(['best', 'big', 'small', 'other language', 'slow', 'huge'])
  expect(offersFor(offers, 'searching', 'en')).toEqual([])
})

test('a few that fit are shown first, and always what the owner has begun with', () => {
  const offers = [1, 2, 3, 4, 5].map(size => offer(`m${size}`, 'good', 10 - size)).concat(offer('huge', 'too-big', 70))
  expect(idsOf(firstOffers(offers, none))).toEqual(['m1', 'm2', 'm3', 'm4'])
  const transfer = { id: 't', kind: 'download', name: '', receivedBytes: 0, totalBytes: 1 } as const
  const begun: ModelsState = {
    ...none,
    transfers: [{ ...transfer, catalogueId: 'huge', bytesPerSecond: null, state: 'paused', problem: null }],
  }
  expect(idsOf(firstOffers(offers, begun))).toEqual(['m1', 'm2', 'm3', 'm4', 'huge'])
  expect(stateOf(begun, 'huge')).toBe('on-the-way')
  expect(idsOf(firstOffers([offer('huge', 'too-big', 70)], none))).toEqual([])
})
