import { WebShopFault, type WebShopContext } from '#main/ports/webShop.ts'

const TRIES = 5
const FIRST_WAIT_MS = 2000
const LONGEST_WAIT_MS = 60_000
const TIMEOUT_MS = 60_000
const LARGEST_ANSWER = 32 * 1024 * 1024
/** Enough to tell why. */
const LARGEST_REFUSAL = 64 * 1024

/** What a shop system means by a refusal; null when the status alone says it. */
export type ToldRefusal = (status: number, body: string) => WebShopFault | null

/** One answer of a web shop as JSON. Waits and tries again when the shop is busy; everything else is a WebShopFault. */
export async function fetchJson(
  { fetch, clock, signal }: Pick<WebShopContext, 'fetch' | 'clock' | 'signal'>,
  url: string,
  init: RequestInit,
  told: ToldRefusal = () => null,
): Promise<{ json: unknown; headers: Headers }> {
  for (let attempt = 1; ; attempt++) {
    const response = await tried(() => fetch(url, { ...init, signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) }))
    if (response.ok) return { json: await jsonOf(response), headers: response.headers }
    const isBusy = response.status === 429 || response.status >= 500
    if (!isBusy || attempt === TRIES || signal.aborted) {
      throw told(response.status, await beginningOf(response)) ?? refusal(response.status)
    }
    await response.body?.cancel()
    await clock.sleep(waitOf(response.headers.get('retry-after'), attempt), signal)
  }
} // prettier-ignore

/** What the shop asks for, else twice as long each time. */
function waitOf(retryAfter: string | null, attempt: number): number {
  const asked = Number(retryAfter) * 1000
  const own = FIRST_WAIT_MS * 2 ** (attempt - 1)
  return Math.min(LONGEST_WAIT_MS, Number.isFinite(asked) && asked > 0 ? asked : own)
}

async function tried(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send()
  } catch (cause) {
    throw new WebShopFault(faultOf(cause), '', { cause })
  }
}

function faultOf(error: unknown): WebShopFault['code'] {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const words = cause instanceof Error ? cause.message : ''
  if (/redirect/i.test(words)) return 'moved'
  if (/CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ALTNAME/.test(code)) return 'tls-untrusted'
  return 'unreachable'
}

function refusal(status: number): WebShopFault {
  if (status === 401) return new WebShopFault('wrong-credentials')
  if (status === 402 || status === 403) return new WebShopFault('no-permission')
  if (status === 404 || status === 410) return new WebShopFault('not-a-shop')
  if (status === 429) return new WebShopFault('rate-limited')
  if (status >= 300 && status < 400) return new WebShopFault('moved')
  return new WebShopFault(status >= 500 ? 'shop-error' : 'bad-answer', String(status))
}

async function jsonOf(response: Response): Promise<unknown> {
  const text = await textOf(response)
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    // A page for people: the address leads somewhere, but not to a shop.
    throw new WebShopFault('not-a-shop', '', { cause })
  }
}

/** Empty when it breaks off: the status says enough. */
async function beginningOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      chunks.push(chunk)
      if (size > LARGEST_REFUSAL) break
    }
  } catch {
    return ''
  }
  return Buffer.concat(chunks).toString('utf8')
}

async function textOf(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of response.body ?? []) {
      size += chunk.byteLength
      if (size > LARGEST_ANSWER) throw new WebShopFault('bad-answer', 'too big')
      chunks.push(chunk)
    }
  } catch (cause) {
    throw cause instanceof WebShopFault ? cause : new WebShopFault('unreachable', '', { cause })
  }
  return Buffer.concat(chunks).toString('utf8')
}
