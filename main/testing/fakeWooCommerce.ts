import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

interface Item {
  id: number
  date_modified_gmt: string
}

/** What the documentation of the REST API (v3) lists for collections; anything else is refused as the real one does. */
const parameters: Readonly<Record<string, RegExp>> = {
  offset: /^\d+$/,
  _fields: /^[a-z,]+$/,
  per_page: /^(?:[1-9]\d?|100)$/,
  orderby: /^(?:date|id|include|title|slug|modified)$/,
  order: /^(?:asc|desc)$/,
  modified_after: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/,
  dates_are_gmt: /^(?:true|false)$/,
  status: /^[a-z-]+$/,
}

/** A shop on this computer that answers as WooCommerce documents it: Basic keys, pages, GMT filters, its own errors. */
export async function createFakeWooCommerce() {
  const state = {
    key: 'ck_good',
    secret: 'cs_good',
    currency: 'EUR',
    orders: [] as (Item & Record<string, unknown>)[],
    products: [] as (Item & Record<string, unknown>)[],
    variations: new Map<number, Record<string, unknown>[]>(),
    /** `plain`: WordPress answers only under `?rest_route=`. `none`: WooCommerce is switched off. */
    api: 'on' as 'on' | 'plain' | 'none',
    /** Answers in place of the next real ones. */
    troubles: [] as { status: number; headers?: Record<string, string>; body?: string }[],
    requests: [] as string[],
    /** Called before each list is answered. */
    onList: (_path: string) => {},
  }

  function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
    response.writeHead(status, { 'content-type': 'application/json; charset=UTF-8', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

  function refuse(response: ServerResponse, status: number, code: string) {
    send(response, status, { code, message: code, data: { status } })
  }

  function collection(response: ServerResponse, all: readonly Record<string, unknown>[], query: URLSearchParams) {
    for (const [name, value] of query) {
      if (!(parameters[name]?.test(value) ?? false)) return refuse(response, 400, 'rest_invalid_param')
    }
    const after = query.get('modified_after')
    const changed = all
      .filter(item => (item.status === 'trash') === (query.get('status') === 'trash'))
      .filter(item => after === null || String(item.date_modified_gmt) > after)
    const sorted = changed.toSorted((a, b) => Number(a.id) - Number(b.id))
    const size = Number(query.get('per_page') ?? '10')
    const pages = Math.ceil(sorted.length / size)
    const start = Number(query.get('offset') ?? '0')
    const fields = query.get('_fields')?.split(',')
    const shown = (item: Record<string, unknown>) =>
      fields ? Object.fromEntries(Object.entries(item).filter(([name]) => fields.includes(name))) : item
    send(response, 200, sorted.slice(start, start + size).map(shown), {
      'x-wp-total': String(sorted.length),
      'x-wp-totalpages': String(pages),
    })
  }

  function answer(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://shop.test')
    state.requests.push(`${request.method} ${url.pathname}${url.search}`)
    const trouble = state.troubles.shift()
    if (trouble) return send(response, trouble.status, trouble.body ?? '{}', trouble.headers)
    const isIndex = url.pathname === '/blog/' && url.searchParams.get('rest_route') === '/'
    if (isIndex && state.api !== 'none') return send(response, 200, { namespaces: ['wp/v2', 'wc/v3'] })
    if (state.api === 'none' && url.pathname.startsWith('/blog/wp-json/')) return refuse(response, 404, 'rest_no_route')
    if (state.api === 'plain') return send(response, 404, '<html>Not found</html>', { 'content-type': 'text/html' })
    const path = /^\/blog\/wp-json\/wc\/v3\/(.+)$/.exec(url.pathname)?.[1]
    if (path === undefined) return send(response, 404, '<html>Not found</html>', { 'content-type': 'text/html' })
    if (request.method !== 'GET') return refuse(response, 401, 'woocommerce_rest_authentication_error')
    const [, given = ''] = (request.headers.authorization ?? '').split(' ')
    const [key, secret] = Buffer.from(given, 'base64').toString().split(':')
    if (key !== state.key) return refuse(response, 401, 'woocommerce_rest_cannot_view')
    if (secret !== state.secret) return refuse(response, 401, 'woocommerce_rest_authentication_error')
    state.onList(path)
    if (path === 'data/currencies/current') return send(response, 200, { code: state.currency, name: '', symbol: '' })
    if (path === 'orders') return collection(response, state.orders, url.searchParams)
    if (path === 'products') return collection(response, state.products, url.searchParams)
    const variable = /^products\/(\d+)\/variations$/.exec(path)
    if (variable) return collection(response, state.variations.get(Number(variable[1])) ?? [], url.searchParams)
    return refuse(response, 404, 'rest_no_route')
  }

  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    state,
    port,
    url: `http://127.0.0.1:${port}/blog`,
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
export type FakeWooCommerce = Awaited<ReturnType<typeof createFakeWooCommerce>>

/** As the API gives it, with a few of its many other fields. */
export function wooOrder(id: number, change: Record<string, unknown> = {}) {
  return {
    id,
    number: String(id),
    status: 'processing',
    currency: 'EUR',
    version: '9.1.0',
    prices_include_tax: true,
    date_created: '2026-03-01T10:00:00',
    date_created_gmt: '2026-03-01T09:00:00',
    date_modified: '2026-03-01T10:00:00',
    date_modified_gmt: '2026-03-01T09:00:00',
    total: '58.90',
    customer_note: '',
    billing: {
      first_name: 'Mia', last_name: 'Maler', company: '', address_1: 'Mozartstr. 1', address_2: '', city: 'Wien', state: '',
      postcode: '1010', country: 'AT', email: 'Mia@Customer.test', phone: '+43 1 234567',
    },
    shipping: { first_name: '', last_name: '', address_1: '', city: '', postcode: '', country: '' },
    line_items: [
      { id: 1, name: 'Lamp', product_id: 93, variation_id: 0, quantity: 1, sku: 'L1', price: 49, total: '49.00' },
      { id: 2, name: 'Bulb', product_id: 94, variation_id: 0, quantity: 2, sku: '', price: 4.95, total: '9.90' },
    ],
    coupon_lines: [{ id: 3, code: 'spring', discount: '1.00' }],
    refunds: [],
    meta_data: [],
    ...change,
  } // prettier-ignore
}

export function wooProduct(id: number, change: Record<string, unknown> = {}) {
  return {
    id,
    name: 'Lamp',
    type: 'simple',
    status: 'publish',
    sku: `SKU-${id}`,
    price: '49.00',
    permalink: `https://shop.test/p/${id}`,
    description: '<p>Long</p>',
    short_description: '<p>A warm&nbsp;<b>light</b></p>',
    stock_quantity: 3,
    stock_status: 'instock',
    date_modified_gmt: '2026-03-01T09:00:00',
    ...change,
  }
}
