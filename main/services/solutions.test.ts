import { expect, test } from 'vitest'
import { createLikeness } from '#main/ai/likeness.ts'
import type { Solution } from '#main/ports/playbookStore.ts'
import { openTestStores } from '#main/testing/storage.ts'
import { createSolutionSearch } from './solutions.ts'

const solution = (id: string, change: Partial<Solution>): Solution => ({
  id,
  product: '',
  symptom: 'It leaks',
  wordings: [],
  steps: 'Change the seal.',
  guideUrl: null,
  couponCode: null,
  language: 'en',
  ...change,
})

function openBase(solutions: readonly Solution[]) {
  const { stores } = openTestStores()
  const counts = stores.solutions.put(solutions)
  const find = createSolutionSearch({ store: stores.solutions, likeness: createLikeness('no-such-folder') })
  const query = { product: null, minimum: 0.3, language: 'en' }
  return {
    store: stores.solutions,
    counts,
    find: (symptom: string, change = {}) => find({ ...query, symptom, ...change }),
  }
}

const kettles = [
  solution('k1', { product: 'Kettle K1', symptom: 'The lid leaks', wordings: ['water drips from the lid'] }),
  solution('k2', { product: 'Kettle K2', symptom: 'The lid leaks' }),
  solution('k1-hot', { product: 'Kettle K1', symptom: 'The lid gets too hot' }),
  solution('any', { symptom: 'The display stays dark' }),
]

test('the same fault of another model is not taken', () => {
  const { find } = openBase(kettles)
  expect(find('Since monday the lid leaks', { product: 'Kettle K2' })?.solution.id).toBe('k2')
  expect(find('Hello, my kettle K1 is new and water drips from the lid')?.solution.id).toBe('k1')
})

test('where no product is known or named, only what holds for any product is taken', () => {
  const { find } = openBase(kettles)
  expect(find('the lid leaks')).toBeNull()
  expect(find('the display stays dark')?.solution.id).toBe('any')
})

test('of two faults of one thing the one that was described is found, and nothing when it is none of them', () => {
  const { find } = openBase(kettles)
  expect(find('the lid is far too hot', { product: 'Kettle K1' })?.solution.id).toBe('k1-hot')
  expect(find('the colour is not the one in the picture', { product: 'Kettle K1' })).toBeNull()
})

test('Chinese symptoms are found without blanks between words', () => {
  const { find } = openBase([
    solution('zh', { product: '电水壶', symptom: '壶盖漏水', language: 'zh' }),
    solution('zh-hot', { product: '电水壶', symptom: '壶身发烫', language: 'zh' }),
  ])
  expect(find('我的电水壶用了两天壶盖就漏水了', { language: 'zh' })?.solution.id).toBe('zh')
})

test('of the same fault in two languages the one in the language of the contact is taken', () => {
  const { find } = openBase([
    solution('de', { symptom: 'Error E4', language: 'de' }),
    solution('en', { symptom: 'Error E4', language: 'en' }),
  ])
  expect(find('it shows error E4', { language: 'de' })?.solution.id).toBe('de')
  expect(find('it shows error E4', { language: 'en' })?.solution.id).toBe('en')
})

test('putting the same id again replaces it, in the search too', () => {
  const { store, counts, find } = openBase(kettles)
  expect(counts).toEqual({ added: 4, updated: 0 })
  expect(store.put([solution('any', { symptom: 'The pump hums' })])).toEqual({ added: 0, updated: 1 })
  expect(store.count()).toBe(4)
  expect(find('the display stays dark')).toBeNull()
  expect(find('the pump hums')?.solution.id).toBe('any')
})
