import { expect, test } from 'vitest'
import { z } from 'zod'
import { expression } from './grammar.ts'
import { fitted, readShape, type Shape } from './shape.ts'

const shapeOf = (schema: z.ZodType) => readShape(z.toJSONSchema(schema))

/** The number rule as a regular expression: for these two, both languages are the same but for blanks and quotes. */
function accepts(shape: Shape, text: string): boolean {
  return new RegExp(`^${expression(shape).replaceAll(/[ "]/gu, '').replaceAll('.', '\\.')}$`, 'u').test(text)
}

test.each([
  [0, 0],
  [0, 9],
  [5, 117],
  [-3, 3],
  [-120, -7],
  [98, 1002],
  [-1, 2000],
])('whole numbers from %i to %i and no others can be written', (least, most) => {
  const shape: Shape = { is: 'number', whole: true, least, most }
  for (let value = -2100; value <= 2100; value++) {
    expect([value, accepts(shape, String(value))]).toEqual([value, value >= least && value <= most])
  }
  for (const text of ['00', '01', '-0', '1e4', '1.0', '']) expect(accepts(shape, text)).toBe(false)
})

test('numbers without bounds have neither exponents nor more digits than JavaScript keeps', () => {
  const shape = shapeOf(z.number().int())
  expect(accepts(shape, '123456789012')).toBe(true)
  for (const text of ['1e4', '0E+5824', '99999999999999999999']) expect(accepts(shape, text)).toBe(false)
})

test('bounds between which there is no number are refused', () => {
  expect(() => expression({ is: 'number', whole: true, least: 2, most: 1 })).toThrow('bounds')
})

test('a schema is read as the shape it has, in whatever way it says so', () => {
  expect(shapeOf(z.string().min(2).max(5).nullable())).toEqual({
    is: 'either',
    of: [
      { is: 'text', least: 2, most: 5 },
      { is: 'choice', of: ['null'] },
    ],
  })
  expect(shapeOf(z.number().int().positive().max(9))).toMatchObject({ whole: true, least: 1, most: 9 })
  expect(shapeOf(z.literal('a'))).toEqual({ is: 'choice', of: ['"a"'] })
})

test.each([
  ['a pattern', z.string().regex(/a/u)],
  ['a format', z.email()],
  ['any keys', z.record(z.string(), z.string())],
  ['anything', z.unknown()],
  [
    'itself',
    z.object({
      get inner() {
        return z.nullable(z.lazy(() => self))
      },
    }),
  ],
])('a schema that asks for %s is refused', (_, schema) => {
  expect(() => shapeOf(schema)).toThrow()
})
const self: z.ZodType = z.object({ inner: z.lazy(() => self) })

test('texts are counted as JavaScript does, and broken characters are left out', () => {
  const shape: Shape = { is: 'object', fields: [['a', { is: 'text', least: 1, most: 3 }]] }
  expect(fitted(shape, { a: 'x😀😀' })).toEqual({ value: { a: 'x😀' } })
  expect(fitted(shape, { a: '\uFFFDxy' })).toEqual({ value: { a: 'xy' } })
  expect(fitted(shape, { a: '\uFFFD' })).toBeNull()
  expect(fitted(shape, { a: 'x', b: 1 })).toBeNull()
  expect(fitted(shape, ['x'])).toBeNull()
})
