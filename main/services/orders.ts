import type { Coupon, Order, OrderSource, Product, Warranty } from '#contract/orders.ts'
import type { Clock } from '#main/ports/clock.ts'
import type { Gateway } from '#main/ports/gateway.ts'
import type { Ids } from '#main/ports/ids.ts'
import type { Log } from '#main/ports/log.ts'
import type { OrderFiles } from '#main/ports/orderFiles.ts'
import type { Stores } from '#main/ports/stores.ts'
import type { WebShop } from '#main/ports/webShop.ts'
import { ordersOfContact } from './contactOrders.ts'
import { NotFound } from './errors.ts'
import { createSlices } from './knowledgeSlices.ts'
import { createOrderImport, createOrderWriter } from './orderImport.ts'
import { warrantiesOf } from './orderWarranties.ts'
import { createOrderSync, withoutSecrets } from './orderSync.ts'

const REMOVE_AT_ONCE = 50

interface Query {
  text: string
  offset: number
  limit: number
}

export interface OrdersDeps {
  stores: Pick<Stores, 'transaction' | 'orders' | 'contacts' | 'settings'>
  orderFiles: OrderFiles
  webShops: readonly WebShop[]
  gateway: Gateway
  onChange(): void
  clock: Clock
  ids: Ids
  log: Log
}

/** The order book as the owner sees it. */
export function createOrders({ stores, orderFiles, webShops, gateway, onChange, clock, ids, log }: OrdersDeps) {
  const writer = createOrderWriter({ stores, clock, ids })
  const files = createOrderImport({ stores, files: orderFiles, clock, ids, onChange })
  const sync = createOrderSync({ stores, writer, webShops, gateway, onChange, clock, ids, log })
  const book = stores.orders
  return {
    sources: (): OrderSource[] => book.sources().map(withoutSecrets),
    list: (query: Query) => book.orders(query),
    get(id: string): Order {
      const order = book.order(id)
      if (order === null) throw new NotFound()
      return order
    },
    /** What is theirs by address or by code; none of a contact that is gone. */
    ofContact(contactId: string): Order[] {
      const contact = stores.contacts.get(contactId)
      return contact === null ? [] : ordersOfContact(stores, contact)
    },
    /** Throws NotFound. */
    warranties(id: string): Warranty[] {
      const order = book.order(id)
      if (order === null) throw new NotFound()
      return warrantiesOf(order, book)
    },
    products: (query: Query): { items: Product[]; total: number } => book.products(query),
    coupons: (): Coupon[] => book.coupons(),
    preview: files.preview,
    importPreview: files.importPreview,
    importFile: files.importFile,
    connect: sync.connect,
    syncNow: sync.syncNow,
    /** In small pieces, so that nothing waits for a large one. */
    async removeSource(id: string): Promise<void> {
      if (book.source(id) === null) throw new NotFound()
      await sync.forget(id)
      const breathe = createSlices()
      while (book.removeSome(id, REMOVE_AT_ONCE)) await breathe()
      book.removeSource(id)
      onChange()
    },
    start: sync.start,
    async stop() {
      await Promise.all([sync.stop(), files.stop()])
    },
  }
}
export type Orders = ReturnType<typeof createOrders>
