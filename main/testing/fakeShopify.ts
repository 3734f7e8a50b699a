import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { z } from 'zod'

const requestSchema = z.strictObject({
  query: z.string(),
  variables: z.strictObject({ after: z.string().nullable(), filter: z.string().nullable() }).partial(),
})

const DAY_S = 86_399
const PAGE = 10

/**
 * A shop on this computer that answers as Shopify documents it: tokens for a client ID and secret that end after a day,
 * one address and one header for the Admin API, costs, pages by cursor, and errors inside good answers.
 */
export async function createFakeShopify(now: () => Date) {
  const state = {
    host: 'my-shop.myshopify.com',
    clientId: 'client-1',
    clientSecret: 'shpss_good',
    /** Tokens and when they end; a lasting one never does. */
    tokens: new Map<string, number>([['shpat_good', Infinity]]),
    scopes: ['read_orders', 'read_products'],
    orders: [] as unknown[],
    products: [] as unknown[],
    /** In place of the next answers to questions. */
    troubles: [] as { status?: number; headers?: Record<string, string>; body?: unknown }[],
    /** In place of every grant. */
    refusedGrant: null as { status: number; body: unknown } | null,
    grants: 0,
    requests: [] as string[],
    filters: [] as (string | null)[],
  }

  function send(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}) {
    const isText = typeof body === 'string'
    response.writeHead(status, { 'content-type': isText ? 'text/html' : 'application/json', ...headers })
    response.end(isText ? body : JSON.stringify(body))
  }

  function grant(request: IncomingMessage, response: ServerResponse, body: string) {
    if (request.headers['content-type'] !== 'application/x-www-form-urlencoded') return send(response, 415, {})
    if (state.refusedGrant) return send(response, state.refusedGrant.status, state.refusedGrant.body)
    const given = Object.fromEntries(new URLSearchParams(body))
    if (given.grant_type !== 'client_credentials') return send(response, 400, { error: 'unsupported_grant_type' })
    if (given.client_id !== state.clientId || given.client_secret !== state.clientSecret) {
      return send(response, 400, { error: 'invalid_client', error_description: 'The client is not valid' })
    }
    state.grants += 1
    const token = `shpat_of_a_day_${state.grants}`
    state.tokens.set(token, now().getTime() + DAY_S * 1000)
    send(response, 200, { access_token: token, scope: state.scopes.join(','), expires_in: DAY_S })
  }

  function page(all: readonly unknown[], after: string | null | undefined) {
    const start = Number(after ?? 0)
    const pageInfo = { hasNextPage: start + PAGE < all.length, endCursor: String(start + PAGE) }
    return { pageInfo, nodes: all.slice(start, start + PAGE) }
  }

  function ask(request: IncomingMessage, response: ServerResponse, body: string) {
    const endsAt = state.tokens.get(String(request.headers['x-shopify-access-token']))
    if (endsAt === undefined || endsAt <= now().getTime()) {
      return send(response, 401, { errors: '[API] Invalid API key or access token (unrecognized login or wrong password)' })
    }
    const trouble = state.troubles.shift()
    if (trouble) return send(response, trouble.status ?? 200, trouble.body ?? {}, trouble.headers)
    const { query, variables } = requestSchema.parse(JSON.parse(body))
    if (!query.startsWith('query ')) return send(response, 200, { errors: [{ message: 'only reading is expected' }] })
    if (query.includes('currentAppInstallation')) {
      const accessScopes = state.scopes.map(handle => ({ handle }))
      return send(response, 200, { data: { currentAppInstallation: { accessScopes } } })
    }
    state.filters.push(variables.filter ?? null)
    const data = query.includes('orders(')
      ? { orders: page(state.orders, variables.after) }
      : { shop: { currencyCode: 'EUR' }, products: page(state.products, variables.after) }
    send(response, 200, { data })
  } // prettier-ignore

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(Buffer.from(chunk as Uint8Array))
    const body = Buffer.concat(chunks).toString('utf8')
    state.requests.push(`${request.method} ${request.url}`)
    if (request.headers['x-asked-host'] !== state.host || request.method !== 'POST') return send(response, 404, {})
    if (request.url === '/admin/oauth/access_token') return grant(request, response, body)
    if (request.url === '/admin/api/2026-07/graphql.json') return ask(request, response, body)
    send(response, 404, {})
  }

  const server = createServer((request, response) => void answer(request, response))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    state,
    port,
    /** Reaches this computer in place of the one that is asked for. */
    fetch(url: string, init: RequestInit = {}): Promise<Response> {
      const { host, pathname, search } = new URL(url)
      const headers = new Headers(init.headers)
      headers.set('x-asked-host', host)
      return fetch(`http://127.0.0.1:${port}${pathname}${search}`, { ...init, headers, redirect: 'error' })
    },
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}
export type FakeShopify = Awaited<ReturnType<typeof createFakeShopify>>
