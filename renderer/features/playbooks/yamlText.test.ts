import { expect, test } from 'vitest'
import { indentAfter, lineOfStep, rangeOfLine, yamlParts } from './yamlText.ts'

const text = `id: returns
steps:
  - id: ask-number
    ask: order-number
  - id: "told"
    tell:
      en: Your parcel {order.number} is on its way. # nice
`

test('coloured parts are exactly the line, so that the cursor stands where it seems to stand', () => {
  for (const line of [...text.split('\n'), '  look up: order', '\t- a: b: c', '# only a comment', 'x: "#1001"']) {
    expect(
      yamlParts(line)
        .map(part => part.text)
        .join(''),
    ).toBe(line)
  }
})

test('keys, comments and what is filled in are told apart', () => {
  expect(yamlParts('      en: Parcel {order.number} # nice').map(({ kind }) => kind)).toEqual([
    'plain',
    'key',
    'plain',
    'filled',
    'comment',
  ])
  expect(yamlParts('  look up: order')[1]).toEqual({ text: 'look up:', kind: 'key' })
})

test('a number sign inside a word starts no comment', () => {
  expect(yamlParts('x: a#b').some(({ kind }) => kind === 'comment')).toBe(false)
})

test('a line is found in the text, and a line that is gone is the last one', () => {
  const { start, end } = rangeOfLine(text, 4)
  expect(text.slice(start, end)).toBe('    ask: order-number')
  expect(rangeOfLine('a\nb', 9)).toEqual({ start: 2, end: 3 })
})

test('a step is found by its name, and the name of the whole procedure is no step', () => {
  expect(lineOfStep(text, 'told')).toBe(5)
  expect(lineOfStep(text, 'returns')).toBeNull()
})

test('a new line goes on where the one before began', () => {
  expect(indentAfter('  - id: ask')).toBe('    ')
  expect(indentAfter('    tell:')).toBe('      ')
  expect(indentAfter('name: x')).toBe('')
})
