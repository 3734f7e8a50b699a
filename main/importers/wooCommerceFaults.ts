import { z } from 'zod'
import { WebShopFault, type WebShopContext } from '#main/ports/webShop.ts'
import { fetchJson, type ToldRefusal } from './webShopFetch.ts'

const refusalSchema = z.object({ code: z.string() })

/** WordPress names its reason; a page for people in its place comes from a firewall or a security extension. */
export const refusedByWoo: ToldRefusal = (status, body) => {
  const code = codeIn(body)
  if (status === 404 && code === 'rest_no_route') return new WebShopFault('no-woocommerce')
  if (status !== 401 && status !== 403) return null
  if (code === null || !code.startsWith('woocommerce_rest_')) return new WebShopFault('blocked')
  // Who has a key and is taken for a visitor: no such key, or the server did not pass it on.
  if (status === 401 && code !== 'woocommerce_rest_authentication_error') return new WebShopFault('unknown-key')
  return null
}

function codeIn(body: string): string | null {
  try {
    const refusal = refusalSchema.safeParse(JSON.parse(body))
    return refusal.success ? refusal.data.code : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

const indexSchema = z.object({ namespaces: z.array(z.string()) })

/** With plain permalinks WordPress still answers, under an address that WooCommerce takes no keys at. Asked without them. */
export async function answersWithoutPermalinks(url: string, context: WebShopContext): Promise<boolean> {
  try {
    const { json } = await fetchJson(context, `${url}/?rest_route=/`, { headers: { accept: 'application/json' } })
    const index = indexSchema.safeParse(json)
    return index.success && index.data.namespaces.includes('wc/v3')
  } catch (error) {
    if (error instanceof WebShopFault) return false
    throw error
  }
}
