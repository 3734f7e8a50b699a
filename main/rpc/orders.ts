import type { Orders } from '#main/services/orders.ts'
import { os } from './implement.ts'

/** The order book and where it comes from. */
export function ordersProcedures(orders: Orders) {
  const { orders: contract } = os
  const query = ({ text, offset, limit }: { text?: string | undefined; offset: number; limit: number }) => ({
    text: text ?? '',
    offset,
    limit,
  })
  return {
    sources: contract.sources.handler(() => orders.sources()),
    list: contract.list.handler(({ input }) => orders.list(query(input))),
    get: contract.get.handler(({ input }) => orders.get(input.id)),
    ofContact: contract.ofContact.handler(({ input }) => orders.ofContact(input.contactId)),
    warranties: contract.warranties.handler(({ input }) => orders.warranties(input.id)),
    products: contract.products.handler(({ input }) => orders.products(query(input))),
    coupons: contract.coupons.handler(() => orders.coupons()),
    preview: contract.preview.handler(({ input: { upload, records, mapping } }) =>
      orders.preview(upload.name, new Uint8Array(Buffer.from(upload.base64, 'base64')), {
        ...(records ? { records } : {}),
        ...(mapping ? { mapping } : {}),
      }),
    ),
    import: contract.import.handler(({ input }) => orders.importPreview(input.previewId)),
    connect: contract.connect.handler(({ input: { kind, keys, ...place } }) =>
      orders.connect(kind, { ...place, ...keys }),
    ),
    syncNow: contract.syncNow.handler(({ input }) => orders.syncNow(input.id)),
    removeSource: contract.removeSource.handler(({ input }) => orders.removeSource(input.id)),
  }
}
