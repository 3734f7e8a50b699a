import { expect, test } from 'vitest'
import { inLines } from './inLines.ts'

test('a short label is one line, a longer one two, broken between words', () => {
  expect(inLines('else', 2)).toEqual(['else'])
  expect(inLines('the order is: On its way or Delivered', 2)).toEqual(['the order is: On its way or', 'Delivered'])
  expect(inLines('', 2)).toEqual([])
})

test('Chinese is broken between letters and counts double', () => {
  const [first = '', second = '', ...more] = inLines('订单已发货或已送达，并且发货超过 21 天', 2)
  expect([first.length <= 14, second !== '', more]).toEqual([true, true, []])
  expect(inLines('订单还没付款或者还没送达客户，发货超过二十天', 2)[1]).not.toMatch(/^，/)
  expect(first + second).toBe('订单已发货或已送达，并且发货超过 21 天')
})

test('what is left out is shown by three points', () => {
  const lines = inLines('the order is: On its way, and it should have arrived, and there is a photo of it', 2)
  expect(lines).toHaveLength(2)
  expect(lines[1]).toMatch(/…$/)
  expect(inLines('the order is: on its way or delivered', 1)).toEqual(['the order is: on its way or…'])
})
