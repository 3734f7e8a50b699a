import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RecordDrafts } from '#main/ports/orderFiles.ts'
import type { WebShop, WebShopContext, WebShopSettings } from '#main/ports/webShop.ts'
import { createFakeShopify, type FakeShopify } from '#main/testing/fakeShopify.ts'
import { createManualClock, type ManualClock } from '#main/testing/manualClock.ts'
import { createShopify } from './shopify.ts'

const lasting = { shop: 'my-shop.myshopify.com', token: 'shpat_good' }
const ofApp = { shop: 'my-shop.myshopify.com', clientId: 'client-1', clientSecret: 'shpss_good' }
const money = (amount: string) => ({ shopMoney: { amount, currencyCode: 'EUR' } })

let clock: ManualClock
let remote: FakeShopify
let shopify: WebShop
let slept: number

beforeEach(async () => {
  clock = createManualClock()
  remote = await createFakeShopify(clock.now)
  shopify = createShopify()
  slept = 0
})
afterEach(() => remote.close())

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

const context = (): WebShopContext => ({
  fetch: remote.fetch,
  clock: { now: clock.now, sleep: async ms => void (slept += ms) },
  timeZone: 'UTC',
  signal: new AbortController().signal,
  liveNumbers: async () => [],
})

async function readAll(cursor: string | null = null, using: WebShopSettings = lasting) {
  const drafts: RecordDrafts = { orders: [], products: [], warranties: [], coupons: [] }
  let next: string | null = null
  for await (const page of shopify.read(using, cursor, context())) {
    drafts.orders.push(...page.drafts.orders)
    drafts.products.push(...page.drafts.products)
    next = page.cursor ?? next
  }
  return { drafts, cursor: next }
}

test('all pages are read, and the next reading asks only for what changed', async () => {
  remote.state.orders = Array.from({ length: 25 }, (_, index) => node(`#${1001 + index}`))
  const { drafts, cursor } = await readAll()
  expect(drafts.orders.map(({ number }) => number)).toEqual(
    Array.from({ length: 25 }, (_, index) => `#${1001 + index}`),
  )
  await readAll(cursor)
  expect(remote.state.filters.at(-1)).toBe("updated_at:>='2026-03-02T08:58:00.000Z'")
})

test('an order is understood as Shopify means it', async () => {
  const arrived = {
    displayStatus: 'DELIVERED', createdAt: '2026-03-02T00:00:00Z', estimatedDeliveryAt: '2026-03-05T00:00:00Z',
    deliveredAt: '2026-03-04T00:00:00Z', trackingInfo: [{ company: 'DHL', number: 'JD1', url: 'https://t.test/JD1' }],
  } // prettier-ignore
  remote.state.orders = [
    node('#1'),
    node('#2', { displayFulfillmentStatus: 'FULFILLED', fulfillments: [arrived] }),
    node('#3', { displayFulfillmentStatus: 'FULFILLED', fulfillments: [{ ...arrived, deliveredAt: null }] }),
    node('#4', { cancelledAt: '2026-03-02T00:00:00Z' }),
    node('#5', { displayFinancialStatus: 'PENDING', shippingAddress: null }),
  ]
  const { drafts } = await readAll()
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
  remote.state.products = [
    { title: 'Lamp', description: 'Warm', onlineStoreUrl: null, variants: { nodes: [variant, { ...variant, title: 'Blue', sku: '', inventoryQuantity: null }] } },
    { title: 'Cup', description: '', onlineStoreUrl: 'https://x.test/cup', variants: { nodes: [{ ...variant, title: 'Default Title' }] } },
  ]
  const { drafts } = await readAll()
  expect(drafts.products).toMatchObject([
    { sku: 'L-R', name: 'Lamp (Red)', stock: 3, available: true, price: { minor: 4900, currency: 'EUR' } },
    { sku: '7', name: 'Lamp (Blue)', stock: null },
    { name: 'Cup', url: 'https://x.test/cup' },
  ])
}) // prettier-ignore

test('asked for too much at once, it waits as long as Shopify needs', async () => {
  remote.state.orders = [node('#1')]
  const cost = {
    requestedQueryCost: 500,
    throttleStatus: { maximumAvailable: 1000, currentlyAvailable: 100, restoreRate: 50 },
  }
  const body = { errors: [{ message: 'Throttled', extensions: { code: 'THROTTLED' } }], extensions: { cost } }
  remote.state.troubles = [{ body }, { status: 429, headers: { 'retry-after': '2.0' } }]
  expect((await readAll()).drafts.orders).toHaveLength(1)
  expect(slept).toBe(8000 + 2000)
})

