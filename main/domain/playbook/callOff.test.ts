import { expect, test } from 'vitest'
import { callsOff, leftAsItIs } from './callOff.ts'

const starting = (...intents: string[]) => ({ starts: { intents, words: [] } })
const cancelling = starting('cancel-order')
const returning = starting('return-item')

test.each(['算了', '算了不取消了', '那算了吧，谢谢', '先不改了', '不用了', '还是不退了吧', '當我沒說'])(
  'whoever is asked for a number lets it be with %s',
  text => {
    expect(callsOff(text, false, cancelling)).toBe(true)
  },
)

test.each(['算了', '不用了', '没事'])('%s is a plain no where yes or no is asked', text => {
  expect(callsOff(text, true, returning)).toBe(false)
})

test('that nothing shall be sent back is more than a no', () => {
  expect(callsOff('算了不退了', true, returning)).toBe(true)
})

test.each(['算了，直接退款吧', '不退了，想换一个', '不换颜色', '1001', '不知道', '不退怎么办'])(
  'something is still wanted, or is an answer: %s',
  text => {
    expect(callsOff(text, false, returning)).toBe(false)
  },
)

test('it is said in the language of the conversation that all stays as it is', () => {
  expect(leftAsItIs('zh')).toContain('保持原样')
})
