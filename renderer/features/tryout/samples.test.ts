import { expect, test } from 'vitest'
import { pickSamples } from './samples.ts'

const en = (question: string) => ({ question, language: 'en' })
const zh = (question: string) => ({ question, language: 'zh' })
const many = (language: string, count: number) =>
  Array.from({ length: count }, (_, position) => ({ question: `${language} ${position}`, language }))

test('questions in the language of the owner come first when there are enough', () => {
  expect(pickSamples([...many('en', 20), ...many('zh', 12)], 'zh-CN').every(text => text.startsWith('zh'))).toBe(true)
})

test('a shop with few questions sees all of them, each once', () => {
  expect(pickSamples([en('A?'), en('A?'), zh('乙？')], 'zh-CN')).toEqual(['A?', '乙？'])
})

test('they are spread over the knowledge and long ones are left out', () => {
  const picked = pickSamples([en('x'.repeat(200)), ...many('en', 60)], 'en')
  expect(picked).toHaveLength(6)
  expect(picked).toContain('en 0')
  expect(picked).toContain('en 50')
})

test('without knowledge there is nothing to suggest', () => {
  expect(pickSamples([], 'en')).toEqual([])
})
