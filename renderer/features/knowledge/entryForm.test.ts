import { expect, test } from 'vitest'
import type { Entry } from '#contract/knowledge.ts'
import { draftOf, emptyEntryForm, entryProblems, formOf, withLine } from './entryForm.ts'

const entry: Entry = {
  id: '1',
  sourceId: 's',
  externalId: null,
  question: '多久能发货？',
  wordings: ['几天到？', 'Delivery time?'],
  answer: '两三天。\n\n节假日顺延。',
  language: 'zh',
  tags: ['发货', 'shipping'],
  updatedAt: new Date(0),
}

test('opening an entry and saving it changes nothing', () => {
  const { question, wordings, answer, tags } = entry
  expect(draftOf(formOf(entry))).toEqual({ question, wordings, answer, tags })
})

test('empty lines, doubled wordings and Chinese commas do no harm', () => {
  const form = { ...emptyEntryForm, wordings: ' a \n\nb\r\na', tags: '发货，退货、, 发货' }
  expect(draftOf(form)).toMatchObject({ wordings: ['a', 'b'], tags: ['发货', '退货'] })
})

test('an entry without question or answer is not saved', () => {
  expect(entryProblems({ ...emptyEntryForm, question: '  ' })).toEqual({
    question: { kind: 'missing' },
    answer: { kind: 'missing' },
  })
})

test('texts and lists over the limit are refused before they are sent', () => {
  const problems = entryProblems({
    question: 'q'.repeat(2001),
    answer: 'a',
    wordings: Array.from({ length: 101 }, (_, position) => `w${position}`).join('\n'),
    tags: 't'.repeat(81),
  })
  expect(problems).toEqual({
    question: { kind: 'too-long', max: 2000 },
    wordings: { kind: 'too-many', max: 100 },
    tags: { kind: 'too-long', max: 80 },
  })
})

test('one more line goes below what was typed', () => {
  expect(withLine('', 'When?')).toBe('When?')
  expect(withLine('How long?\n\n', 'When?')).toBe('How long?\nWhen?')
})
