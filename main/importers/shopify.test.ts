import { expect, test } from 'vitest'
import { z } from 'zod'
import type { RecordDrafts } from '#main/ports/orderFiles.ts'
import { createManualClock } from '#main/testing/manualClock.ts'
import { shopify } from './shopify.ts'

const settings = { shop: 'my-shop.myshopify.com', token: 'shpat_good' }
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } })

const node = (name: string, change: Record<string, unknown> = {}) => ({
  name,
  email: 'Mia@customer.test',
  phone: null,
  createdAt: '2026-03-01T10:00:00Z',
  cancelledAt: null,
  note: null,
  discountCodes: ['SPRING'],
  displayFinancialStatus: 'PAID',
  displayFulfillmentStatus: 'UNFULFILLED',
  currentTotalPriceSet: money('58.9'),
  shippingAddress: { name: 'Mia Maler', company: null, address1: 'Mozartstr. 1', address2: null, city: 'Wien', province: null, country: 'Austria', zip: '1010', phone: '+43 1 234567' },
  billingAddress: { name: 'Mia Maler' },
  lineItems: { nodes: [{ name: 'Lamp - Red', sku: null, quantity: 2, originalUnitPriceSet: money('24.5') }] },
  fulfillments: [],
  ...change,
}) // prettier-ignore

const requestSchema = z.strictObject({
  query: z.string(),
  variables: z.strictObject({ after: z.string().nullable(), filter: z.string().nullable() }),
})

/** Answers as the Admin API does: one address, one header, costs, pages by cursor, and errors inside good answers. */
function fakeShop(orders: readonly unknown[], products: readonly unknown[] = []) {
  const clock = createManualClock()
  const state = { troubles: [] as unknown[], filters: [] as (string | null)[], calls: 0, slept: 0 }
  const page = (all: readonly unknown[], after: string | null, size: number) => {
    const start = after === null ? 0 : Number(after)
    const hasNextPage = start + size < all.length
    return { pageInfo: { hasNextPage, endCursor: String(start + size) }, nodes: all.slice(start, start + size) }
  }
  async function fetch(url: string, init: RequestInit = {}): Promise<Response> {
    state.calls += 1
    const headers = new Headers(init.headers)
    if (url !== 'https://my-shop.myshopify.com/admin/api/2026-07/graphql.json')
      return new Response('{}', { status: 404 })
    if (init.method !== 'POST' || headers.get('content-type') !== 'application/json')
      return new Response('{}', { status: 400 })
    if (headers.get('x-shopify-access-token') !== 'shpat_good')
      return new Response('{"errors":"Invalid token"}', { status: 401 })
    const { query, variables } = requestSchema.parse(JSON.parse(z.string().parse(init.body)))
    expect(query).not.toMatch(/mutation/)
    const trouble = state.troubles.shift()
    if (trouble) return Response.json(trouble)
    state.filters.push(variables.filter)
    const data = query.includes('orders(')
      ? { orders: page(orders, variables.after, 10) }
      : { shop: { currencyCode: 'EUR' }, products: page(products, variables.after, 10) }
    return Response.json({ data })
  }
  const sleep = async (ms: number) => {
    state.slept += ms
  }
  return {
    state,
    context: { fetch, clock: { now: clock.now, sleep }, timeZone: 'UTC', signal: new AbortController().signal },
  }
}

async function readAll(shop: ReturnType<typeof fakeShop>, cursor: string | null = null, using = settings) {
  const drafts: RecordDrafts = { orders: [], products: [], warranties: [], coupons: [] }
  let next: string | null = null
  for await (const page of shopify.read(using, cursor, shop.context)) {
    drafts.orders.push(...page.drafts.orders)
    drafts.products.push(...page.drafts.products)
    next = page.cursor ?? next
  }
  return { drafts, cursor: next }
}

test('all pages are read, and the next reading asks only for what changed', async () => {
  const shop = fakeShop(Array.from({ length: 25 }, (_, index) => node(`#${1001 + index}`)))
  const { drafts, cursor } = await readAll(shop)
  expect(drafts.orders.map(({ number }) => number)).toEqual(
    Array.from({ length: 25 }, (_, index) => `#${1001 + index}`),
  )
  await readAll(shop, cursor)
  expect(shop.state.filters.at(-1)).toBe("updated_at:>='2026-03-02T08:58:00.000Z'")
})

