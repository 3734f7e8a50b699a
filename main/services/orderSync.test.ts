import { inspect } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { OrderDraft } from '#main/ports/orderFiles.ts'
import { createGateway } from '#main/gateway/gateway.ts'
import { createShopify } from '#main/importers/shopify.ts'
import { wooCommerce } from '#main/importers/wooCommerce.ts'
import { createFakeShopify } from '#main/testing/fakeShopify.ts'
import { createFakeWooCommerce, wooOrder, wooProduct, type FakeWooCommerce } from '#main/testing/fakeWooCommerce.ts'
import { createShop, silentLog, type Shop } from '#main/testing/shop.ts'
import { createOrderDesk } from './orderDesk.ts'
import { createOrderWriter } from './orderImport.ts'
import { createOrderSync, withoutSecrets, type OrderSync } from './orderSync.ts'

let shop: Shop
let remote: FakeWooCommerce
let sync: OrderSync

beforeEach(async () => {
  shop = createShop()
  shop.stores.settings.update({ timeZone: 'UTC' })
  remote = await createFakeWooCommerce()
  const { gateway } = createGateway({ wallLog: shop.stores.wallLog, clock: shop.clock, log: silentLog })
  sync = createOrderSync({
    ...shop,
    writer: createOrderWriter(shop),
    webShops: [wooCommerce],
    gateway,
    onChange() {},
    log: silentLog,
  })
})
afterEach(async () => {
  await sync.stop()
  await remote.close()
  shop.close()
})

const keys = () => ({ url: remote.url, key: 'ck_good', secret: 'cs_good' })
const book = () => shop.stores.orders
const connect = (change = {}) => sync.connect('woocommerce', { ...keys(), ...change })

