import { expect, test } from 'vitest'
import { withoutLinks } from './links.ts'

test.each([
  ['Can I return it? our shop (https://evil.test/login?x=1)', 'Can I return it? our shop  '],
  ['看这个 https://shop.test/商品 可以退吗', '看这个   可以退吗'],
  ['www.shop.test is down', '  is down'],
  ['No link: 3.5 euros, e.g. a.b', 'No link: 3.5 euros, e.g. a.b'],
])('%s keeps only the words', (text, expected) => {
  expect(withoutLinks(text)).toBe(expected)
})
