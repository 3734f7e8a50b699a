import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { z } from 'zod'
import script from '../../resources/demo/customers.json' with { type: 'json' }

const folder = join(import.meta.dirname, '../../resources/demo')
const rowsOf = <T extends z.ZodType>(name: string, row: T) =>
  z.array(row).parse(parse(readFileSync(join(folder, name), 'utf8'), { columns: true }))

const day = z.string().regex(/^(?:\{today(?:[+-]\d+)?\})?$/)
const orders = rowsOf(
  'orders/orders.csv',
  z.object({
    'Order number': z.string().regex(/^HP-2\d{4}$/),
    Email: z.string(),
    SKU: z.string(),
    Price: z.string(),
    'Serial number': z.string(),
    'Order date': day,
    'Shipped at': day,
    'Expected delivery': day,
    'Delivered at': day,
  }),
)
const products = rowsOf('orders/products.csv', z.object({ SKU: z.string(), Price: z.string() }))
const warranties = rowsOf(
  'orders/warranties.csv',
  z.object({ 'Serial number': z.string(), 'Order number': z.string(), 'Purchase date': day }),
)
const solutionRow = z.object({ id: z.string(), coupon: z.string(), language: z.enum(['en', 'zh']) })
const english = rowsOf('solutions/faults.en.csv', solutionRow)
const chinese = rowsOf('solutions/faults.zh.csv', solutionRow)
const coupons = rowsOf('orders/coupons.csv', z.object({ Code: z.string(), Percent: z.coerce.number() }))

/** How many days ago; negative is still to come. */
const age = (text: string) => -Number(/[+-]\d+/.exec(text)?.[0] ?? 0)

test('an order holds what the shop sells, at its price', () => {
  const prices = new Map(products.map(({ SKU, Price }) => [SKU, Price]))
  for (const { 'Order number': number, SKU, Price } of orders) expect(prices.get(SKU), number).toBe(Price)
})

test('nothing is shipped before it was ordered or delivered before it was shipped', () => {
  for (const order of orders) {
    const days = [order['Order date'], order['Shipped at'], order['Delivered at']].filter(text => text !== '').map(age)
    expect(days, order['Order number']).toEqual(days.toSorted((a, b) => b - a))
    const expected = order['Expected delivery']
    if (expected !== '') expect(age(expected), order['Order number']).toBeLessThan(0)
  }
})

test('whoever writes from an address has ordered with it, and every number they name is in the book', () => {
  const addresses = new Set(orders.map(({ Email }) => Email))
  const numbers = new Set(orders.map(order => order['Order number']))
  for (const { email, says } of script.customers) {
    if (email !== undefined) expect(addresses).toContain(email)
    for (const number of says.flatMap(({ text }) => text.match(/HP-\d+/g) ?? [])) expect(numbers).toContain(number)
  }
})

test('a warranty begins with the purchase of the thing it is for', () => {
  for (const warranty of warranties) {
    const bought = orders.find(order => order['Serial number'] === warranty['Serial number'])
    expect(bought).toMatchObject({
      'Order number': warranty['Order number'],
      'Order date': warranty['Purchase date'],
    })
  }
})

test('a known fault is told in its own language and names a coupon the shop has', () => {
  const ids = [...english, ...chinese].map(({ id }) => id)
  expect(ids.length).toBeGreaterThanOrEqual(15)
  expect(new Set(ids).size).toBe(ids.length)
  expect(english.every(({ language }) => language === 'en') && chinese.every(({ language }) => language === 'zh')).toBe(
    true,
  )
  const codes = new Set(coupons.map(({ Code }) => Code))
  for (const { id, coupon } of [...english, ...chinese]) if (coupon !== '') expect(codes, id).toContain(coupon)
})
