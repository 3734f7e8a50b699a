import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Answer } from '#contract/assistant.ts'
import { readValueRules } from '#domain/value/rules.ts'
import { createProductMatcher } from '#domain/understanding/facts/products.ts'
import { order, orderSource, product } from '#main/testing/orderBook.ts'
import { createShop } from '#main/testing/shop.ts'
import { createValue } from './value.ts'

const rules = readValueRules(readFileSync(new URL('../../resources/rules/value.yaml', import.meta.url), 'utf8'))
const shade = product({ id: 'p2', sku: 'SHADE-1', name: 'Paper shade' })
const quote = 'For a softer light, the Paper shade fits the Desk lamp.'

async function openShop() {
  const shop = createShop()
  const { stores } = shop
  stores.orders.putSource(orderSource())
  stores.orders.putProducts([product(), shade])
  const productsIn = (text: string) => createProductMatcher([product(), shade])(text).map(({ value }) => value)
  const value = createValue({ ...shop, rules, productsIn })
  const id = await shop.receive({ text: 'The desk lamp is too bright, what can I do?' })
  const answer: Answer = {
    id: 'answer',
    messageId: null,
    createdAt: shop.clock.now(),
    question: 'The desk lamp is too bright, what can I do?',
    action: 'reply',
    reply: `Hello,\n\n${quote}`,
    citations: [{ entryId: 'e', entry: 'e', sourceName: '', question: 'Too bright?', quote }],
    candidates: [],
    confidence: 0.9,
    threshold: 0.7,
    grounded: true,
    language: 'en',
    handoffReason: null,
    steps: [],
    reading: null,
    playbook: null,
    evidence: [],
    topic: null,
    codeFor: null,
    assistant: 'test',
    writing: null,
    ms: 0,
  }
  const tags = () => stores.dialogues.tags(id).map(({ code, detail, quote: by }) => [code, detail, by])
  return { ...shop, value, id, answer, tags }
}

test('an accessory that the shop’s own words name is an offer, and the order that follows shows it was taken', async () => {
  const { stores, clock, value, id, answer, tags, close } = await openShop()
  stores.transaction(() => value.afterReply(answer, id))
  expect(tags()).toContainEqual(['cross-sell-offered', 'SHADE-1', 'Paper shade'])
  expect(tags().filter(([code]) => code === 'cross-sell-offered')).toHaveLength(1)

  value.afterOrders()
  expect(tags().some(([code]) => code === 'cross-sell-taken')).toBe(false)
  const items = [{ sku: 'shade-1', name: 'Paper shade', quantity: 1, price: null, serialNumber: null }]
  const placedAt = new Date(clock.now().getTime() + 3 * 86_400_000)
  stores.orders.putOrders([order({ id: 'o7', number: '#1007', email: 'mia@customer.test', placedAt, items })])
  value.afterOrders()
  value.afterOrders()
  expect(tags().filter(([code]) => code === 'cross-sell-taken')).toEqual([['cross-sell-taken', 'SHADE-1', '#1007']])
  close()
})

test('another customer’s order takes no offer', async () => {
  const { stores, clock, value, id, answer, tags, close } = await openShop()
  stores.transaction(() => value.afterReply(answer, id))
  const items = [{ sku: 'SHADE-1', name: 'Paper shade', quantity: 1, price: null, serialNumber: null }]
  const placedAt = new Date(clock.now().getTime() + 86_400_000)
  stores.orders.putOrders([order({ id: 'o8', number: '#1008', email: 'else@customer.test', placedAt, items })])
  value.afterOrders()
  expect(tags().some(([code]) => code === 'cross-sell-taken')).toBe(false)
  close()
})
