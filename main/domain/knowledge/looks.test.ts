import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { createLooks } from './looks.ts'
import { dot, middleOf, spellingVector } from './spelling.ts'

function entry(id: string, question: string, wordings: string[] = [], updatedAt = 0): Entry {
  return {
    id,
    sourceId: 's',
    externalId: null,
    question,
    answer: '',
    wordings,
    language: 'en',
    tags: [],
    updatedAt: new Date(updatedAt),
  }
}

test('a misspelt question is nearest to the wording it meant', () => {
  const looks = createLooks(100)
  const question = spellingVector('delivry time')
  const near = looks.nearness(question, entry('a', 'Shipping', ['delivery time']))
  const far = looks.nearness(question, entry('b', 'Opening hours', ['when are you open']))
  expect(near.spelledWording).toBeGreaterThan(0.4)
  expect(near.spelledWording).toBeGreaterThan(near.spelling)
  expect(far.spelledWording).toBeLessThan(0.15)
})

test('an entry that changed is looked at again, also when only few are kept', () => {
  const looks = createLooks(2)
  const question = spellingVector('gift cards')
  expect(looks.nearness(question, entry('a', 'opening hours')).spelledWording).toBeLessThan(0.2)
  expect(looks.nearness(question, entry('a', 'gift cards', [], 1)).spelledWording).toBeCloseTo(1)
  for (const id of ['b', 'c', 'd']) looks.nearness(question, entry(id, `other ${id}`))
  expect(looks.nearness(question, entry('a', 'gift cards', [], 1)).spelledWording).toBeCloseTo(1)
})

test('nearness is that of the nearest wording and of the middle of all, whatever they are made of', () => {
  const looks = createLooks(100)
  const texts = ['Where is my parcel?', '我的包裹在哪里', 'parcel', '?!', 'Lieferung ünd Versand'.repeat(9)]
  const vectors = texts.map(text => spellingVector(text))
  const [first = '', ...wordings] = texts
  for (const [index, text] of ['my parcels', '包裹', '', ...texts].entries()) {
    const question = spellingVector(text)
    const { spelling, spelledWording } = looks.nearness(question, entry(`e${index}`, first, wordings))
    expect(spelledWording).toBeCloseTo(Math.max(...vectors.map(vector => dot(question, vector))), 5)
    expect(spelling).toBeCloseTo(dot(question, middleOf(vectors)), 5)
  }
  expect(looks.nearness(spellingVector('parcel'), entry('none', '...'))).toEqual({ spelling: 0, spelledWording: 0 })
})
