import type { OrderSource } from '#contract/orders.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { OrderSourceRecord } from '#main/ports/orderStore.ts'
import type { Stores } from '#main/ports/stores.ts'
import {
  WebShopFault,
  type WebShop,
  type WebShopContext,
  type WebShopKind,
  type WebShopSettings,
} from '#main/ports/webShop.ts'
import { NotFound, ShopRefused } from './errors.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createLoop } from './loop.ts'
import type { OrderWriter } from './orderImport.ts'
import { shopZone } from './shopZone.ts'

const EVERY_MS = 10 * 60_000
const LIVE_AT_ONCE = 500

export interface OrderSyncDeps {
  stores: Pick<Stores, 'orders' | 'settings'>
  writer: OrderWriter
  webShops: readonly WebShop[]
  gateway: Gateway
  onChange(): void
  clock: Clock
  ids: Ids
  log: Log
}

/** Connected web shops: read when they are connected, every ten minutes, and when the owner asks. */
export function createOrderSync({ stores, writer, webShops, gateway, onChange, clock, ids, log }: OrderSyncDeps) {
  const book = stores.orders
  const stopping = new AbortController()
  const running = new Map<string, Promise<void>>()
  const cancels = new Map<string, AbortController>()

  function webShopOf(kind: WebShopKind): WebShop {
    const found = webShops.find(shop => shop.kind === kind)
    if (!found) throw new Error(`No reader for ${kind}`)
    return found
  }

  function connected(): (OrderSourceRecord & { kind: WebShopKind; settings: WebShopSettings })[] {
    return book.sources().flatMap(source => {
      const { kind, settings } = source
      return settings !== null && (kind === 'woocommerce' || kind === 'shopify') ? [{ ...source, kind, settings }] : []
    })
  }

  function note(id: string, change: Partial<OrderSourceRecord>) {
    const source = book.source(id)
    if (source) book.putSource({ ...source, ...change })
  }

  function contextOf(id: string, signal: AbortSignal): WebShopContext {
    const timeZone = shopZone(stores.settings.get())
    return {
      fetch: (url, init) => gateway.fetch(id, url, init),
      clock,
      timeZone,
      signal,
      liveNumbers: () => liveNumbers(id),
    }
  }

  async function liveNumbers(id: string): Promise<string[]> {
    const breathe = createSlices()
    const numbers: string[] = []
    for (let after = 0; ;) {
      const some = book.liveOrders(id, after, LIVE_AT_ONCE)
      numbers.push(...some.map(({ number }) => number))
      after = some.at(-1)?.no ?? 0
      if (some.length < LIVE_AT_ONCE) return numbers
      await breathe()
    }
  }

  async function readAll(id: string, kind: WebShopKind, settings: WebShopSettings, cursor: string | null, signal: AbortSignal) {
    for await (const page of webShopOf(kind).read(settings, cursor, contextOf(id, signal))) {
      if (signal.aborted) return
      await writer.write(page.drafts, id)
      if (page.removed) await writer.markRemoved(page.removed, id)
      // Only a reading that came to its end counts: what it lacks is read again.
      if (page.cursor !== null) note(id, { cursor: page.cursor, syncedAt: clock.now(), fault: null })
    }
  } // prettier-ignore

  async function synchronise(id: string) {
    const source = connected().find(one => one.id === id)
    if (!source) return
    const cancel = new AbortController()
    cancels.set(id, cancel)
    const signal = AbortSignal.any([cancel.signal, stopping.signal])
    try {
      await readAll(id, source.kind, source.settings, source.cursor, signal)
    } catch (error) {
      if (signal.aborted) return
      const code = error instanceof WebShopFault ? error.code : 'unknown'
      if (code === 'unknown') log.error('reading a web shop failed', error, { kind: source.kind })
      else log.warn('a web shop could not be read', { kind: source.kind, code })
      note(id, { fault: code })
    } finally {
      cancels.delete(id)
      onChange()
    }
  }

  /** One reading of a shop at a time; whoever comes meanwhile waits for it. */
  function once(id: string): Promise<void> {
    const current = running.get(id)
    if (current) return current
    const next = synchronise(id).finally(() => running.delete(id))
    running.set(id, next)
    return next
  }

  const loop = createLoop({
    name: 'web shops',
    clock,
    log,
    async step(signal) {
      for (const { id } of connected()) if (!signal.aborted) await once(id)
      return EVERY_MS
    },
  })

  /** Whether address and keys are good, and the first page too; the rest follows in the background. */
  async function tried(id: string, shop: WebShop, given: WebShopSettings): Promise<WebShopSettings> {
    const context = contextOf(id, stopping.signal)
    const settings = await shop.located(given, context)
    await shop.read(settings, null, context).next()
    return settings
  }

  return {
    async connect(kind: WebShopKind, given: WebShopSettings): Promise<OrderSource> {
      const shop = webShopOf(kind)
      let id = ids.next()
      try {
        const typed = shop.settled(given)
        gateway.allow(id, shop.endpoints(typed))
        const settings = await tried(id, shop, typed)
        const name = shop.title(settings)
        // Connected again, it gets the new keys and stays the shop it was.
        const known = connected().find(source => source.kind === kind && source.name === name)
        if (known) gateway.allow(id, [])
        id = known?.id ?? id
        gateway.allow(id, shop.endpoints(settings))
        const base = { id, name, kind, records: null, count: 0, syncedAt: null, fault: null, cursor: null }
        book.putSource({ ...base, ...known, settings, fault: null })
      } catch (error) {
        if (book.source(id) === null) gateway.allow(id, [])
        if (error instanceof WebShopFault) throw new ShopRefused(error.code, error)
        throw error
      }
      await once(id)
      return withoutSecrets(book.source(id))
    },
    async syncNow(id: string): Promise<OrderSource> {
      if (!connected().some(source => source.id === id)) return withoutSecrets(book.source(id))
      await once(id)
      return withoutSecrets(book.source(id))
    },
    /** Ends a reading under way and closes the way to the shop. */
    async forget(id: string) {
      cancels.get(id)?.abort()
      await running.get(id)
      gateway.allow(id, [])
    },
    start() {
      for (const { id, kind, settings } of connected()) gateway.allow(id, webShopOf(kind).endpoints(settings))
      loop.start()
    },
    async stop() {
      stopping.abort()
      await Promise.all([loop.stop(), ...running.values()])
    },
  }
}
export type OrderSync = ReturnType<typeof createOrderSync>

export function withoutSecrets(source: OrderSourceRecord | null): OrderSource {
  if (source === null) throw new NotFound()
  const { settings: _settings, cursor: _cursor, ...shown } = source
  return shown
}
