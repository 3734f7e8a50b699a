import { expect, test } from 'vitest'
import { searchTokens, searchable } from './tokens.ts'

/** Each token with the letters it stands for. */
const found = (text: string) => searchTokens(text).map(({ text: token, start, end }) => [token, text.slice(start, end)])

test('case, accents and widths make no difference, and every token knows its letters in the text', () => {
  expect(found('Ünal’s CAFÉ №１２')).toEqual([
    ['unal', 'Ünal'],
    ['s', 's'],
    ['cafe', 'CAFÉ'],
    ['no12', '№１２'],
  ])
})

test('a letter with its accent as two characters is one letter', () => {
  const text = 'Cafe\u0301 Ü\u0308ber'
  expect(found(text)).toEqual([
    ['cafe', 'Cafe\u0301'],
    ['uber', 'Ü\u0308ber'],
  ])
})

test('what normalizes to several letters keeps its place', () => {
  expect(found('ﬁne ㎏ x')).toEqual([
    ['fine', 'ﬁne'],
    ['kg', '㎏'],
    ['x', 'x'],
  ])
})

test('scripts without spaces come apart, both Chinese scripts as one', () => {
  expect(searchable('我要退貨abc退货')).toBe('我 要 退 货 abc 退 货')
  expect(searchable('ﾊﾞｯｸ')).toBe('バ ッ ク')
  expect(searchable('한국어')).toBe('한 국 어')
  expect(found('𠮷野家')[0]).toEqual(['𠮷', '𠮷'])
})

test('Arabic and Hebrew are found with and without their vowel signs', () => {
  expect(searchable('كِتَاب')).toBe(searchable('كتاب'))
  expect(searchable('كتـــاب')).toBe(searchable('كتاب'))
  expect(searchable('שָׁלוֹם')).toBe(searchable('שלום'))
})

test('an order number comes apart at its signs, a soft hyphen does not', () => {
  expect(searchable('#HP-20611/a')).toBe('hp 20611 a')
  expect(searchable('Liefer\u00adzeit zero\u200bwidth é')).toBe('lieferzeit zerowidth e')
})
