import { expect, test } from 'vitest'
import { checkDraft } from './draft.ts'
import { plainDraft } from './plain.ts'
import type { Value } from './value.ts'
import { isSaidBy, valuesIn } from './values.ts'

const only = (text: string): Value => {
  const [value] = valuesIn(text).values
  if (value === undefined) throw new Error(`No value in "${text}"`)
  return value
}

test.each([
  ['1,299.00 dollars', '$1299'],
  ['three days', '3 days'],
  ['two weeks', '14 days'],
  ['March 5th', '5 March'],
  ['2026-03-05', 'March 5, 2026'],
  ['2026年3月5日', '3月5日'],
  ['三百元', '￥300'],
  ['300块', '300元'],
  ['八折', '20% off'],
  ['百分之三十', '３０％'],
  ['下午6点半', '18:30'],
  ['6:30 pm', '18:30'],
  ['三到五个工作日', '3-5个工作日'],
  ['https://shop.test/a/', 'shop.test/a'],
])('"%s" says "%s"', (source, claim) => {
  expect(isSaidBy(only(source), only(claim))).toBe(true)
})

test.each([
  ['3 days', '3 weeks'],
  ['3 days', '3 business days'],
  ['30 %', '30 €'],
  ['300元', '$300'],
  ['March 5', 'March 5, 2027'],
  ['5 March', 'May 3'],
  ['https://shop.test/a', 'https://shop.test.evil.example/a'],
  ['KD-1001', 'KD-1010'],
  ['9 am', '9 pm'],
])('"%s" does not say "%s"', (source, claim) => {
  expect(isSaidBy(only(source), only(claim))).toBe(false)
})

test('marks of formatting, greeting and signature are taken off, hidden addresses are not', () => {
  expect(plainDraft('Hi Mia,\n\n**We open** at nine.\n\n- Come by!\n\nBest regards,\nThe team')).toBe(
    'We open at nine.\n\nCome by!',
  )
  expect(plainDraft('<think>They want a discount.</think>See [our page](http://x.example/a).')).toBe(
    'See our page http://x.example/a.',
  )
})

test.each(['十', '三到', '[a](', '1 000 ', 'www.', '已经', '周一到', '9', '**a'])(
  'nobody can make the check take long (%s)',
  piece => {
    const text = piece.repeat(Math.ceil(4000 / piece.length))
    const source = { name: 's', question: '', text: 'We open at nine.', language: 'en' }
    const started = performance.now()
    checkDraft(
      text,
      { sources: [source], said: [text], names: [], links: [], language: 'en' },
      { values: [], quotes: [] },
    )
    expect(performance.now() - started).toBeLessThan(2000)
  },
)