/** Lets waits inside a call pass while it runs. */
async function passing<T>(work: Promise<T>): Promise<T> {
  let done = false
  const end = work.finally(() => void (done = true)).catch(() => undefined)
  while (!done) {
    await shop.clock.advance(30_000)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  await end
  return work
}

test('connecting reads orders and products, all pages of them', async () => {
  remote.state.orders = Array.from({ length: 230 }, (_, index) => wooOrder(1000 + index))
  remote.state.products = [wooProduct(1), wooProduct(2, { type: 'variable', sku: 'TEE', name: 'Tee' })]
  remote.state.variations.set(2, [
    { ...wooProduct(21), sku: 'TEE', stock_quantity: null, stock_status: 'outofstock', attributes: [{ id: 1, name: 'Size', option: 'M' }] },
    { ...wooProduct(22), sku: 'TEE', stock_quantity: null, attributes: [{ id: 1, name: 'Size', option: 'L' }] },
  ]) // prettier-ignore
  const source = await connect()
  expect(source).toMatchObject({ kind: 'woocommerce', name: `127.0.0.1:${remote.port}/blog`, count: 233, fault: null })
  expect(book().ordersByNumber('1229')).toHaveLength(1)
  expect(book().product('SKU-1')).toMatchObject({
    price: { minor: 4900, currency: 'EUR' },
    description: 'A warm light',
  })
  expect(book().product('21')).toMatchObject({ name: 'Tee (M)', stock: 0, available: false })
  expect(book().product('22')).toMatchObject({ name: 'Tee (L)', stock: null, available: true })
})

test('an order is understood as WooCommerce means it', async () => {
  const tracking = [{ tracking_provider: 'DHL', tracking_number: 'JD1', custom_tracking_link: 'https://t.test/JD1', date_shipped: '1772409600' }]
  remote.state.orders = [wooOrder(7, { meta_data: [{ id: 1, key: '_wc_shipment_tracking_items', value: tracking }] })]
  await connect()
  const [order] = book().ordersByNumber('7')
  expect(order).toMatchObject({
    status: 'paid',
    statusText: 'processing',
    email: 'mia@customer.test',
    total: { minor: 5890, currency: 'EUR' },
    address: 'Mozartstr. 1, Wien, AT',
    placedAt: new Date('2026-03-01T09:00:00Z'),
    coupons: ['spring'],
    shipments: [{ carrier: 'DHL', trackingNumber: 'JD1', trackingUrl: 'https://t.test/JD1', shippedAt: new Date('2026-03-02') }],
    items: [{ sku: 'L1' }, { sku: '94', quantity: 2, price: { minor: 495 } }],
  } satisfies { [Key in keyof OrderDraft]?: unknown })
}) // prettier-ignore

test('afterwards only what changed is asked for', async () => {
  remote.state.orders = [wooOrder(1), wooOrder(2)]
  const { id } = await connect()
  remote.state.requests.length = 0
  const now = new Date().toISOString().slice(0, 19)
  remote.state.orders = [wooOrder(1), wooOrder(2, { status: 'completed', date_modified_gmt: now })]
  await sync.syncNow(id)
  expect(remote.state.requests.filter(line => line.includes('/orders'))).toEqual([
    expect.stringMatching(/modified_after=\d{4}.*dates_are_gmt=true/),
    expect.stringMatching(/modified_after=\d{4}.*status=trash/),
    expect.stringMatching(/per_page=1&_fields=id$/),
  ])
  expect(book().ordersByNumber('2')).toMatchObject([{ status: 'shipped' }])
})

test('a busy shop is asked again, as late as it wishes', async () => {
  remote.state.orders = [wooOrder(1)]
  remote.state.troubles = [{ status: 429, headers: { 'retry-after': '20' } }, { status: 503 }, { status: 502 }]
  const before = shop.clock.now().getTime()
  const source = await passing(connect())
  expect(source).toMatchObject({ fault: null, count: 1 })
  expect(shop.clock.now().getTime() - before).toBeGreaterThanOrEqual(20_000)
})

test('a reading that breaks off keeps what it has, says why, and begins again at the same place', async () => {
  remote.state.orders = Array.from({ length: 150 }, (_, index) => wooOrder(1000 + index))
  const { id } = await connect()
  const { cursor } = book().source(id) ?? {}
  remote.state.troubles = Array.from({ length: 5 }, () => ({ status: 500 }))
  expect(await passing(sync.syncNow(id))).toMatchObject({ fault: 'shop-error', count: 150 })
  expect(book().source(id)?.cursor).toBe(cursor)
  expect(await sync.syncNow(id)).toMatchObject({ fault: null })
})

test('it is read every ten minutes', async () => {
  await connect()
  sync.start()
  await shop.clock.settle()
  await new Promise(resolve => setTimeout(resolve, 100))
  remote.state.requests.length = 0
  remote.state.orders = [wooOrder(5, { date_modified_gmt: new Date().toISOString().slice(0, 19) })]
  await shop.clock.advance(10 * 60_000)
  await expect.poll(() => book().count('orders')).toBe(1)
})

describe('what goes wrong is named', () => {
  test.each([
    ['a wrong key, or one that got lost', { key: 'ck_bad' }, 'unknown-key'],
    ['a wrong secret', { secret: 'cs_bad' }, 'wrong-credentials'],
    ['no address', { url: 'shop' }, 'bad-address'],
    ['an open connection', { url: 'http://shop.example' }, 'not-secure'],
  ])('%s', async (_, change, fault) => {
    await expect(connect(change)).rejects.toMatchObject({ fault })
    expect(book().sources()).toEqual([])
  })

  test('a page that is no shop, a closed door, a redirect', async () => {
    await expect(connect({ url: `http://127.0.0.1:${remote.port}` })).rejects.toMatchObject({ fault: 'not-a-shop' })
    await expect(connect({ url: 'http://127.0.0.1:9' })).rejects.toMatchObject({ fault: 'unreachable' })
    remote.state.troubles = [{ status: 301, headers: { location: 'https://www.shop.test/' } }]
    await expect(connect()).rejects.toMatchObject({ fault: 'moved' })
    remote.state.troubles = Array.from({ length: 3 }, () => ({ status: 200, body: '<html>maintenance</html>' }))
    await expect(connect()).rejects.toMatchObject({ fault: 'not-a-shop' })
    remote.state.troubles = [{ status: 403, body: '{"code":"woocommerce_rest_cannot_view"}' }]
    await expect(connect()).rejects.toMatchObject({ fault: 'no-permission' })
    remote.state.troubles = [{ status: 403, body: '<html>Attention required</html>' }]
    await expect(connect()).rejects.toMatchObject({ fault: 'blocked' })
    remote.state.troubles = [{ status: 401, body: '{"code":"rest_not_logged_in"}' }]
    await expect(connect()).rejects.toMatchObject({ fault: 'blocked' })
  })

  test('plain permalinks, and WordPress without WooCommerce', async () => {
    remote.state.api = 'plain'
    await expect(connect()).rejects.toMatchObject({ fault: 'no-permalinks' })
    remote.state.api = 'none'
    await expect(connect()).rejects.toMatchObject({ fault: 'no-woocommerce' })
    expect(book().sources()).toEqual([])
  })
})

test.each(['/blog/wp-admin/edit.php', '/blog/shop/', '/blog/product/lamp/?size=M', '/blog/wp-json/wc/v3'])(
  'copied from %s, the shop is found in its folder',
  async path => {
    const { name } = await connect({ url: `http://127.0.0.1:${remote.port}${path}` })
    expect(name).toBe(`127.0.0.1:${remote.port}/blog`)
  },
)

describe('orders that are no longer in the shop', () => {
  const stamp = () => new Date().toISOString().slice(0, 19)
  const removed = () =>
    ['1', '2', '3'].filter(number =>
      book()
        .ordersByNumber(number)
        .some(({ isRemoved }) => isRemoved),
    )
  let id: string

  beforeEach(async () => {
    remote.state.orders = [wooOrder(1), wooOrder(2), wooOrder(3)]
    id = (await connect()).id
    remote.state.requests.length = 0
  })

  test('one in the trash is marked, and nobody is told of it until it is taken out again', async () => {
    const address = { kind: 'email', address: 'mia@customer.test' } as const
    const asker = { addresses: [address], identity: { proved: [], pending: null }, now: shop.clock.now() }
    const desk = () => createOrderDesk({ stores: shop.stores, asker, settings: { couponLimitPercent: 0, timeZone: '' } })
    expect(desk().byNumber('2').kind).toBe('found')
    remote.state.orders = [wooOrder(1), wooOrder(2, { status: 'trash', date_modified_gmt: stamp() }), wooOrder(3)]
    await sync.syncNow(id)
    expect(removed()).toEqual(['2'])
    expect(desk().byNumber('2')).toEqual(desk().byNumber('999'))
    expect(desk().mine().map(({ number }) => number).toSorted()).toEqual(['1', '3'])
    remote.state.orders = [wooOrder(1), wooOrder(2, { date_modified_gmt: stamp() }), wooOrder(3)]
    await sync.syncNow(id)
    expect(removed()).toEqual([])
    expect(desk().byNumber('2').kind).toBe('found')
  }) // prettier-ignore

  test('deleted ones are missed when the shop has fewer, and all numbers are asked for only then', async () => {
    remote.state.orders = [wooOrder(1), wooOrder(3)]
    await sync.syncNow(id)
    expect(removed()).toEqual(['2'])
    remote.state.requests.length = 0
    await sync.syncNow(id)
    expect(remote.state.requests.filter(line => line.endsWith('_fields=id%2Cnumber'))).toEqual([])
    expect(removed()).toEqual(['2'])
  })

  test('an order unknown here comes in by no trash', async () => {
    remote.state.orders = [wooOrder(1), wooOrder(2), wooOrder(3), wooOrder(4, { status: 'trash', date_modified_gmt: stamp() })]
    await sync.syncNow(id)
    expect(book().count('orders')).toBe(3)
  }) // prettier-ignore
})

test('what is deleted while a long list is read makes no other order skipped', async () => {
  remote.state.orders = Array.from({ length: 350 }, (_, index) => wooOrder(1000 + index))
  let lists = 0
  remote.state.onList = path => {
    if (path !== 'orders') return
    lists += 1
    // Two pages have been read; more than a page of what was on them goes.
    if (lists === 4) remote.state.orders = remote.state.orders.filter(({ id }) => id > 1120)
  }
  await connect()
  expect(lists).toBeGreaterThan(4)
  const missing = remote.state.orders.filter(({ id }) => book().ordersByNumber(String(id)).length === 0)
  expect(missing).toEqual([])
})

test('nothing but reading is ever asked of a shop, and keys stay here', async () => {
  remote.state.orders = [wooOrder(1)]
  const source = await connect()
  expect(remote.state.requests.every(line => line.startsWith('GET /blog/wp-json/wc/v3/'))).toBe(true)
  expect(JSON.stringify(source)).not.toMatch(/ck_|cs_/)
  expect(JSON.stringify(withoutSecrets(book().source(source.id)))).not.toMatch(/ck_|cs_|cursor/)
  expect(remote.state.requests.join()).not.toMatch(/ck_|cs_/)
})

test('the secret of a Shopify app is kept with its source, shown to nobody and written to no log', async () => {
  const shopify = await createFakeShopify(shop.clock.now)
  const lines: unknown[] = []
  const note = (...line: readonly unknown[]) => void lines.push(...line)
  const shopifySync = createOrderSync({
    ...shop,
    writer: createOrderWriter(shop),
    webShops: [createShopify()],
    gateway: { allow() {}, fetch: (_, url, init) => shopify.fetch(url, init) },
    onChange() {},
    log: { info: note, warn: note, error: note },
  })
  const keys = { shop: 'my-shop', clientId: 'client-1', clientSecret: 'shpss_good' }
  const source = await shopifySync.connect('shopify', keys)
  expect(source).toMatchObject({ name: 'my-shop.myshopify.com', fault: null })
  expect(book().source(source.id)?.settings).toEqual({ ...keys, shop: 'my-shop.myshopify.com' })
  shopify.state.clientSecret = 'shpss_another'
  shopify.state.tokens.clear()
  expect(await shopifySync.syncNow(source.id)).toMatchObject({ fault: 'wrong-credentials' })
  expect(lines.length).toBeGreaterThan(0)
  expect(inspect([lines, source, shop.stores.wallLog.recent(50)], { depth: 9 })).not.toMatch(/shpss_|shpat_/)
  await shopifySync.stop()
  await shopify.close()
})

test('after a shop is forgotten the way to it is closed', async () => {
  const { id } = await connect()
  await sync.forget(id)
  remote.state.requests.length = 0
  expect(await sync.syncNow(id)).toMatchObject({ fault: 'unreachable' })
  expect(remote.state.requests).toEqual([])
  expect(shop.stores.wallLog.recent(1)).toMatchObject([{ ownerId: id, decision: 'denied' }])
})
