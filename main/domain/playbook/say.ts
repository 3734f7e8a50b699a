import type { Coupon, Money, Product } from '#contract/orders.ts'
import type { DisclosedOrder } from '#domain/orders/desk.ts'
import type { Solution } from './tools.ts'
import type { RecordValues } from './fill.ts'

/** Values of records as a contact reads them; the same record always gives the same words in the same language. */
export function sayDate(date: Date, language: string): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date)
}

export function sayMoney({ minor, currency }: Money, language: string): string {
  const format = new Intl.NumberFormat(language, { style: 'currency', currency })
  const digits = format.resolvedOptions().maximumFractionDigits ?? 2
  return format.format(minor / 10 ** digits)
}

/** Whole units of its currency: 19.99 for 1999 EUR. */
export function amountOf({ minor, currency }: Money): number {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions()
  return minor / 10 ** digits
}

export function productValues(product: Product, language: string): RecordValues {
  const { sku, name, price, stock, url } = product
  return {
    ref: sku,
    fields: {
      name,
      price: price === null ? '' : sayMoney(price, language),
      stock: stock === null ? '' : new Intl.NumberFormat(language).format(stock),
      link: url ?? '',
    },
  }
}

export function couponValues(coupon: Coupon, language: string): RecordValues {
  const { code, percent, amount, validUntil } = coupon
  const share = percent === null ? '' : new Intl.NumberFormat(language, { style: 'percent' }).format(percent / 100)
  return {
    ref: code,
    fields: {
      code,
      value: amount === null ? share : sayMoney(amount, language),
      until: validUntil === null ? '' : sayDate(validUntil, language),
    },
  }
}

export function solutionValues({ id, steps, guideUrl }: Solution): RecordValues {
  return { ref: id, fields: { steps, guide: guideUrl ?? '' } }
}

/** The contact's own orders, one on each line, for choosing between them. */
export function ordersValues(
  orders: readonly DisclosedOrder[],
  sayOrder: (order: DisclosedOrder) => RecordValues,
): RecordValues {
  const line = (order: DisclosedOrder) => {
    const { number = '', placed = '', status = '' } = sayOrder(order).fields
    return `- ${[number, placed, status].filter(part => part !== '').join(' · ')}`
  }
  return { ref: orders.map(({ number }) => number).join(', '), fields: { list: orders.map(line).join('\n') } }
}
