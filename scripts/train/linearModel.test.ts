import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { featuresOf } from '#main/ai/features.ts'
import { createLinearModel, linearAboutSchema } from '#main/ai/linear.ts'
import { encodeWeights, loadWeights } from '#main/ai/weights.ts'
import { testFolder } from '#main/testing/storage.ts'
import { featuresOfAll } from './features.ts'
import { modelOf, trainModel, unseenScores } from './linearModel.ts'
import { createRandom } from './random.ts'

const fruits = ['apple', 'pear', 'plum', 'cherry', 'grape']
const tools = ['hammer', 'saw', 'drill', 'pliers', 'chisel']
const verbs = ['buy', 'sell', 'want', 'lost', 'paint']

function sample() {
  const random = createRandom(5)
  const some = (words: readonly string[]) => words[random.below(words.length)] ?? ''
  return Array.from({ length: 120 }, (_, index) => {
    const isFruit = index % 2 === 0
    return { text: `I ${some(verbs)} a ${some(isFruit ? fruits : tools)} today`, isFruit }
  })
}

function train() {
  const rows = sample()
  return trainModel(
    featuresOfAll(rows.map(({ text }) => text)),
    [
      { label: 'fruit', yes: Uint8Array.from(rows, ({ isFruit }) => (isFruit ? 1 : 0)) },
      { label: 'tool', yes: Uint8Array.from(rows, ({ isFruit }) => (isFruit ? 0 : 1)) },
    ],
    { bits: 12, pieces: 1, cost: 1, rounds: 20, folds: 3, groups: Uint32Array.from(rows, (_, index) => index) },
  )
}

test('training twice gives the same bytes', () => {
  const bytes = () => Buffer.from(encodeWeights({ name: 'sample', ...train() }))
  expect(bytes().equals(bytes())).toBe(true)
})

test('what was written and read judges as what was trained, also a slip of the finger it never saw', () => {
  const trained = train()
  const file = join(testFolder(), 'sample.bin')
  writeFileSync(file, encodeWeights({ name: 'sample', ...trained }))
  const read = createLinearModel(loadWeights(file, 'sample', linearAboutSchema))
  const [fruit = 0, tool = 0] = read.judge(featuresOf('we sell a chery'))
  expect(fruit).toBeGreaterThan(0.6)
  expect(tool).toBeLessThan(0.4)
  expect(read.judge(featuresOf('a hamer'))).toEqual(modelOf(trained).judge(featuresOf('a hamer')))
})

test('likelihoods of rows not seen say how often the answer is yes', () => {
  const trained = train()
  const scores = sample().map(({ isFruit }, row) => ({ isFruit, score: unseenScores(trained, row)[0] ?? 0 }))
  const sure = scores.filter(({ score }) => score > 0.8)
  expect(sure.length).toBeGreaterThan(40)
  expect(sure.filter(({ isFruit }) => isFruit).length / sure.length).toBeGreaterThan(0.8)
})

test('the share of each word shows which one decided', () => {
  const text = 'I want a pear today'
  const features = featuresOf(text)
  const shares = modelOf(train()).shares(features, 0)
  const strongest = shares.indexOf(Math.max(...shares))
  expect(features.tokens[strongest]?.text).toBe('pear')
})