test('an order is understood as Shopify means it', async () => {
  const arrived = {
    displayStatus: 'DELIVERED', createdAt: '2026-03-02T00:00:00Z', estimatedDeliveryAt: '2026-03-05T00:00:00Z',
    deliveredAt: '2026-03-04T00:00:00Z', trackingInfo: [{ company: 'DHL', number: 'JD1', url: 'https://t.test/JD1' }],
  } // prettier-ignore
  const { drafts } = await readAll(
    fakeShop([
      node('#1'),
      node('#2', { displayFulfillmentStatus: 'FULFILLED', fulfillments: [arrived] }),
      node('#3', { displayFulfillmentStatus: 'FULFILLED', fulfillments: [{ ...arrived, deliveredAt: null }] }),
      node('#4', { cancelledAt: '2026-03-02T00:00:00Z' }),
      node('#5', { displayFinancialStatus: 'PENDING', shippingAddress: null }),
    ]),
  )
  expect(drafts.orders.map(({ status }) => status)).toEqual(['paid', 'delivered', 'shipped', 'cancelled', 'pending'])
  expect(drafts.orders[1]).toMatchObject({
    statusText: 'PAID, FULFILLED',
    email: 'mia@customer.test',
    total: { minor: 5890, currency: 'EUR' },
    address: 'Mozartstr. 1, Wien, Austria',
    postcode: '1010',
    items: [{ name: 'Lamp - Red', quantity: 2, price: { minor: 2450 } }],
    shipments: [{ carrier: 'DHL', trackingNumber: 'JD1', deliveredAt: new Date('2026-03-04') }],
  })
})

test('each variant is a product', async () => {
  const variant = { id: 'gid://shopify/ProductVariant/7', title: 'Red', sku: 'L-R', price: '49.00', inventoryQuantity: 3, availableForSale: true }
  const { drafts } = await readAll(
    fakeShop([], [
      { title: 'Lamp', description: 'Warm', onlineStoreUrl: null, variants: { nodes: [variant, { ...variant, title: 'Blue', sku: '', inventoryQuantity: null }] } },
      { title: 'Cup', description: '', onlineStoreUrl: 'https://x.test/cup', variants: { nodes: [{ ...variant, title: 'Default Title' }] } },
    ]),
  )
  expect(drafts.products).toMatchObject([
    { sku: 'L-R', name: 'Lamp (Red)', stock: 3, available: true, price: { minor: 4900, currency: 'EUR' } },
    { sku: '7', name: 'Lamp (Blue)', stock: null },
    { name: 'Cup', url: 'https://x.test/cup' },
  ])
}) // prettier-ignore

test('asked for too much at once, it waits as long as Shopify needs', async () => {
  const shop = fakeShop([node('#1')])
  const cost = {
    requestedQueryCost: 500,
    throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 100, restoreRate: 50 },
  }
  shop.state.troubles = [
    { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost } },
  ]
  expect((await readAll(shop)).drafts.orders).toHaveLength(1)
  expect(shop.state.slept).toBe(8000)
})

test('what goes wrong is named', async () => {
  const denied = fakeShop([])
  denied.state.troubles = [{ errors: [{ message: 'no scope', extensions: { code: 'ACCESS_DENIED' } }] }]
  await expect(readAll(denied)).rejects.toMatchObject({ code: 'no-permission' })
  await expect(readAll(fakeShop([]), null, { ...settings, token: 'x' })).rejects.toMatchObject({ code: 'wrong-credentials' })
  await expect(readAll(fakeShop([]), null, { ...settings, shop: 'other.myshopify.com' })).rejects.toMatchObject({ code: 'not-a-shop' })
  await expect(readAll(fakeShop([{ name: 1 }]))).rejects.toMatchObject({ code: 'bad-answer' })
}) // prettier-ignore

test.each([
  'my-shop',
  'My-Shop.myshopify.com',
  'https://my-shop.myshopify.com/admin',
  'https://admin.shopify.com/store/my-shop/orders',
])('%s is the shop my-shop', shop => {
  expect(shopify.settled({ shop, token: ' t ' })).toEqual({ shop: 'my-shop.myshopify.com', token: 't' })
})

test.each(['www.my-shop.com', '', 'evil.test/my-shop.myshopify.com', 'my-shop.myshopify.com.evil.test'])(
  '%s is no address of a Shopify shop',
  shop => {
    expect(() => shopify.settled({ shop, token: 't' })).toThrow('bad-address')
  },
)