test('what goes wrong is named', async () => {
  remote.state.troubles = [{ body: { errors: [{ message: 'no scope', extensions: { code: 'ACCESS_DENIED' } }] } }]
  await expect(readAll()).rejects.toMatchObject({ code: 'no-permission' })
  await expect(readAll(null, { ...lasting, token: 'x' })).rejects.toMatchObject({ code: 'wrong-credentials' })
  await expect(readAll(null, { ...lasting, shop: 'other.myshopify.com' })).rejects.toMatchObject({ code: 'not-a-shop' })
  remote.state.orders = [{ name: 1 }]
  await expect(readAll()).rejects.toMatchObject({ code: 'bad-answer' })
})

describe('with the client ID and secret of an app', () => {
  const tokens = () => remote.state.grants

  test('one token does for many questions, and the next one is got before it ends', async () => {
    remote.state.orders = Array.from({ length: 25 }, (_, index) => node(`#${1001 + index}`))
    expect((await readAll(null, ofApp)).drafts.orders).toHaveLength(25)
    await clock.advance(23 * 3_600_000)
    await readAll(null, ofApp)
    expect(tokens()).toBe(1)
    await clock.advance(55 * 60_000)
    await readAll(null, ofApp)
    expect(tokens()).toBe(2)
  })

  test('a token that Shopify took back is got anew once', async () => {
    await readAll(null, ofApp)
    remote.state.tokens.clear()
    await readAll(null, ofApp)
    expect(tokens()).toBe(2)
    remote.state.requests.length = 0
    remote.state.troubles = [{ status: 401 }, { status: 401 }, { status: 401 }]
    await expect(readAll(null, ofApp)).rejects.toMatchObject({ code: 'wrong-credentials' })
    expect(remote.state.requests.filter(line => line.endsWith('access_token'))).toHaveLength(1)
    expect(remote.state.requests.filter(line => line.endsWith('graphql.json'))).toHaveLength(2)
  })

  test('another secret does not use the token of the first', async () => {
    await readAll(null, ofApp)
    await expect(readAll(null, { ...ofApp, clientSecret: 'shpss_bad' })).rejects.toMatchObject({ code: 'wrong-credentials' })
  }) // prettier-ignore

  test.each([
    [400, { error: 'invalid_client' }, 'wrong-credentials'],
    [400, '<html>Oauth error application_cannot_be_found: Unable to find a valid app</html>', 'wrong-credentials'],
    [400, 'Oauth error shop_not_permitted: Client credentials cannot be performed on this shop.', 'other-organization'],
    [400, { error: 'app_not_installed' }, 'not-installed'],
    [404, {}, 'not-a-shop'],
    [200, { scope: 'read_orders' }, 'bad-answer'],
  ])('refused with %i %j', async (status, body, code) => {
    remote.state.refusedGrant = { status, body }
    const failed = await readAll(null, ofApp).catch((error: unknown) => error)
    expect(failed).toMatchObject({ code })
    expect(String(failed)).not.toMatch(/shpss|shpat/)
  })
})

test.each([
  [['read_orders', 'read_products'], null],
  [['read_orders', 'read_products', 'read_all_orders', 'unauthenticated_write_checkouts'], null],
  [['read_orders', 'read_products', 'write_orders'], 'may-write'],
  [['read_products'], 'no-permission'],
])('an app that may %j', async (scopes, code) => {
  remote.state.scopes = scopes
  for (const using of [lasting, ofApp]) {
    const located = shopify.located(using, context())
    if (code === null) expect(await located).toEqual(using)
    else await expect(located).rejects.toMatchObject({ code })
  }
})

test.each([
  'my-shop',
  'My-Shop.myshopify.com',
  'https://my-shop.myshopify.com/admin',
  'https://admin.shopify.com/store/my-shop/orders',
])('%s is the shop my-shop', shop => {
  expect(shopify.settled({ shop, token: ' t ' })).toEqual({ shop: 'my-shop.myshopify.com', token: 't' })
  expect(shopify.settled({ shop, clientId: ' a\n', clientSecret: 'b ' })).toEqual({
    shop: 'my-shop.myshopify.com',
    clientId: 'a',
    clientSecret: 'b',
  })
})

test('the secret of an app in place of a token is told apart', () => {
  expect(() => shopify.settled({ shop: 'my-shop', token: ' shpss_1' })).toThrow('secret-for-token')
})

test.each(['www.my-shop.com', '', 'evil.test/my-shop.myshopify.com', 'my-shop.myshopify.com.evil.test'])(
  '%s is no address of a Shopify shop',
  shop => {
    expect(() => shopify.settled({ shop, token: 't' })).toThrow('bad-address')
  },
)
