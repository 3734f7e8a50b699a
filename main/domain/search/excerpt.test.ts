import { expect, test } from 'vitest'
import { excerptOf, marked, type Marker } from './excerpt.ts'
import { searchTokens } from './tokens.ts'

const word = (text: string, more: Partial<Marker> = {}): Marker => ({
  tokens: searchTokens(text).map(token => token.text),
  isPrefix: true,
  isInside: false,
  ...more,
})

/** The marks as brackets in the text. */
function shown(text: string, ...markers: Marker[]): string {
  const excerpt = excerptOf(text, markers)
  let result = ''
  let at = 0
  for (const { start, end } of excerpt.marks) {
    result += `${excerpt.text.slice(at, start)}[${excerpt.text.slice(start, end)}]`
    at = end
  }
  return result + excerpt.text.slice(at)
}

test('words are marked as they were written', () => {
  expect(shown('Die LIEFERUNG nach Málmö', word('lieferung'), word('malmo'))).toBe('Die [LIEFERUNG] nach [Málmö]')
  expect(shown('We refunded it', word('refund'))).toBe('We [refunded] it')
  expect(shown('We refunded it', word('refund', { isPrefix: false }))).toBe('We refunded it')
  expect(shown('Order HP20611x', word('20611', { isInside: true }))).toBe('Order [HP20611x]')
})

test('marks lie right behind characters that normalize to other lengths, emoji and decomposed letters', () => {
  expect(shown('👍🏽㎏ﬁ… Cafe\u0301 refund', word('cafe'), word('refund'))).toBe('👍🏽㎏ﬁ… [Cafe\u0301] [refund]')
  expect(shown('１２３ ＲＥＦＵＮＤ', word('refund'))).toBe('１２３ [ＲＥＦＵＮＤ]')
  expect(shown('أريد كِتَابًا', word('كتاب'))).toBe('أريد [كِتَابًا]')
})

test('Chinese is marked as a row, in either script', () => {
  expect(shown('我想退貨，怎麼退款？', word('退货'))).toBe('我想[退貨]，怎麼退款？')
  expect(shown('退款退款', word('退款'))).toBe('[退款退款]')
})

test('a long text is cut near the first place and is one line', () => {
  const text = `${'word '.repeat(60)}\n\n  broken   lamp\n${'more '.repeat(60)}`
  const result = shown(text, word('broken'))
  expect(result).toMatch(/^…(word ){1,8}\[broken\] lamp more .*…$/)
  expect(result.length).toBeLessThan(200)
})

test('an emoji is never cut in two', () => {
  for (let lead = 0; lead < 4; lead += 1) {
    const { text } = excerptOf(`${'x'.repeat(lead)}${'😀'.repeat(200)} refund`, [word('refund')])
    expect(text.isWellFormed()).toBe(true)
  }
})

test('text without anything found comes from its beginning', () => {
  expect(shown('  Hello\n there ', word('refund'))).toBe('Hello there')
  expect(marked('Hello', [word('refund')])).toBeNull()
  expect(excerptOf('', [word('refund')])).toEqual({ text: '', marks: [] })
})
