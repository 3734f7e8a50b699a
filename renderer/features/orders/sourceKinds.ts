import type { OrderSource } from '#contract/orders.ts'

/** Read from a shop system again and again, where a file is read once. */
export function isShop(kind: OrderSource['kind']): kind is 'woocommerce' | 'shopify' {
  return kind === 'woocommerce' || kind === 'shopify'
}
