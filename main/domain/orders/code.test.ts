import { expect, test } from 'vitest'
import { codesIn } from './code.ts'

test.each([
  ['123456', ['123456']],
  ['The code is 123 456.', ['123456']],
  ['code: 123-456!', ['123456']],
  ['验证码是１２３４５６', ['123456']],
  ['您好，123456，谢谢', ['123456']],
  ['first 111111 then 222222', ['111111', '222222']],
])('"%s" holds the codes %j', (text, codes) => {
  expect(codesIn(text)).toEqual(codes)
})

test.each(['order #123456', '1234567', 'W123456', '123456 EUR', '123456.50', 'call 0171 123456 7', '12345'])(
  '"%s" holds no code',
  text => {
    expect(codesIn(text)).toEqual([])
  },
)
