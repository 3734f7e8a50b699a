import { expect, test } from 'vitest'
import { fuzzyScore } from './fuzzy.ts'

const best = (typed: string, ...titles: string[]) =>
  titles
    .map(title => ({ title, score: fuzzyScore(typed, title) }))
    .filter(({ score }) => score !== null)
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(({ title }) => title)

test('the nearest title comes first, one without the letters not at all', () => {
  expect(best('set', 'Go to Settings', 'Reset', 'Resolve')).toEqual(['Go to Settings', 'Reset'])
  expect(best('to', 'Take over', 'Go to Orders')).toEqual(['Go to Orders', 'Take over'])
  expect(best('tkov', 'Take over', 'Labels')).toEqual(['Take over'])
  expect(best('knowledge go', 'Go to Knowledge')).toEqual(['Go to Knowledge'])
})

test('accents and case make no difference, Chinese is found in a row', () => {
  expect(best('cafe', 'CAFÉ')).toEqual(['CAFÉ'])
  expect(best('接手', '接手对话', '把手接上')).toEqual(['接手对话'])
  expect(best('', 'Anything')).toEqual(['Anything'])
})
