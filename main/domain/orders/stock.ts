import type { Product } from '#contract/orders.ts'

/** Pieces that can be had: at least 1 for what is there without a count, 0 for what is not; null when nobody says. */
export function stockOf({ stock, available }: Pick<Product, 'stock' | 'available'>): number | null {
  if (available === undefined) return stock
  return available ? Math.max(1, stock ?? 1) : 0
}
