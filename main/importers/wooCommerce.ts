import type { z } from 'zod'
import { WebShopFault, type WebShop, type WebShopContext, type WebShopSettings } from '#main/ports/webShop.ts'
import { noDrafts } from './orders/table.ts'
import { fetchJson } from './webShopFetch.ts'
import {
  currencySchema,
  toOrderDraft,
  toProductDrafts,
  wooOrdersSchema,
  wooProductsSchema,
  wooVariationsSchema,
  type WooProduct,
  type WooVariation,
} from './wooCommerceRecords.ts'

/** The most the API gives at once. */
const PAGE = 100
/** Read again what changed this long before the last time: the shop's own clock may lag behind its answers. */
const OVERLAP_MS = 2 * 60_000

/** WooCommerce by its REST API, version 3, with a read-only key (HTTP Basic over TLS). */
export const wooCommerce: WebShop = {
  kind: 'woocommerce',
  settled({ url = '', key = '', secret = '' }) {
    const address = addressOf(url)
    return { url: address, key: key.trim(), secret: secret.trim() }
  },
  endpoints({ url = '' }) {
    const { hostname, port, protocol } = new URL(url)
    return [{ host: hostname, port: port === '' ? (protocol === 'http:' ? 80 : 443) : Number(port) }]
  },
  title: ({ url = '' }) => new URL(url).host,

  async *read(settings, cursor, context) {
    const currency = await currencyOf(settings, context)
    const since: Record<string, string> = cursor === null ? {} : { modified_after: cursor, dates_are_gmt: 'true' }
    let startedAt: number | null = null
    for await (const { values, servedAt } of pages(settings, context, 'orders', since, wooOrdersSchema)) {
      startedAt ??= servedAt
      yield { drafts: { ...noDrafts(), orders: values.map(order => toOrderDraft(order, context.timeZone)) }, cursor: null }
    }
    for await (const { values } of pages(settings, context, 'products', { ...since, status: 'publish' }, wooProductsSchema)) {
      const products = []
      for (const product of values) {
        const variations = await variationsOf(settings, context, product)
        products.push(...toProductDrafts(product, variations, currency))
      }
      yield { drafts: { ...noDrafts(), products }, cursor: null }
    }
    const from = (startedAt ?? context.clock.now().getTime()) - OVERLAP_MS
    yield { drafts: noDrafts(), cursor: new Date(from).toISOString().slice(0, 19) }
  },
} // prettier-ignore

function addressOf(text: string): string {
  const written = text.trim()
  const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`)
  if (url === null || !/[.:]|^localhost$/.test(url.hostname)) throw new WebShopFault('bad-address')
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !isHere) throw new WebShopFault('not-secure')
  const folder = url.pathname.replace(/\/(?:wp-json|wp-admin|shop)(?:\/.*)?$/, '').replace(/\/+$/, '')
  return `${url.origin}${folder}`
}

function get({ url = '', key = '', secret = '' }: WebShopSettings, context: WebShopContext, path: string) {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`
  return fetchJson(context, `${url}/wp-json/wc/v3/${path}`, { headers: { authorization, accept: 'application/json' } })
}

/** By id, so that what changes meanwhile moves nothing to a page that was read already. */
async function* pages<Schema extends z.ZodType>(
  settings: WebShopSettings,
  context: WebShopContext,
  path: string,
  query: Readonly<Record<string, string>>,
  schema: Schema,
): AsyncGenerator<{ values: z.output<Schema>; servedAt: number | null }> {
  for (let page = 1; ; page++) {
    const parameters = new URLSearchParams({ per_page: String(PAGE), page: String(page), orderby: 'id', order: 'asc', ...query })
    const { json, headers } = await get(settings, context, `${path}?${parameters.toString()}`)
    const servedAt = Date.parse(headers.get('date') ?? '')
    yield { values: parse(schema, json), servedAt: Number.isNaN(servedAt) ? null : servedAt }
    const total = Number(headers.get('x-wp-totalpages') ?? '0')
    if (page >= total) return
  }
} // prettier-ignore

function parse<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const result = schema.safeParse(json)
  if (!result.success) throw new WebShopFault('bad-answer', result.error.issues[0]?.path.join('.') ?? '')
  return result.data
}

async function variationsOf(settings: WebShopSettings, context: WebShopContext, product: WooProduct): Promise<WooVariation[]> {
  const found: WooVariation[] = []
  if (product.type !== 'variable') return found
  for await (const { values } of pages(settings, context, `products/${product.id}/variations`, {}, wooVariationsSchema)) {
    found.push(...values)
  }
  return found
} // prettier-ignore

/** Also the first question to a shop: it shows whether address and key are right. */
async function currencyOf(settings: WebShopSettings, context: WebShopContext): Promise<string | null> {
  const { json } = await get(settings, context, 'data/currencies/current')
  return parse(currencySchema, json).code
}
