import { z } from 'zod'
import { WebShopFault, type WebShopContext, type WebShopFaultCode, type WebShopSettings } from '#main/ports/webShop.ts'
import { fetchJson, type ToldRefusal } from './webShopFetch.ts'

/** Renewed this long before it ends, so that no request is under way with one that ends. */
const MARGIN_MS = 10 * 60_000

/** Of the client credentials grant; `expires_in` is in seconds, a day as documented. */
const grantSchema = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().positive().default(86_399),
})

/** The codes of refused grants. They come as JSON or inside a page for people: "Oauth error shop_not_permitted: …". */
const refusals: readonly (readonly [code: RegExp, fault: WebShopFaultCode])[] = [
  [/\bshop_not_permitted\b/, 'other-organization'],
  [/\bapp_not_installed\b/, 'not-installed'],
]

const refusedGrant: ToldRefusal = (status, body) => {
  const known = refusals.find(([code]) => code.test(body))
  if (known) return new WebShopFault(known[1])
  // An unknown client ID, a wrong or rotated secret: answered with 400 as well as with 401.
  return status === 400 || status === 401 || status === 403 ? new WebShopFault('wrong-credentials') : null
}

type Reach = Pick<WebShopContext, 'fetch' | 'clock' | 'signal'>

/**
 * Access tokens for the Admin API: the lasting one of an older app, or one that an app of the Dev Dashboard gets for its
 * client ID and secret. Those are kept in memory only, and got anew before they end.
 */
export function createShopifyAccess() {
  const kept = new Map<string, { token: string; endsAt: number }>()

  async function granted({ shop = '', clientId = '', clientSecret = '' }: WebShopSettings, reach: Reach) {
    const { json } = await fetchJson(
      reach,
      `https://${shop}/admin/oauth/access_token`,
      {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: clientId,
          client_secret: clientSecret,
        }).toString(),
      },
      refusedGrant,
    )
    const grant = grantSchema.safeParse(json)
    if (!grant.success) throw new WebShopFault('bad-answer', 'access_token')
    const lastsMs = grant.data.expires_in * 1000
    const endsAt = reach.clock.now().getTime() + lastsMs - Math.min(MARGIN_MS, lastsMs / 2)
    return { token: grant.data.access_token, endsAt }
  }

  return {
    async token(settings: WebShopSettings, reach: Reach): Promise<string> {
      if (settings.token !== undefined) return settings.token
      const key = keyOf(settings)
      const known = kept.get(key)
      if (known !== undefined && known.endsAt > reach.clock.now().getTime()) return known.token
      const grant = await granted(settings, reach)
      kept.set(key, grant)
      return grant.token
    },
    /** After a refusal: the next one is got anew. False for a lasting token, in whose place there is no other. */
    forget(settings: WebShopSettings): boolean {
      return kept.delete(keyOf(settings))
    },
  }
}
export type ShopifyAccess = ReturnType<typeof createShopifyAccess>

function keyOf({ shop = '', clientId = '', clientSecret = '' }: WebShopSettings): string {
  return [shop, clientId, clientSecret].join('\n')
}
