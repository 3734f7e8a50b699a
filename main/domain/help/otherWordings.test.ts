import { expect, test } from 'vitest'
import { soundWordings } from './otherWordings.ts'

const returns = { question: 'How do I return an item?', answer: 'Send it back within 30 days.', known: ['Returns?'] }

test.each([
  ['what is there already', 'how do I return an item'],
  ['what is known, with other signs', 'returns'],
  ['a number of its own', 'Can I return an item after 90 days?'],
  ['a place of its own', 'How do I return an item to Berlin?'],
  ['a denial', "Why can't I return an item?"],
  ['another language', 'Wie kann ich einen Artikel zurückgeben?'],
  ['another script', 'return ں item'],
  ['signs that nobody types', ':return= [item]'],
  ['several lines', 'How to return\nan item?'],
  ['a flood', 'return '.repeat(40)],
  ['nothing', ' - '],
])('%s is no other wording', (_, wording) => {
  expect(soundWordings([wording], returns)).toEqual([])
})

test('others are, each once, without the signs of a list', () => {
  const proposed = ['- send something back', '2. Can I give it back within 30 days?', 'Send something back!']
  expect(soundWordings(proposed, returns)).toEqual(['send something back', 'Can I give it back within 30 days?'])
})

test('in Chinese, with what stands in the answer', () => {
  const asked = { question: '怎么退货？', answer: '七天内可以退货，VIP 30 天。', known: [] }
  expect(soundWordings(['VIP 多久可以退货？', '我想退掉', '90 天还能退吗？'], asked)).toEqual([
    'VIP 多久可以退货?',
    '我想退掉',
  ])
})
