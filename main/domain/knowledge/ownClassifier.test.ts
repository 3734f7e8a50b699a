import { expect, test } from 'vitest'
import { canLearn, learn, type OwnClassifier, type Taught } from './ownClassifier.ts'

const shop: Taught[] = [
  {
    entryId: 'track',
    texts: ['where is my parcel', 'track my order', 'my package has not come yet', '我的包裹到哪了', '查一下物流'],
  },
  {
    entryId: 'return',
    texts: ['I want to send it back', 'return an item', 'how do I return shoes', '我要退货', '怎么把东西退回去'],
  },
  {
    entryId: 'hours',
    texts: ['when are you open', 'opening hours', 'are you open on sunday', '几点开门', '周日营业吗'],
  },
]

function learned(taught: readonly Taught[]): OwnClassifier {
  const steps = learn(taught)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

function best(classifier: OwnClassifier, question: string): string | undefined {
  return [...classifier.scores(question)].toSorted(([, one], [, other]) => other - one)[0]?.[0]
}

test('words that set the wordings of one entry apart decide, in Chinese too', () => {
  const classifier = learned(shop)
  expect(best(classifier, 'has my parcel come?')).toBe('track')
  expect(best(classifier, 'can I return these shoes')).toBe('return')
  expect(best(classifier, 'open on sundays?')).toBe('hours')
  expect(best(classifier, '想退货')).toBe('return')
  expect(best(classifier, '包裹现在到哪里')).toBe('track')
})

test('a wording of its own scores above zero, one of another entry and an unknown subject below', () => {
  const scores = learned(shop).scores('opening hours')
  expect(scores.get('hours')).toBeGreaterThan(0.5)
  expect(scores.get('return')).toBeLessThan(0)
  const [highest = 0] = [...learned(shop).scores('quantum chromodynamics lecture').values()].toSorted((a, b) => b - a)
  expect(highest).toBeLessThan(0)
})

test('the same wordings teach the same, whatever ran before', () => {
  learned(shop.slice(1))
  expect([...learned(shop).scores('where is it')]).toEqual([...learned(shop).scores('where is it')])
})

test('a solution base with one wording each is not learned, a shop with several is', () => {
  expect(canLearn({ entries: 300, texts: 300, wellWorded: 0 })).toBe(false)
  expect(canLearn({ entries: 70_000, texts: 300_000, wellWorded: 70_000 })).toBe(false)
  expect(canLearn({ entries: 40, texts: 200, wellWorded: 35 })).toBe(true)
  expect(canLearn({ entries: 1, texts: 9, wellWorded: 1 })).toBe(false)
})
