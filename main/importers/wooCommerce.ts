import { z } from 'zod'
import { numberIdentity } from '#domain/orders/keys.ts'
import { WebShopFault, type WebShop, type WebShopContext, type WebShopSettings } from '#main/ports/webShop.ts'
import { noDrafts } from './orders/table.ts'
import { fetchJson } from './webShopFetch.ts'
import { answersWithoutPermalinks, refusedByWoo } from './wooCommerceFaults.ts'
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
  title({ url = '' }) {
    const { host, pathname } = new URL(url)
    return `${host}${pathname.replace(/\/+$/, '')}`
  },

  /** WordPress may live in a folder, and what was copied may lie deeper: the page of a product, for example. */
  async located(settings, context) {
    const folders = foldersOf(settings.url ?? '')
    const faults: WebShopFault[] = []
    for (const url of folders) {
      try {
        await currencyOf({ ...settings, url }, context)
        return { ...settings, url }
      } catch (error) {
        if (!(error instanceof WebShopFault) || !elsewhere.includes(error.code)) throw error
        faults.push(error)
      }
    }
    const told = elsewhere.flatMap(code => faults.find(fault => fault.code === code) ?? [])[0]
    if (told !== undefined && told.code !== 'not-a-shop') throw told
    for (const url of folders) {
      if (await answersWithoutPermalinks(url, context)) throw new WebShopFault('no-permalinks')
    }
    throw told ?? new WebShopFault('not-a-shop')
  },

  async *read(settings, cursor, context) {
    const currency = await currencyOf(settings, context)
    const since: Record<string, string> = cursor === null ? {} : { modified_after: cursor, dates_are_gmt: 'true' }
    let startedAt: number | null = null
    for await (const { values, servedAt } of pages(settings, context, 'orders', since, wooOrdersSchema)) {
      startedAt ??= servedAt
      yield { drafts: { ...noDrafts(), orders: values.map(order => toOrderDraft(order, context.timeZone)) }, cursor: null }
    }
    if (cursor !== null) yield* removedOrders(settings, context, since)
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

/** What people copy from their browser, without the parts that WordPress itself adds. */
function addressOf(text: string): string {
  const written = text.trim()
  const url = URL.parse(/^https?:\/\//i.test(written) ? written : `https://${written}`)
  if (url === null || !/[.:]|^localhost$/.test(url.hostname)) throw new WebShopFault('bad-address')
  const isHere = /^(?:localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !isHere) throw new WebShopFault('not-secure')
  const folder = url.pathname.replace(/\/(?:wp-json|wp-admin|wp-login\.php|index\.php)(?:\/.*)?$/, '')
  return `${url.origin}${folder.replace(/\/+$/, '')}`
}

/** The folder itself, then those above it up to the root. */
function foldersOf(address: string): string[] {
  const { origin, pathname } = new URL(address)
  const parts = pathname.split('/').filter(part => part !== '')
  return Array.from({ length: parts.length + 1 }, (_, up) => [origin, ...parts.slice(0, parts.length - up)].join('/'))
}

/** Not in this folder, but perhaps in one above; the most telling first. */
const elsewhere: readonly WebShopFault['code'][] = ['no-woocommerce', 'moved', 'not-a-shop']

function get({ url = '', key = '', secret = '' }: WebShopSettings, context: WebShopContext, path: string) {
  const authorization = `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`
  const init = { headers: { authorization, accept: 'application/json' } }
  return fetchJson(context, `${url}/wp-json/wc/v3/${path}`, init, refusedByWoo)
}

const identified = z.array(z.object({ id: z.number() }))

/**
 * All of a list by id. Each page begins with the last one of the page before: where it does not, something was taken off
 * the list meanwhile, what follows moved up, and reading goes back until the two meet.
 */
async function* pages<Schema extends z.ZodType>(
  settings: WebShopSettings,
  context: WebShopContext,
  path: string,
  query: Readonly<Record<string, string>>,
  schema: Schema,
): AsyncGenerator<{ values: z.output<Schema>; servedAt: number | null }> {
  let lastId = 0
  for (let offset = 0; ; ) {
    const parameters = new URLSearchParams({ per_page: String(PAGE), offset: String(offset), orderby: 'id', order: 'asc', ...query })
    const { json, headers } = await get(settings, context, `${path}?${parameters.toString()}`)
    const ids = parse(identified, json).map(({ id }) => id)
    if (offset > 0 && (ids[0] ?? Infinity) > lastId) {
      offset = Math.max(0, offset - PAGE)
      continue
    }
    const servedAt = Date.parse(headers.get('date') ?? '')
    yield { values: parse(schema, json), servedAt: Number.isNaN(servedAt) ? null : servedAt }
    if (ids.length < PAGE) return
    const reached = ids.at(-1) ?? 0
    if (reached <= lastId) throw new WebShopFault('bad-answer', 'offset')
    lastId = reached
    offset += PAGE - 1
  }
} // prettier-ignore

const numbersSchema = z.array(z.object({ number: z.union([z.string(), z.number()]).transform(String) }))

/**
 * Orders in the trash say so for a month. Deleted ones say nothing: only when the shop has fewer orders than we know of are
 * all its numbers asked for.
 */
async function* removedOrders(settings: WebShopSettings, context: WebShopContext, since: Readonly<Record<string, string>>) {
  const named = { _fields: 'id,number' }
  for await (const { values } of pages(settings, context, 'orders', { ...since, ...named, status: 'trash' }, numbersSchema)) {
    const removed = values.map(({ number }) => number)
    if (removed.length > 0) yield { drafts: noDrafts(), removed, cursor: null }
  }
  const known = await context.liveNumbers()
  const { headers } = await get(settings, context, 'orders?per_page=1&_fields=id')
  const total = headers.get('x-wp-total')
  if (total === null || known.length <= Number(total)) return
  const there = new Set<string>()
  for await (const { values } of pages(settings, context, 'orders', named, numbersSchema)) {
    for (const { number } of values) there.add(numberIdentity(number))
  }
  const removed = known.filter(number => !there.has(numberIdentity(number)))
  if (removed.length > 0) yield { drafts: noDrafts(), removed, cursor: null }
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
