import type { ValueTag } from '#contract/handover.ts'
import type { Report } from '#contract/report.ts'
import { codeKey } from '#domain/orders/keys.ts'
import { DAY_MS } from '#domain/shopClock.ts'
import type { Window } from '#domain/report/shopDays.ts'
import { increase } from '#domain/report/tally.ts'
import type { Stores } from '#main/ports/stores.ts'

const SLICE_MS = 7 * DAY_MS

/** What was noted in that time, by code. Only what was bought after an offer is money: anything else would be a guess. */
export async function valueIn(
  stores: Pick<Stores, 'reports' | 'orders'>,
  window: Window,
  breathe: () => Promise<void>,
): Promise<Report['value']> {
  const counts = new Map<ValueTag['code'], number>()
  const money = new Map<string, number>()
  for (let from = window.from; from < window.to; from += SLICE_MS) {
    const to = Math.min(from + SLICE_MS, window.to)
    for (const { code, count } of stores.reports.tagCounts(from, to)) increase(counts, code, count)
    for (const { detail: sku, quote: number } of stores.reports.tags('cross-sell-taken', from, to)) {
      for (const { minor, currency } of bought(stores, number, sku)) increase(money, currency, minor)
    }
    await breathe()
  }
  return [...counts].map(([code, count]) => ({
    code,
    count,
    money: code === 'cross-sell-taken' ? [...money].map(([currency, minor]) => ({ currency, minor })) : [],
  }))
}

/** What the order's items of that product cost. */
function bought({ orders }: Pick<Stores, 'orders'>, number: string, sku: string) {
  const order = orders.ordersByNumber(number).find(({ items }) => items.some(item => isSame(item.sku, sku)))
  return (order?.items ?? []).flatMap(({ sku: other, price, quantity }) =>
    price !== null && isSame(other, sku)
      ? [{ currency: price.currency, minor: Math.round(price.minor * quantity) }]
      : [],
  )
}

function isSame(sku: string, other: string): boolean {
  return sku !== '' && codeKey(sku) === codeKey(other)
}
