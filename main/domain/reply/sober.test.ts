import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { chooseEntry, speaksOf } from './choose.ts'
import { soberConfidence } from './sober.ts'

const entry: Entry = {
  id: 'join',
  sourceId: 'source',
  externalId: null,
  question: 'How do I book a class?',
  wordings: ['book the brewing class'],
  answer: 'Choose a date and press Book.',
  language: 'en',
  tags: [],
  updatedAt: new Date(0),
}
const troubled = { ...entry, wordings: ['I cannot book the class'] }

test('a report of trouble is less sure of the instructions for when all goes well', () => {
  const plain = soberConfidence(0.9, 'How can I book the brewing class?', entry)
  expect(plain).toBe(0.9)
  expect(soberConfidence(0.9, 'Why can I not? I am unable to book the brewing class', entry)).toBeLessThan(0.8)
  expect(soberConfidence(0.9, 'I am unable to book the brewing class', troubled)).toBe(0.9)
  expect(soberConfidence(0.9, '我无法预约咖啡课程怎么办', entry)).toBeLessThan(0.8)
})

test('a scrap of a sentence needs a better match than a question, and no subject at all is never enough', () => {
  expect(soberConfidence(0.9, 'Class', entry)).toBeLessThan(0.8)
  expect(soberConfidence(0.98, 'brewing class', entry)).toBeGreaterThan(0.8)
  expect(soberConfidence(1, 'why so', entry)).toBeLessThanOrEqual(0.5)
})

test('of two entries about as good, the one in the language of the customer is chosen', () => {
  const chinese = { ...entry, id: 'zh', language: 'zh' }
  const ranked = [
    { entry, score: 3, parts: {} },
    { entry: chinese, score: 2.8, parts: {} },
  ]
  expect(chooseEntry(ranked, 'zh')?.entry.id).toBe('zh')
  expect(chooseEntry(ranked, 'en')?.entry.id).toBe('join')
  expect(chooseEntry(ranked, 'und')?.entry.id).toBe('join')
  const farBehind = ranked.map(one => (one.entry === chinese ? { ...one, score: 1 } : one))
  expect(chooseEntry(farBehind, 'zh')?.entry.id).toBe('join')
})

test('an entry speaks of a follow-up only when it names every subject of it', () => {
  expect(speaksOf(entry, 'and the brewing class?')).toBe(true)
  expect(speaksOf(entry, 'and to Mars?')).toBe(false)
  expect(speaksOf(entry, 'and?')).toBe(false)
})
