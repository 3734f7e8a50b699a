import { expect, test } from 'vitest'
import { choiceIn, confirmationIn, tellsFault } from './answers.ts'
import { holds, readCondition, type Condition } from './conditions.ts'
import { fill } from './fill.ts'

test.each([
  ['yes please', 'yes'],
  ['sure, go ahead', 'yes'],
  ['要', 'yes'],
  ['可以', 'yes'],
  ['はい', 'yes'],
  ['no thanks', 'no'],
  ["I'd rather not", 'no'],
  ['不要', 'no'],
  ['不用了', 'no'],
  ['nein danke', 'no'],
  ['where are you located', null],
  ['asdf', null],
])('"%s" is taken for %s', (text, meant) => {
  expect(confirmationIn(text)).toBe(meant)
})

const choices = [
  { id: 'refund', words: ['refund', 'money back', '退款'] },
  { id: 'exchange', words: ['exchange', 'swap', '换货'] },
]

test('a choice is made by its own words and by one choice only', () => {
  expect(choiceIn('I want my money back', choices)).toBe('refund')
  expect(choiceIn('请给我换货', choices)).toBe('exchange')
  expect(choiceIn('a refund or an exchange', choices)).toBeNull()
  expect(choiceIn('non-refundable things', choices)).toBeNull()
})

test('a fault is told when there is more than that something is broken', () => {
  expect(tellsFault('the lamp is broken', '')).toBe(false)
  expect(tellsFault('My desk lamp does not work', 'desk lamp')).toBe(false)
  expect(tellsFault('台灯坏了', '')).toBe(false)
  expect(tellsFault('the lamp flickers', '')).toBe(true)
  expect(tellsFault('台灯一直闪烁', '')).toBe(true)
  expect(tellsFault('我买的咖啡磨豆机好像坏了怎么办？', '')).toBe(false)
  expect(tellsFault('磨豆机坏了，手柄转不动', '')).toBe(true)
})

const records = { order: { ref: '#7', fields: { number: '#7', status: 'It is on its way.' } } }

test('values are copied with their evidence, and a line without its value is left out', () => {
  expect(fill('Order {order.number}: {order.status}\nCarrier: {order.carrier}\nBye', records)).toEqual({
    text: 'Order #7: It is on its way.\nBye',
    evidence: [
      { kind: 'order', ref: '#7', field: 'number', value: '#7' },
      { kind: 'order', ref: '#7', field: 'status', value: 'It is on its way.' },
    ],
  })
  expect(fill('Carrier: {order.carrier}', records)).toBeNull()
})

test('a value that looks like a placeholder or a pattern is copied as it is', () => {
  const odd = { product: { ref: 'x', fields: { name: '$& {product.price}', price: '5' } } }
  expect(fill('{product.name}: {product.price}', odd)?.text).toBe('$& {product.price}: 5')
})

function condition(about: string, value: unknown): Condition {
  const read = readCondition(about, value)
  if ('problem' in read) throw new Error(read.problem)
  return read
}

test.each([
  ['at most 30', 30, true],
  ['at most 30', 31, false],
  ['at least 5', 5, true],
  ['below 5', 5, false],
  ['above 5', 6, true],
  [7, 7, true],
  ['unknown', null, true],
  ['unknown', 3, false],
  ['at least 0', null, false],
])('days since delivery: %s with %s days is %s', (value, days, expected) => {
  const now = { words: () => [], number: () => days }
  expect(holds(condition('days since delivery', value), now)).toBe(expected)
})

test('one of several words is enough, and a bare yes of YAML is a word too', () => {
  const now = { words: () => ['shipped'], number: () => null }
  expect(holds(condition('order.status', ['paid', 'shipped']), now)).toBe(true)
  expect(holds(condition('order.status', 'paid'), now)).toBe(false)
  expect(condition('photo', true)).toEqual({ about: 'photo', oneOf: ['yes'] })
})
