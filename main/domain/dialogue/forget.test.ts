import { expect, test } from 'vitest'
import type { Fact } from '#contract/understanding.ts'
import { briefWithout, forget, isSameFact, tells } from './forget.ts'
import { freshDialogue, type DialogueState } from './state.ts'

const fact = (name: Fact['name'], value: string): Fact => ({ name, value, quote: value, source: 'message' })
const number = fact('order-number', '#1001')
const product = fact('product', 'Desk lamp')
const state: DialogueState = {
  ...freshDialogue,
  facts: [number, product],
  identity: {
    proved: [
      { orderId: 'o1', until: '2026-03-02T10:00:00Z' },
      { orderId: 'o2', until: '2026-03-02T10:00:00Z' },
    ],
    pending: { orderId: 'o1', hash: '', salt: '', until: '2026-03-02T10:00:00Z', triesLeft: 3 },
  },
  playbook: {
    playbookId: 'returns',
    version: '1',
    stepId: 'reason',
    asked: { 'order-number': 2, symptom: 1 },
    found: { order: 'o1', 'said at start': 'my order #1001' },
    path: ['number', 'look', 'reason'],
  },
}
const isNumber = (known: Pick<Fact, 'name' | 'value'>) => isSameFact(known, number)

test('a forgotten fact takes along what was proved by it, and nothing else', () => {
  const after = forget(state, isNumber, new Set(['o1']))
  expect(after.facts).toEqual([product])
  expect(after.identity.proved.map(({ orderId }) => orderId)).toEqual(['o2'])
  expect(after.identity.pending).toBeNull()
  expect(JSON.stringify(after)).not.toContain('1001')
  expect(forget(state, isNumber, new Set()).identity).toEqual(state.identity)
  expect(forget(state, () => false, new Set(['o3']))).toBe(state)
})

test('a running procedure begins again and may ask for what it does not know any more', () => {
  expect(forget(state, isNumber, new Set()).playbook).toEqual({
    playbookId: 'returns',
    version: '1',
    stepId: 'number',
    asked: { symptom: 1 },
    found: {},
    path: [],
  })
})

test('an order number is forgotten however it is written, and out of the brief, too', () => {
  expect(isSameFact(fact('order-number', '# 1001'), number)).toBe(true)
  expect(isSameFact(fact('postcode', '1001'), number)).toBe(false)
  const brief = {
    wants: 'to know',
    intent: null,
    known: [number, product],
    promised: [],
    moods: [],
    suggestedReply: null,
    orderNumber: '1001',
    proposal: null,
    at: new Date(0),
  }
  expect(briefWithout(brief, isNumber)).toMatchObject({ known: [product], orderNumber: null })
  expect(briefWithout(brief, () => false)).toEqual(brief)
})

test('what tells a forgotten number in its own words goes with it; a fault told twice is one fault', () => {
  const fault = fact('symptom', 'The lamp of order #1001 flickers.')
  expect(tells(fault, number)).toBe(true)
  expect(tells(product, number)).toBe(false)
  expect(tells(fault, fact('product', 'lamp'))).toBe(false)
  expect(isSameFact(fault, fact('symptom', 'The lamp of order #1001 flickers. Ann'))).toBe(true)
})
