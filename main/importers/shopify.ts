import { z } from 'zod'
import type { RecordDrafts } from '#main/ports/orderFiles.ts'
import { WebShopFault, type WebShop, type WebShopContext, type WebShopSettings } from '#main/ports/webShop.ts'
import { noDrafts } from './orders/table.ts'
import { createShopifyAccess, type ShopifyAccess } from './shopifyAccess.ts'
import {
  ordersQuery,
  ordersSchema,
  productsQuery,
  productsSchema,
  toOrderDraft,
  toProductDrafts,
} from './shopifyRecords.ts'
import { fetchJson } from './webShopFetch.ts'

/** Supported by Shopify for a year; afterwards it answers as the oldest version it still knows. */
const VERSION = '2026-07'
const OVERLAP_MS = 2 * 60_000
const TRIES = 6
const LONGEST_WAIT_MS = 60_000

const answerSchema = z.object({
  data: z.unknown().optional(),
  errors: z
    .union([
      z.string(),
      z.array(z.object({ message: z.string(), extensions: z.object({ code: z.string() }).partial().optional() })),
    ])
    .optional(),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        throttleStatus: z.object({ currentlyAvailable: z.number(), restoreRate: z.number() }),
      }),
    })
    .partial()
    .optional(),
})
const pageInfo = z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() })

const scopesQuery = 'query Scopes { currentAppInstallation { accessScopes { handle } } }'
const scopesSchema = z.object({
  currentAppInstallation: z.object({ accessScopes: z.array(z.object({ handle: z.string() })) }),
})
const neededScopes = ['read_orders', 'read_products']

/** Shopify by its Admin GraphQL API, with `read_orders` and `read_products` and nothing more. */
export function createShopify(): WebShop {
  const access = createShopifyAccess()
  return {
    kind: 'shopify',
    settled({ shop = '', token, clientId = '', clientSecret = '' }): WebShopSettings {
      if (token === undefined)
        return { shop: hostOf(shop), clientId: clientId.trim(), clientSecret: clientSecret.trim() }
      // The two stand beside each other on Shopify's page.
      if (token.trim().startsWith('shpss_')) throw new WebShopFault('secret-for-token')
      return { shop: hostOf(shop), token: token.trim() }
    },
    endpoints: ({ shop = '' }) => [{ host: shop, port: 443 }],
    title: ({ shop = '' }) => shop,

    async located(settings, context) {
      const data = await ask(access, settings, context, scopesQuery, {})
      const scopes = parse(scopesSchema, data).currentAppInstallation.accessScopes.map(({ handle }) => handle)
      if (scopes.some(scope => scope.startsWith('write_'))) throw new WebShopFault('may-write')
      if (neededScopes.some(scope => !scopes.includes(scope))) throw new WebShopFault('no-permission')
      return settings
    },

    async *read(settings, cursor, context) {
      const startedAt = context.clock.now().getTime()
      const filter = cursor === null ? null : `updated_at:>='${cursor}'`
      const from = { access, settings, context, filter }
      yield* pages(from, ordersQuery, data => {
        const { orders } = parse(z.object({ orders: z.object({ pageInfo, nodes: ordersSchema }) }), data)
        const drafts = orders.nodes.map(order => toOrderDraft(order, context.timeZone))
        return { drafts: { ...noDrafts(), orders: drafts }, page: orders.pageInfo }
      })
      yield* pages(from, productsQuery, data => {
        const { shop, products } = parse(productsPage, data)
        const drafts = products.nodes.flatMap(product => toProductDrafts(product, shop.currencyCode))
        return { drafts: { ...noDrafts(), products: drafts }, page: products.pageInfo }
      })
      yield { drafts: noDrafts(), cursor: new Date(startedAt - OVERLAP_MS).toISOString() }
    },
  }
}

const productsPage = z.object({
  shop: z.object({ currencyCode: z.string() }),
  products: z.object({ pageInfo, nodes: productsSchema }),
})

/** `my-shop`, `my-shop.myshopify.com` or its address in the browser. Own domains do not serve the Admin API. */
function hostOf(text: string): string {
  const written = text.trim().toLowerCase()
  const admin = /^(?:https:\/\/)?admin\.shopify\.com\/store\/([a-z0-9-]+)/.exec(written)
  const host = admin?.[1] ?? written.replace(/^https?:\/\//, '').replace(/[/?#].*$/, '')
  const name = /^([a-z0-9][a-z0-9-]*)(?:\.myshopify\.com)?$/.exec(host)?.[1]
  if (name === undefined) throw new WebShopFault('bad-address')
  return `${name}.myshopify.com`
}

interface From {
  access: ShopifyAccess
  settings: WebShopSettings
  context: WebShopContext
  filter: string | null
}

async function* pages(
  { access, settings, context, filter }: From,
  query: string,
  take: (data: unknown) => { drafts: RecordDrafts; page: z.infer<typeof pageInfo> },
): AsyncGenerator<{ drafts: RecordDrafts; cursor: null }> {
  let after: string | null = null
  do {
    const { drafts, page } = take(await ask(access, settings, context, query, { after, filter }))
    yield { drafts, cursor: null }
    after = page.hasNextPage ? page.endCursor : null
  } while (after !== null)
}

/** Shopify says "too much at once" inside a good answer; what it has to spare comes back at a known rate. */
async function ask(
  access: ShopifyAccess,
  settings: WebShopSettings,
  context: WebShopContext,
  query: string,
  variables: Readonly<Record<string, string | null>>,
): Promise<unknown> {
  for (let attempt = 1; ; attempt++) {
    const json = await post(access, settings, context, JSON.stringify({ query, variables }))
    const { data, errors, extensions } = parse(answerSchema, json)
    if (errors === undefined || errors.length === 0) return data
    const codes = typeof errors === 'string' ? [] : errors.map(error => error.extensions?.code ?? '')
    if (codes.includes('ACCESS_DENIED')) throw new WebShopFault('no-permission')
    if (!codes.includes('THROTTLED')) throw new WebShopFault('bad-answer', codes.join(' '))
    if (attempt === TRIES || context.signal.aborted) throw new WebShopFault('rate-limited')
    const cost = extensions?.cost
    const lacking = cost ? cost.requestedQueryCost - cost.throttleStatus.currentlyAvailable : 0
    const waitMs = cost ? (lacking / Math.max(1, cost.throttleStatus.restoreRate)) * 1000 : 2000 * attempt
    await context.clock.sleep(Math.min(LONGEST_WAIT_MS, Math.max(1000, waitMs)), context.signal)
  }
}

/** A token may end before its time; one refused once is got anew, and that one has to do. */
async function post(access: ShopifyAccess, settings: WebShopSettings, context: WebShopContext, body: string) {
  const url = `https://${settings.shop ?? ''}/admin/api/${VERSION}/graphql.json`
  for (let hasNewOne = false; ; hasNewOne = true) {
    const token = await access.token(settings, context)
    const headers = { 'x-shopify-access-token': token, 'content-type': 'application/json', accept: 'application/json' }
    try {
      return (await fetchJson(context, url, { method: 'POST', headers, body })).json
    } catch (error) {
      const isRefused = error instanceof WebShopFault && error.code === 'wrong-credentials'
      if (!isRefused || hasNewOne || !access.forget(settings)) throw error
    }
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, json: unknown): z.output<Schema> {
  const result = schema.safeParse(json)
  if (!result.success) throw new WebShopFault('bad-answer', result.error.issues[0]?.path.join('.') ?? '')
  return result.data
}
