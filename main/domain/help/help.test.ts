import { expect, test } from 'vitest'
import { extractOf } from './extract.ts'
import { piecesOf, weightOf } from './pieces.ts'
import { quotedIn } from './quoted.ts'

const sentence = 'We are glad to tell you more about it.'
const entry = {
  id: 'e',
  sourceId: 's',
  externalId: 'ship',
  question: 'How long?',
  wordings: [],
  answer: 'It takes two days. Sundays do not count.',
  language: 'en',
  tags: [],
  updatedAt: new Date(0),
}

test.each([
  ['short text', 'Hello.\n\nBye.  \n'],
  ['many paragraphs', Array.from({ length: 30 }, (_, place) => `${place}. ${sentence.repeat(3)}`).join('\n\n')],
  ['one endless paragraph', `${sentence} `.repeat(80)],
  ['Chinese without blanks', '我们很高兴为你服务。'.repeat(90)],
  ['lines with indents', '  - one\n  - two\n\n\n  - three'],
])('%s: put together again, the pieces are the text', (_, text) => {
  const whole = piecesOf(text)
    .map(piece => piece.text + piece.gap)
    .join('')
  expect(whole.trim()).toBe(text.trim())
})

test('no piece of ordinary sentences is more than a model writes at once', () => {
  const heaviest = (text: string) => Math.max(...piecesOf(text).map(piece => weightOf(piece.text)))
  expect(heaviest(`${sentence} `.repeat(80))).toBeLessThanOrEqual(300)
  expect(heaviest('我们很高兴为你服务。'.repeat(90))).toBeLessThanOrEqual(300)
})

test('the sentences of an entry that stand in a text are named, and no other', () => {
  const quotes = quotedIn('Hi Mia,\n\nIt takes two days.', [entry], () => 'faq.csv').map(({ quote }) => quote)
  expect(quotes).toEqual(['It takes two days.'])
})

test('an extract quotes how it began, what is not answered yet and what was said last', () => {
  const turns = [
    { author: 'contact' as const, text: 'Hello!' },
    { author: 'contact' as const, text: 'My lamp is broken.' },
    { author: 'owner' as const, text: 'Please send a photo.' },
    { author: 'contact' as const, text: 'Here it is. When will I get a new one?' },
  ]
  expect(extractOf(turns, ['1001', '1001'], 'en')?.split('\n')).toEqual([
    'It began with: “My lamp is broken.”',
    'Not answered yet: “When will I get a new one?”',
    'Last from your shop: “Please send a photo.”',
    'Order numbers: 1001',
  ])
  expect(extractOf([{ author: 'contact', text: ' ' }], [], 'en')).toBeNull()
})
