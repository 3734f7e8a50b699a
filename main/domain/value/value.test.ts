import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import type { Reading } from '#contract/understanding.ts'
import { order, lamp } from '#main/testing/orderBook.ts'
import { readValueRules } from './rules.ts'
import { findingsOf, offersIn, orderTaking, type TurnSeen } from './tag.ts'

const rules = readValueRules(readFileSync(new URL('../../../resources/rules/value.yaml', import.meta.url), 'utf8'))
const readingOf = (intent: string | null, change: Partial<Reading> = {}): Reading => ({
  language: 'en',
  languages: ['en'],
  intents: intent === null ? [] : [{ id: intent, score: 0.9, reason: '' }],
  facts: [],
  mood: 'calm',
  intensity: 0,
  moodQuotes: [],
  risks: [],
  wantsPerson: null,
  courtesy: null,
  injection: null,
  outOfScope: 0,
  ...change,
})
const seen = (change: Partial<TurnSeen>): TurnSeen => ({
  text: '',
  reading: readingOf(null),
  before: () => [],
  lastSent: () => null,
  hasProduct: () => null,
  ...change,
})
const codes = (change: Partial<TurnSeen>) =>
  findingsOf(seen(change), rules).map(({ code, detail }) => `${code} ${detail}`)

const coupon: Pick<Answer, 'evidence'> = {
  evidence: [{ kind: 'coupon', ref: 'SORRY10', field: 'code', value: 'SORRY10' }],
}
const yes = { name: 'confirmation', value: 'yes', quote: 'yes', source: 'message' } as const

test('a refund is avoided only when it was asked for, something was offered, and the contact agreed', () => {
  const agreed = { text: 'yes, fine', reading: readingOf(null, { facts: [yes] }), lastSent: () => coupon }
  expect(codes({ ...agreed, before: () => [readingOf('refund-request')] })).toEqual(['refund-avoided SORRY10'])
  expect(codes(agreed)).toEqual([])
  expect(codes({ ...agreed, before: () => [readingOf('refund-request')], lastSent: () => ({ evidence: [] }) })).toEqual(
    [],
  )
  const again = readingOf('refund-request', { facts: [yes] })
  expect(codes({ ...agreed, before: () => [readingOf('refund-request')], reading: again })).toEqual([])
})

test('an exchange counts after a return was asked for', () => {
  const turn = { text: 'Can I swap it for the blue one?', reading: readingOf('exchange-item') }
  expect(codes({ ...turn, before: () => [readingOf('return-item')] })).toEqual(['exchange-instead-of-return '])
  expect(codes(turn)).toEqual([])
})

test.each([
  ['My parcel arrived late again.', 'late-delivery'],
  ['包裹里的杯子碎了', 'damaged'],
  ['You sent the wrong size.', 'wrong-item'],
])('"%s" complains of %s, with the sentence', (text, theme) => {
  const [finding] = findingsOf(seen({ text, reading: readingOf('complaint') }), rules)
  expect(finding).toEqual({ code: 'complaint-theme', detail: theme, quote: text })
})

test('a calm question about late delivery is no complaint', () => {
  expect(codes({ text: 'Do you deliver late in the evening?', reading: readingOf('delivery-time') })).toEqual([])
})

test('a product is in demand when it is asked for and not there', () => {
  const wanted = { name: 'wanted-item', value: 'green kettle', quote: 'a green kettle', source: 'message' } as const
  const asked = { text: 'Do you have a green kettle?', reading: readingOf('stock', { facts: [wanted] }) }
  expect(codes({ ...asked, hasProduct: () => false })).toEqual(['product-demand green kettle'])
  expect(codes({ ...asked, hasProduct: () => true })).toEqual([])
  expect(codes({ ...asked, hasProduct: () => null })).toEqual([])
})

test('a product the contact had named is answered, not offered', () => {
  const evidence = [{ kind: 'product', ref: 'LAMP-1', field: 'name', value: 'Desk lamp' }] as const
  const offer = { evidence: [...evidence], reading: null, question: 'What would suit a small room?' }
  expect(offersIn(offer, [])).toEqual([{ code: 'cross-sell-offered', detail: 'LAMP-1', quote: 'Desk lamp' }])
  expect(offersIn({ ...offer, question: 'Is the desk lamp in stock?' }, [])).toEqual([])
  expect(offersIn({ ...offer, question: 'Do you still have that desk thing?' }, [])).toEqual([])
  expect(offersIn({ ...offer, evidence: [] }, [{ sku: 'SHADE', name: 'Paper shade' }])).toEqual([
    { code: 'cross-sell-offered', detail: 'SHADE', quote: 'Paper shade' },
  ])
})

test('an offer is taken by a later order with that product, in time', () => {
  const at = new Date('2026-03-01T10:00:00Z')
  const later = order({ placedAt: new Date('2026-03-05T10:00:00Z'), items: [lamp] })
  expect(orderTaking({ detail: 'LAMP-1', at }, [later], rules)?.id).toBe(later.id)
  expect(orderTaking({ detail: 'OTHER', at }, [later], rules)).toBeNull()
  const sameDay = { ...later, placedAt: new Date('2026-03-01T00:00:00Z') }
  expect(orderTaking({ detail: 'lamp-1', at }, [sameDay], rules)?.id).toBe(later.id)
  const hourBefore = { ...later, placedAt: new Date('2026-03-01T09:00:00Z') }
  expect(orderTaking({ detail: 'LAMP-1', at }, [hourBefore], rules)).toBeNull()
  const before = { ...later, placedAt: new Date('2026-02-01T10:00:00Z') }
  const tooLate = { ...later, placedAt: new Date('2026-06-01T10:00:00Z') }
  expect(orderTaking({ detail: 'LAMP-1', at }, [before, tooLate], rules)).toBeNull()
})

test('a rule file with a word it does not know is refused', () => {
  expect(() => readValueRules('saved-time: always')).toThrow()
})
