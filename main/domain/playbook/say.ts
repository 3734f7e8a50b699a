import type { Coupon, Money, Product } from '#contract/orders.ts'
import type { DisclosedOrder } from '#domain/orders/desk.ts'
import { minorDigits, moneyText } from '#domain/orders/money.ts'
import { isoDay } from '#domain/shopClock.ts'
import { orderFacts, sayDay, sayMoney } from '#domain/orders/say.ts'
import type { RecordValues } from './fill.ts'
import type { Solution } from './tools.ts'

/** Values of records as a contact reads them; the same record always gives the same words in the same language. */
export function sayDate(date: Date, language: string): string {
  return sayDay(isoDay(date), language)
}

/** Whole units of its currency: 19.99 for 1999 EUR. */
export function amountOf({ minor, currency }: Money): number {
  return minor / 10 ** minorDigits(currency)
}

/** `status` is a whole sentence; everything else a value. What was not disclosed is not there. */
export function orderValues(order: DisclosedOrder, language: string): RecordValues {
  const { values } = orderFacts(order, language)
  const { placedAt, trackingNumber, trackingUrl, shippedAt, expectedAt, deliveredAt } = values
  const { status, total, items, carrier } = values
  return {
    ref: order.number,
    fields: present({
      number: order.number,
      status,
      placed: placedAt,
      total,
      items,
      carrier,
      tracking: trackingNumber,
      link: trackingUrl,
      shipped: shippedAt,
      expected: expectedAt,
      delivered: deliveredAt,
    }),
  }
}

export function productValues({ sku, name, price, stock, url }: Product, language: string): RecordValues {
  return {
    ref: sku,
    fields: present({
      name,
      price: price && sayMoney(moneyText(price), language),
      stock: stock === null ? null : String(stock),
      link: url,
    }),
  }
}

export function couponValues({ code, percent, amount, validUntil }: Coupon, language: string): RecordValues {
  const value = amount === null ? (percent === null ? null : `${percent}%`) : sayMoney(moneyText(amount), language)
  return { ref: code, fields: present({ code, value, until: validUntil && sayDate(validUntil, language) }) }
}

export function solutionValues({ id, steps, guideUrl }: Solution): RecordValues {
  return { ref: id, fields: present({ steps, guide: guideUrl }) }
}

/** The contact's own orders, one on each line, for choosing between them. */
export function ordersValues(orders: readonly DisclosedOrder[], language: string): RecordValues {
  const line = (order: DisclosedOrder) => {
    const { placed } = orderValues(order, language).fields
    return placed === undefined ? `- ${order.number}` : `- ${order.number} (${placed})`
  }
  return { ref: orders.map(({ number }) => number).join(', '), fields: { list: orders.map(line).join('\n') } }
}

function present(fields: Readonly<Record<string, string | null | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, value]) => (value ? [[name, value] as const] : [])))
}
