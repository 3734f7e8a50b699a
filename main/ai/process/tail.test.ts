import { expect, test } from 'vitest'
import type { Shape } from './shape.ts'
import { endedWell, tailOf } from './tail.ts'

const reply: Shape = {
  is: 'object',
  fields: [
    ['text', { is: 'text', least: 0, most: Infinity }],
    ['kind', { is: 'choice', of: ['"question"', '"quote"'] }],
    ['tags', { is: 'list', of: { is: 'choice', of: ['"a"', '"b"'] }, least: 0, most: 5 }],
  ],
}

test('a text that was begun is ended at once, and the rest is still chosen', () => {
  const begun = '{"text":"Your ord'
  expect(tailOf(reply, begun)).toMatchObject({
    rest: 'character{0,0} "\\"" ",\\"kind\\":" ("\\"question\\"" | "\\"quote\\"") ",\\"tags\\":" "[]" "}"',
    cut: begun.indexOf('Your'),
  })
})

test('what was begun of a choice or of a key goes on as it began', () => {
  expect(tailOf(reply, '{"text":"a","kind":"qu')?.rest).toContain('("estion\\"" | "ote\\"")')
  expect(tailOf(reply, '{"text":"a","ki')?.rest).toMatch(/^"nd\\":" /u)
})

test('behind a comma one more item comes, and else none', () => {
  expect(tailOf(reply, '{"text":"a","kind":"quote","tags":["a",')?.rest).toBe('"" ("\\"a\\"" | "\\"b\\"") "]" "}"')
  expect(tailOf(reply, '{"text":"a","kind":"quote","tags":["a"')?.rest).toBe('"]" "}"')
  expect(tailOf(reply, '{"text":"a","kind":"quote","tags":[')?.rest).toBe('"]" "}"')
})

test('an escaped character is not broken off', () => {
  expect(tailOf(reply, '{"text":"a\\')).toMatchObject({ rest: expect.stringMatching(/^escaped /u), cut: null })
  expect(tailOf(reply, '{"text":"a\\"')?.rest).toMatch(/^character\{0,0\} "\\""/u)
})

test('there is no tail behind a whole value or one of another shape', () => {
  expect(tailOf(reply, '{"text":"a","kind":"quote","tags":[]}')).toBeNull()
  expect(tailOf(reply, '{"word":"a')).toBeNull()
  expect(tailOf(reply, '{"text":7')).toBeNull()
  expect(tailOf({ is: 'number', whole: true, least: 50, most: 150 }, '1')).toBeNull()
})

test('its cost is never less than what it writes', () => {
  const cost = (text: string) => tailOf(reply, text)?.cost ?? 0
  const begun = '{"text":"Your ord'
  expect(cost(begun)).toBeGreaterThanOrEqual('","kind":"question","tags":[]}'.length)
  expect(cost('')).toBeGreaterThan(cost(begun))
})

test('a text that was broken off ends behind its last sentence, or word, if that leaves most of it', () => {
  const ended = (text: string) => endedWell(`"${text}"}`, { from: 1, to: 1 + text.length })
  expect(ended('It is on its way. We hope tha')).toBe('"It is on its way."}')
  expect(ended('It costs 3.50 eur')).toBe('"It costs 3.50"}')
  expect(ended('您的包裹正在路上。请您再等')).toBe('"您的包裹正在路上。"}')
  expect(ended('您的包裹正在路')).toBe('"您的包裹正在路"}')
  expect(ended('No. We cannot promise this to y')).toBe('"No. We cannot promise this to"}')
})
