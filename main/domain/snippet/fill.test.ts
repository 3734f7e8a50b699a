import { expect, test } from 'vitest'
import { fillSnippet } from './fill.ts'

const values = { contact: 'Mia Lund', firstName: 'Mia', shop: '海港', order: null, today: '3 March' }

test('variables are filled in, everything else in braces stays', () => {
  expect(fillSnippet('Hi {firstName}, {shop} {today} {x} {} {{contact}} {Contact}', values)).toEqual({
    text: 'Hi Mia, 海港 3 March {x} {} {Mia Lund} {Contact}',
    gaps: [],
  })
})

test('a variable that nothing is known for stays to be seen, and is pointed at where it stands', () => {
  const { text, gaps } = fillSnippet('{firstName}: {order} and {order}.', values)
  expect(text).toBe('Mia: {order} and {order}.')
  expect(gaps.map(({ name, start, end }) => [name, text.slice(start, end), start])).toEqual([
    ['order', '{order}', 5],
    ['order', '{order}', 17],
  ])
})

test('a value is never filled in again: a contact who calls themselves {shop} stays just that', () => {
  expect(fillSnippet('{contact}{shop}', { ...values, contact: '{shop}$&' }).text).toBe('{shop}$&海港')
})
