import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { createKnowledgeLearner } from './knowledgeLearner.ts'

const log = { info() {}, warn() {}, error() {} }

function entry(id: string, question: string, ...wordings: string[]): Entry {
  return {
    id,
    sourceId: 's',
    externalId: null,
    question,
    wordings,
    answer: '',
    language: 'en',
    tags: [],
    updatedAt: new Date(0),
  }
}

const hours = entry('hours', 'When are you open?', 'opening hours', 'are you open on sunday')
const returns = entry('returns', 'How do I return an item?', 'send it back', 'return policy')
const gifts = entry('gifts', 'Do you sell vouchers?', 'gift cards', 'a present card')

/** Only what the learner asks for; counts how often entries are read. */
function openLearner(entries: Entry[], count = entries.length) {
  let reads = 0
  const learner = createKnowledgeLearner({
    store: {
      entryCount: () => count,
      entries({ offset, limit }) {
        reads++
        return { items: entries.slice(offset, offset + limit), total: entries.length }
      },
    },
    log,
  })
  return { learner, entries, reads: () => reads }
}

function best(scores: ReadonlyMap<string, number> | null): string | undefined {
  return [...(scores ?? [])].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

test('what was learned follows the knowledge: a new entry is known, a removed one is not', async () => {
  const { learner, entries } = openLearner([hours, returns])
  expect(learner.scores('gift card')).toBeNull()
  learner.wake()
  await learner.untilIdle()
  expect(best(learner.scores('open on sundays?'))).toBe('hours')
  entries.push(gifts)
  entries.shift()
  learner.wake()
  await learner.untilIdle()
  expect(best(learner.scores('gift card'))).toBe('gifts')
  expect(learner.scores('open on sundays?')?.has('hours')).toBe(false)
})

test('a change in the middle of learning is learned too', async () => {
  const { learner, entries } = openLearner([hours, returns])
  learner.wake()
  entries.push(gifts)
  learner.wake()
  await learner.untilIdle()
  expect(learner.scores('gift card')?.has('gifts')).toBe(true)
})

test('a large solution base is not read, and one with single wordings not learned', async () => {
  const large = openLearner([hours, returns], 70_000)
  large.learner.wake()
  await large.learner.untilIdle()
  expect([large.reads(), large.learner.scores('return')]).toEqual([0, null])
  const plain = openLearner([entry('a', 'Kettle leaks'), entry('b', 'Lamp flickers')])
  plain.learner.wake()
  await plain.learner.untilIdle()
  expect(plain.learner.scores('kettle')).toBeNull()
})

test('after stopping nothing is learned any more', async () => {
  const { learner } = openLearner([hours, returns])
  await learner.stop()
  learner.wake()
  await learner.untilIdle()
  expect(learner.scores('open')).toBeNull()
})
