import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { chooseEntry } from './choose.ts'

const ranked = (id: string, question: string, language: string, score: number) => {
  const entry: Entry = {
    id,
    sourceId: 's',
    externalId: null,
    question,
    wordings: [],
    answer: '.',
    language,
    tags: [],
    updatedAt: new Date(0),
  }
  return { entry, score, parts: {} }
}

test('an entry in the language of the customer takes the place of one that is about as good', () => {
  const both = [ranked('en', 'How do I return it?', 'en', 2), ranked('zh', '怎么退货？', 'zh', 1.8)]
  expect(chooseEntry(both, 'zh', '怎么退货？')?.entry.id).toBe('zh')
  expect(chooseEntry(both, 'en', 'How do I return it?')?.entry.id).toBe('en')
})

test('an entry of another country is no answer, whatever its language', () => {
  const both = [
    ranked('usa', 'Envío a United States', 'es', 2),
    ranked('canada', 'How much is delivery within Canada?', 'en', 1.9),
  ]
  expect(chooseEntry(both, 'en', 'How much is delivery to the United States?')?.entry.id).toBe('usa')
})

test('far behind, the language does not help', () => {
  const both = [ranked('en', 'How do I return it?', 'en', 3), ranked('zh', '付款方式', 'zh', 1)]
  expect(chooseEntry(both, 'zh', '退货')?.entry.id).toBe('en')
})
