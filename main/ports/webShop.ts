import type { OrderSource } from '#contract/orders.ts'
import type { Clock } from './clock.ts'
import type { Endpoint } from './gateway.ts'
import type { RecordDrafts } from './orderFiles.ts'

export type WebShopKind = Extract<OrderSource['kind'], 'woocommerce' | 'shopify'>

/** Why a web shop could not be read; the screen says it as `orders.fault.<code>`. */
export type WebShopFaultCode =
  | 'bad-address'
  | 'not-secure'
  | 'wrong-credentials'
  | 'secret-for-token'
  | 'other-organization'
  | 'not-installed'
  | 'may-write'
  | 'no-permission'
  | 'unknown-key'
  | 'blocked'
  | 'not-a-shop'
  | 'no-permalinks'
  | 'no-woocommerce'
  | 'moved'
  | 'unreachable'
  | 'tls-untrusted'
  | 'rate-limited'
  | 'shop-error'
  | 'bad-answer'

export class WebShopFault extends Error {
  override readonly name = 'WebShopFault'
  readonly code: WebShopFaultCode

  constructor(code: WebShopFaultCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options)
    this.code = code
  }
}

export interface WebShopContext {
  /** Reaches only the endpoints of this shop. */
  fetch(url: string, init?: RequestInit): Promise<Response>
  clock: Clock
  /** IANA name of the shop's, on whose clock all its days are told. */
  timeZone: string
  signal: AbortSignal
  /** The numbers of the orders that were read from this shop and not removed there since. */
  liveNumbers(): Promise<readonly string[]>
}

export type WebShopSettings = Readonly<Record<string, string>>

export interface WebShopPage {
  drafts: RecordDrafts
  /** Numbers of orders that are no longer in the shop. */
  removed?: readonly string[]
  cursor: string | null
}

/** A web shop, read only. Everything it throws for a remote reason is a WebShopFault. */
export interface WebShop {
  kind: WebShopKind
  /** What the owner typed, in its usual form. Throws WebShopFault for an address that cannot be one. */
  settled(settings: WebShopSettings): WebShopSettings
  endpoints(settings: WebShopSettings): readonly Endpoint[]
  /**
   * Asked once, when a shop is connected: where exactly it answers, and whether the keys are good and may do no more than
   * read. Throws WebShopFault.
   */
  located(settings: WebShopSettings, context: WebShopContext): Promise<WebShopSettings>
  /** For the list of sources; tells shops on one computer apart. */
  title(settings: WebShopSettings): string
  /**
   * Everything that changed since `cursor` (all of it when null), in pages. The last page carries the cursor for the next
   * time; the others carry null.
   */
  read(settings: WebShopSettings, cursor: string | null, context: WebShopContext): AsyncGenerator<WebShopPage>
}
